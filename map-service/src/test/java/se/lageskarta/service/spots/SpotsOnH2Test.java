package se.lageskarta.service.spots;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class SpotsOnH2Test extends SpotsContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
