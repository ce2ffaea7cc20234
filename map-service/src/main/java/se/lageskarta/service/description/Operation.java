package se.lageskarta.service.description;

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
import java.util.Objects;

/**
 * What one address is for.
 *
 * @param id the name that generated clients give it
 * @param tag what it belongs to
 * @param answers status to what is sent, such as 200 to features; empty text for nothing or a problem
 * @param summary in a line
 */
record Operation(String id, String tag, Map<String, String> answers, String summary) {
    private static final String FILE = "/operations.csv";

    Operation {
        answers = new LinkedHashMap<>(answers);
    }

    /** Every line of the file by {@code METHOD /path}. */
    static Map<String, Operation> all() {
        Map<String, Operation> all = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(Operation.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> all.put(row.getField("method") + " " + row.getField("path"), parse(row)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static Operation parse(NamedCsvRecord row) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String answer : row.getField("answers").split(" ")) {
            int sign = answer.indexOf('=');
            answers.put(sign < 0 ? answer : answer.substring(0, sign), sign < 0 ? "" : answer.substring(sign + 1));
        }
        return new Operation(row.getField("id"), row.getField("tag"), answers, row.getField("summary"));
    }
}
