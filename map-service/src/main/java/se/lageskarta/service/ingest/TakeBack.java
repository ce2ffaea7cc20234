package se.lageskarta.service.ingest;

import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.ImportState;
import se.lageskarta.service.storage.Imports;

/** Takes an import, or all that a dataset holds, back: gone from every view at once. */
@Component
public class TakeBack {
    private final Imports imports;
    private final RunningImports running;

    TakeBack(Imports imports, RunningImports running) {
        this.imports = imports;
        this.running = running;
    }

    /** One that is not complete has nothing to take back. */
    void importRun(ImportRun run) {
        if (run.state() == ImportState.COMPLETE) {
            imports.withdraw(run.id());
        }
    }

    /** @throws DatasetBusyException when a file is on its way into it */
    public void dataset(Dataset dataset) {
        String held = running.hold(FileKind.of(dataset.kind().code()), dataset.name());
        try {
            imports.completeOf(dataset.id()).forEach(this::importRun);
        } finally {
            running.release(held);
        }
    }
}
