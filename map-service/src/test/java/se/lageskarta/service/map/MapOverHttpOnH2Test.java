package se.lageskarta.service.map;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class MapOverHttpOnH2Test extends MapOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
