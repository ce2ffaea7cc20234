package se.lageskarta.service.storage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Reads the source keys of some imports. */
final class KeyColumn {
    private KeyColumn() {}

    static SourceKeys read(FactReader reader, FactTable table, List<FactRun> runs) {
        Set<Long> imports = new HashSet<>();
        runs.forEach(run -> imports.add(run.importId()));
        LongStream.Builder keys = LongStream.builder();
        reader.read(table, "source_key", runs, row -> {
            if (imports.contains(row.getLong(2))) {
                keys.add(row.getLong(3));
            }
        });
        return new SourceKeys(keys.build().toArray());
    }
}
