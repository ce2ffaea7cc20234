package se.lageskarta.service.catalogue;

import java.nio.file.Path;
import se.lageskarta.service.RunningService;

class CodeTablesOnH2Test extends CodeTablesContract {
    @Override
    RunningService start(Path folder) {
        return RunningService.onH2(folder);
    }
}
