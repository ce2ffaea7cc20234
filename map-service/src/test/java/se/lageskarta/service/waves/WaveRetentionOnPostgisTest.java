package se.lageskarta.service.waves;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class WaveRetentionOnPostgisTest extends WaveRetentionContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
