package se.lageskarta.service.analyses;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class StudyAreasOnH2Test extends StudyAreasContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
