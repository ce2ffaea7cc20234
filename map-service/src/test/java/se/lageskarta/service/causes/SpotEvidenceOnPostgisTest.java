package se.lageskarta.service.causes;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class SpotEvidenceOnPostgisTest extends SpotEvidenceContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
