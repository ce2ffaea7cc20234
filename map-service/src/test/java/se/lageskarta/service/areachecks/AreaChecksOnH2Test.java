package se.lageskarta.service.areachecks;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class AreaChecksOnH2Test extends AreaChecksContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
