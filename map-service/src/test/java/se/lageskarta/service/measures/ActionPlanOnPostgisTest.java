package se.lageskarta.service.measures;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class ActionPlanOnPostgisTest extends ActionPlanContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
