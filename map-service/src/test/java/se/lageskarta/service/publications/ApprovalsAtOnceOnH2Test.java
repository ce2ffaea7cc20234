package se.lageskarta.service.publications;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class ApprovalsAtOnceOnH2Test extends ApprovalsAtOnceContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
