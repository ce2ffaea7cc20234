package se.lageskarta.service.map;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class MapOverHttpOnPostgisTest extends MapOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
