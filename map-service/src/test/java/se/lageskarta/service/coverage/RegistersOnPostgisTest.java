package se.lageskarta.service.coverage;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class RegistersOnPostgisTest extends RegistersContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
