package se.lageskarta.service.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Reads a CSV file of module lageskarta-data. */
final class CodeTable {
    private static final String FOLDER = "/se/lageskarta/data/";

    private CodeTable() {}

    static <T> List<T> read(String file, Function<NamedCsvRecord, T> row) {
        try (InputStream in = Objects.requireNonNull(CodeTable.class.getResourceAsStream(FOLDER + file), file);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().map(row).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
