package se.lageskarta.service.reports;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class ReportsOverHttpOnPostgisTest extends ReportsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
