package se.lageskarta.service.documents;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class DocumentsOnH2Test extends DocumentsContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
