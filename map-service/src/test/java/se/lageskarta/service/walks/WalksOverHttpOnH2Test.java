package se.lageskarta.service.walks;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class WalksOverHttpOnH2Test extends WalksOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
