package se.lageskarta.service.catalogue;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class KindsOverHttpOnH2Test extends KindsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
