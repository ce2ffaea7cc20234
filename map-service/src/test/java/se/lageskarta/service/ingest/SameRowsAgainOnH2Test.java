package se.lageskarta.service.ingest;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class SameRowsAgainOnH2Test extends SameRowsAgainContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
