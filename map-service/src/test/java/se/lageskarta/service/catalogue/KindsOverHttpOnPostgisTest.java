package se.lageskarta.service.catalogue;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class KindsOverHttpOnPostgisTest extends KindsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
