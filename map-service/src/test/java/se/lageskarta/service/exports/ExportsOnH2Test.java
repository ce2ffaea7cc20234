package se.lageskarta.service.exports;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class ExportsOnH2Test extends ExportsContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
