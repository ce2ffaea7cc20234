package se.lageskarta.service.measures;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class ActionPlanOnH2Test extends ActionPlanContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
