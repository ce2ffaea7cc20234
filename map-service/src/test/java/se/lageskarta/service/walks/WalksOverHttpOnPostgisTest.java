package se.lageskarta.service.walks;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class WalksOverHttpOnPostgisTest extends WalksOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
