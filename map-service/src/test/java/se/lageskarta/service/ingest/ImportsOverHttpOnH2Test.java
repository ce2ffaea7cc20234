package se.lageskarta.service.ingest;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class ImportsOverHttpOnH2Test extends ImportsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
