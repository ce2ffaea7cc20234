package se.lageskarta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
                .contains(
                        "file.places-first",
                        "inga koordinater",
                        "Import the addresses or roads of the municipality first")
                .doesNotContain("\tat ");
    }

    @Test
    void a_dry_run_shows_what_would_happen_and_stores_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("rader.csv"), ROWS);
        assertThat(run(file, "--dry-run", "--map", "type==RAN")).isZero();
        String shown = printed();
        assertThat(shown)
                .contains("rader.csv: csv", "x=ost", "EPSG:3006", "3 = 2 + 0 + 1 (in = placed + uncertain + rejected)")
                .contains("rad/line 4", "coordinate.zero");
        assertThat(run(file)).isZero();
        assertThat(printed()).contains("duplicates 0");
    }

    @Test
    void a_dry_run_of_a_file_that_needs_a_decision_says_which_and_ends_with_two() throws IOException {
        Path file = Files.writeString(folder.resolve("rt90.csv"), "id;ost;nord\n1;1336081.3;6442782.7\n");
        assertThat(run(file, "--dry-run")).isEqualTo(2);
        assertThat(printed()).contains("? EPSG:3021 → lon 1");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("file.crs-confirm");
    }

    @Test
    void everything_that_the_page_lets_a_person_say_can_be_said_and_saved_for_the_next_file() throws IOException {
        Charset dos = Charset.forName("IBM850");
        Path first = folder.resolve("januari.csv");
        Files.write(first, "Väktarrapport|||\n1|Kladd å|383642|6439031\n".getBytes(dos));
        String said = "--encoding IBM850 --separator bar --heading-line 0 --map x=#3 --map y=#4 --map type=#2"
                + " --map id=#1 --dataset Rapporter --save-mapping Väktarna --type";
        List<String> all = new ArrayList<>(List.of(said.split(" ")));
        all.add("Kladd å=KLO");
        assertThat(run(first, all.toArray(String[]::new)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(printed()).contains("2 = 1 + 0 + 1").contains("coordinate.missing");
        Path second = folder.resolve("februari.csv");
        Files.write(second, "Väktarrapport|||\n2|Kladd å|383742|6439131\n".getBytes(dos));
        assertThat(run(second, "--saved-mapping", "Väktarna")).isZero();
        assertThat(printed()).contains("→ Rapporter");
        assertThat(run(second, "--saved-mapping", "Ingen")).isEqualTo(2);
        assertThat(run(second, "--type", "Kladd=FINNSINTE")).isEqualTo(2);
    }

    @Test
    void refuses_values_that_cannot_be_understood() throws IOException {
        Path file = Files.writeString(folder.resolve("rader.csv"), ROWS);
        String[] wrong = {
            "--encoding klingon",
            "--separator x",
            "--heading-line två",
            "--swapped kanske",
            "--crs EPSG:12",
            "--type utan",
            "--role roads --kind incidents"
        };
        for (String words : wrong) {
            assertThat(run(file, words.split(" "))).as(words).isEqualTo(2);
        }
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
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
