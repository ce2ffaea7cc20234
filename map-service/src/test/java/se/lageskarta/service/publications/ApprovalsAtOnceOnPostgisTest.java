package se.lageskarta.service.publications;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class ApprovalsAtOnceOnPostgisTest extends ApprovalsAtOnceContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
