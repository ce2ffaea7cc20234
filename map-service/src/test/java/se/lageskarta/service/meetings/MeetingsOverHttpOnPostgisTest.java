package se.lageskarta.service.meetings;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class MeetingsOverHttpOnPostgisTest extends MeetingsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
