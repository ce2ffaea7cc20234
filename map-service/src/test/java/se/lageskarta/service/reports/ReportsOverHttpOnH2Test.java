package se.lageskarta.service.reports;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class ReportsOverHttpOnH2Test extends ReportsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
