package se.lageskarta.service.coverage;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class RegistersOnH2Test extends RegistersContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
