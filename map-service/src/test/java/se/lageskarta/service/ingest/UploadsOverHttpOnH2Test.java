package se.lageskarta.service.ingest;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class UploadsOverHttpOnH2Test extends UploadsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
