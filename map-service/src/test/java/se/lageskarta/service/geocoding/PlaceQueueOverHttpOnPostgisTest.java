package se.lageskarta.service.geocoding;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class PlaceQueueOverHttpOnPostgisTest extends PlaceQueueOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
