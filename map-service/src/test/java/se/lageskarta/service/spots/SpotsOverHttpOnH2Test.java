package se.lageskarta.service.spots;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class SpotsOverHttpOnH2Test extends SpotsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
