package se.lageskarta.service.causes;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class CausesOverHttpOnPostgisTest extends CausesOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
