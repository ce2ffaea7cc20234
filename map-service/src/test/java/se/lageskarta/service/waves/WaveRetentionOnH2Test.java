package se.lageskarta.service.waves;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class WaveRetentionOnH2Test extends WaveRetentionContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
