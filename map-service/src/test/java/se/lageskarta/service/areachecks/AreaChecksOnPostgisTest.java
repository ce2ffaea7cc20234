package se.lageskarta.service.areachecks;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class AreaChecksOnPostgisTest extends AreaChecksContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
