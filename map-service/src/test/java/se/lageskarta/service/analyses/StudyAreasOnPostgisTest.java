package se.lageskarta.service.analyses;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class StudyAreasOnPostgisTest extends StudyAreasContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
