package se.lageskarta.service.analyses;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class AnalysesOverHttpOnPostgisTest extends AnalysesOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
