package se.lageskarta.service.publications;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class PublicationsOnH2Test extends PublicationsContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
