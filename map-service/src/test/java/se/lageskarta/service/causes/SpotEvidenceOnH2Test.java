package se.lageskarta.service.causes;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class SpotEvidenceOnH2Test extends SpotEvidenceContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
