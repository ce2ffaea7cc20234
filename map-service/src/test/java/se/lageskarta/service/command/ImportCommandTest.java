package se.lageskarta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.Lageskarta;

class ImportCommandTest {
    private static final String ROWS = """
            id;ost;nord;datum;anteckning
            1;383642;6439031;2026-01-05;x
            2;383742;6439131;2026-01-06;x
            3;0;0;2026-01-07;x
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ServiceStart service = new ServiceStart(Lageskarta.class);
    private final CommandLine commandLine = new CommandLine(
            List.of(new ImportCommand(service), new DemoCommand()),
            new Console(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)));

    @Test
    void imports_files_and_prints_a_line_that_adds_up() throws IOException {
        Path file = Files.writeString(folder.resolve("rader.csv"), ROWS);
        assertThat(run(file, "--map", "type==RAN", "--dataset", "Rån"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(printed()).contains("complete: 3 = 2 + 0 + 1 (in = placed + uncertain + rejected), duplicates 0");
        assertThat(run(file, "--map", "type==RAN", "--dataset", "Rån")).isZero();
        assertThat(printed()).contains("duplicates 2");
    }

    @Test
    void says_in_both_languages_why_a_file_cannot_be_read() throws IOException {
        Path file = Files.writeString(folder.resolve("gator.csv"), "gata;datum\nStorgatan;2026-01-05\n");
        assertThat(run(file)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("file.no-coordinates", "Inga kolumner med koordinater", "No columns with coordinates")
                .doesNotContain("\tat ");
    }

    @Test
    void refuses_words_that_make_no_sense_before_anything_is_started() {
        assertThat(commandLine.run("import")).isEqualTo(2);
        assertThat(commandLine.run("import", folder.resolve("missing.csv").toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("missing.csv");
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    @Test
    void an_invented_town_is_written_as_files_that_can_be_imported() throws IOException {
        Path town = folder.resolve("town");
        assertThat(commandLine.run("demo", "--seed", "7", "--out", town.toString()))
                .isZero();
        assertThat(run(town.resolve("incidents.csv"), "--invented")).isZero();
        assertThat(printed()).containsPattern("complete: (\\d+) = \\d+ \\+ \\d+ \\+ 0 ");
        assertThat(run(town.resolve("survey.csv"), "--invented")).isZero();
        assertThat(printed()).contains("unsafe-places");
        assertThat(run(town.resolve("roads.geojson"), "--invented")).isZero();
        assertThat(printed()).contains("base");
    }

    private int run(Path file, String... more) {
        String[] typed = new String[4 + more.length];
        typed[0] = "import";
        typed[1] = file.toString();
        typed[2] = "--data-dir";
        typed[3] = folder.resolve("data").toString();
        System.arraycopy(more, 0, typed, 4, more.length);
        return commandLine.run(typed);
    }

    private String printed() {
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }
}
