package se.lageskarta.service.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.FilePlan;
import se.lageskarta.geo.read.UnreadableFileException;

/** Keeps how a file was understood, for the next one of its shape. */
@Component
public class SaveMapping {
    private final SavedMappings savedMappings;
    private final LookAtFile lookAtFile;

    SaveMapping(SavedMappings savedMappings, LookAtFile lookAtFile) {
        this.savedMappings = savedMappings;
        this.lookAtFile = lookAtFile;
    }

    /**
     * Keeps what was said, and of what was recognised what holds for the next file too: columns, kind, system, dataset.
     *
     * @param shape of the file as it was recognised; empty to look
     */
    public void as(String name, String shape, ImportFile.Prepared prepared)
            throws UnreadableFileException, IOException {
        FilePlan plan = prepared.plan();
        FileWishes said = prepared.order().wishes();
        Map<String, String> columns = new HashMap<>(said.mapping().columns());
        columns.putAll(plan.mapping().columns());
        FileWishes understood = new FileWishes(
                prepared.dataset().name(),
                plan.kind(),
                plan.kind() == FileKind.BASE ? plan.role() : null,
                plan.crs(),
                new ColumnMapping(columns),
                said.layout(),
                said.types());
        String found = shape.isEmpty() ? lookAtFile.shapeOf(plan.file(), plan.fileName()) : shape;
        String who = prepared.order().startedBy();
        try {
            savedMappings.save(name, found, plan.format(), understood, who);
        } catch (DataIntegrityViolationException somebodyElseWasFirst) {
            // the name was new to both: now it is there, and the later one counts
            savedMappings.save(name, found, plan.format(), understood, who);
        }
    }
}
