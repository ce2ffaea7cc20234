package se.lageskarta.service.documents;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class DocumentsOnPostgisTest extends DocumentsContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
