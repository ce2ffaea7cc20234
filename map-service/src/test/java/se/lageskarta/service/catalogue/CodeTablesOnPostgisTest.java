package se.lageskarta.service.catalogue;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class CodeTablesOnPostgisTest extends CodeTablesContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onPostgis(folder);
    }
}
