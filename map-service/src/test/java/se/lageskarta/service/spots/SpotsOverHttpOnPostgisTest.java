package se.lageskarta.service.spots;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class SpotsOverHttpOnPostgisTest extends SpotsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
