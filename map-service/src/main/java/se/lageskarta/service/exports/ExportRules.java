package se.lageskarta.service.exports;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The addresses of {@code exports.csv}: what each of them takes out. */
@Component
class ExportRules {
    private static final String FILE = "/exports.csv";

    private final Map<String, String> whatByPattern = read();

    /** What an address as it stands in the list takes out; empty for one that is no export. */
    Optional<String> what(String pattern) {
        return Optional.ofNullable(whatByPattern.get(pattern));
    }

    /** All patterns with what they take out, in the order of the file. */
    Map<String, String> all() {
        return whatByPattern;
    }

    /** Every kind there is, in the order of the alphabet. */
    TreeSet<String> kinds() {
        return new TreeSet<>(whatByPattern.values());
    }

    private static Map<String, String> read() {
        Map<String, String> rules = new LinkedHashMap<>();
        InputStream in = ExportRules.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new IllegalStateException(FILE + " is missing on the class path");
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                rules.put(row.getField("path"), row.getField("what"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rules;
    }
}
