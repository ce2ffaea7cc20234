package se.lageskarta.service.pictures;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class PicturesOnPostgisTest extends PicturesContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
