package se.lageskarta.service.pictures;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class PicturesOnH2Test extends PicturesContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
