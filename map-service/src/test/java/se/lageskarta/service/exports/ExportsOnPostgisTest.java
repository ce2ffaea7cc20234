package se.lageskarta.service.exports;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class ExportsOnPostgisTest extends ExportsContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
