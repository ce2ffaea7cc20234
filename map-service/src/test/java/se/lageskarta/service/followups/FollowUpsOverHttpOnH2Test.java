package se.lageskarta.service.followups;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class FollowUpsOverHttpOnH2Test extends FollowUpsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
