package se.lageskarta.service.causes;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class CausesOverHttpOnH2Test extends CausesOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
