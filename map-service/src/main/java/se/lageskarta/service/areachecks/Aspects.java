package se.lageskarta.service.areachecks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What to look at in a plan so that people can feel safe, by stage. In our own words, after the aspects that BoTryggt2030 and
 * the standard series SS-EN 14383 point out.
 */
@Component
class Aspects {
    private static final String FILE = "/areachecks/aspects.csv";

    private final List<Aspect> all = read();

    /**
     * One thing to look at.
     *
     * @param id never changed: notes are kept under it
     * @param group heading it stands under
     * @param stages when it can be decided
     * @param name what it is
     * @param look what to look at, as questions
     */
    record Aspect(String id, Plain group, List<Stage> stages, Plain name, Plain look) {
        Aspect {
            stages = List.copyOf(stages);
        }
    }

    /** In the order they are shown. */
    List<Aspect> all() {
        return all;
    }

    List<Aspect> of(Stage stage) {
        return all.stream().filter(aspect -> aspect.stages().contains(stage)).toList();
    }

    List<String> ids() {
        return all.stream().map(Aspect::id).toList();
    }

    private static List<Aspect> read() {
        try (InputStream in = Objects.requireNonNull(Aspects.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().map(Aspects::aspect).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Aspect aspect(NamedCsvRecord row) {
        List<Stage> stages = Arrays.stream(row.getField("stages").split(" "))
                .map(code -> Stage.of(code).orElseThrow())
                .toList();
        return new Aspect(
                row.getField("id"),
                new Plain(row.getField("group_sv"), row.getField("group_en")),
                stages,
                new Plain(row.getField("name_sv"), row.getField("name_en")),
                new Plain(row.getField("look_sv"), row.getField("look_en")));
    }
}
