package se.lageskarta.service.meetings;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class MeetingsOverHttpOnH2Test extends MeetingsOverHttpContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
