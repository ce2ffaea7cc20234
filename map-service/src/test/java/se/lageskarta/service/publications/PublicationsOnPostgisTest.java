package se.lageskarta.service.publications;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class PublicationsOnPostgisTest extends PublicationsContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
