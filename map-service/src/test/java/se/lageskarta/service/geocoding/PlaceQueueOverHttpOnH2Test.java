package se.lageskarta.service.geocoding;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class PlaceQueueOverHttpOnH2Test extends PlaceQueueOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
