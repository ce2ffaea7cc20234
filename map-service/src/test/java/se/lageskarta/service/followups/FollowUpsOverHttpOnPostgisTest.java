package se.lageskarta.service.followups;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class FollowUpsOverHttpOnPostgisTest extends FollowUpsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
