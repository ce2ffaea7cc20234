package se.lageskarta.service.ingest;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class SameRowsAgainOnPostgisTest extends SameRowsAgainContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
