package se.lageskarta.service.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyseCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine commandLine = new CommandLine(
            List.of(new AnalyseCommand(), new CasesCommand()),
            new Console(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)));

    @TempDir
    private Path folder;

    private Path incidents;

    /** Two heaps of 20 and 12 on a 5 m lattice, 500 m apart, and three alone. */
    @BeforeEach
    void write_incidents() throws IOException {
        StringBuilder csv = new StringBuilder("id,x,y,weight,timestamp,type\n");
        int id = 0;
        for (int i = 0; i < 20; i++) {
            csv.append(row(++id, 383_000 + 5 * (i % 5), 6_439_000 + 5 * (i / 5), "2026-01-05T22:10:00"));
        }
        for (int i = 0; i < 12; i++) {
            csv.append(
                    row(++id, 383_500 + 5 * (i % 4), 6_439_000 + 5 * (i / 4), "2026-02-0" + (1 + i % 9) + "T03:00:00"));
        }
        for (int i = 0; i < 3; i++) {
            csv.append(row(++id, 385_000 + 700 * i, 6_440_000, "2026-03-01T12:00:00"));
        }
        incidents = Files.writeString(folder.resolve("incidents.csv"), csv);
    }

    @Test
    void dbscan_labels_every_row_and_calls_noise_zero() throws IOException {
        Path labels = folder.resolve("labels.csv");

        int exit = analyse("dbscan", "--set", "eps=20", "--set", "minPts=5", "--out", labels.toString());

        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        List<String> lines = Files.readAllLines(labels);
        assertThat(lines.get(0)).isEqualTo("id,core,cluster");
        assertThat(lines).hasSize(36);
        assertThat(lines.subList(1, 21)).allMatch(line -> line.endsWith(",1,1"));
        assertThat(lines.subList(21, 33)).allMatch(line -> line.endsWith(",1,2"));
        assertThat(lines.subList(33, 36)).allMatch(line -> line.endsWith(",0,0"));
    }

    @Test
    void kernel_density_adds_up_to_the_number_of_incidents() {
        int exit = analyse("kde", "--set", "bandwidth=100", "--set", "cell=10");

        assertThat(exit).isZero();
        JsonNode answer = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        double sum = 0;
        for (JsonNode cell : answer.get("rows")) {
            sum += cell.get("value").asDouble();
        }
        assertThat(sum * 100 / 1e6).isCloseTo(35, within(0.05));
        assertThat(answer.get("unit").asString()).isEqualTo("incidents/km²");
    }

    @Test
    void a_density_is_written_as_a_geotiff_that_others_read() throws IOException {
        Path file = folder.resolve("density.tif");

        int exit = analyse("kde", "--set", "bandwidth=100", "--set", "cell=10", "--out", file.toString());

        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        Raster read = ImageIO.read(file.toFile()).getData();
        double sum = 0;
        for (int row = 0; row < read.getHeight(); row++) {
            for (int column = 0; column < read.getWidth(); column++) {
                sum += read.getSampleDouble(column, row, 0);
            }
        }
        assertThat(sum * 100 / 1e6).isCloseTo(35, within(0.05));
    }

    @Test
    void what_is_no_surface_is_not_written_as_one() {
        Path file = folder.resolve("hotspots.tif");

        assertThat(analyse("hotspots", "--out", file.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("hotspots.tif");
        assertThat(file).doesNotExist();
    }

    @Test
    void hotspots_come_as_outlines_in_degrees() throws IOException {
        Path file = folder.resolve("hotspots.geojson");

        int exit = analyse("hotspots", "--out", file.toString());

        assertThat(exit).isZero();
        JsonNode answer = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(answer.get("features")).hasSize(2);
        assertThat(answer.at("/features/0/properties/count").asInt()).isEqualTo(20);
        assertThat(answer.at("/features/0/geometry/type").asString()).isEqualTo("Polygon");
        assertThat(answer.at("/features/0/geometry/coordinates/0/0/0").asDouble())
                .isBetween(12.9, 13.1);
        assertThat(answer.at("/analysis/dataHash").asString()).hasSize(32);
    }

    @Test
    void the_time_profile_tells_months_and_hours() {
        assertThat(analyse("time-profile")).isZero();

        JsonNode answer = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(answer.at("/rows/0/month").asString()).isEqualTo("2026-01");
        assertThat(answer.at("/rows/0/count").asInt()).isEqualTo(20);
        assertThat(answer.at("/weekHour/0/22").asInt()).isEqualTo(20);
    }

    @Test
    void squares_count_what_lies_in_them() {
        assertThat(analyse("grid", "--set", "cell=100")).isZero();

        JsonNode answer = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        int sum = 0;
        for (JsonNode cell : answer.get("rows")) {
            sum += cell.get("count").asInt();
        }
        assertThat(sum).isEqualTo(35);
    }

    @Test
    void the_answer_holds_what_it_takes_to_repeat_and_to_doubt_it() {
        assertThat(analyse("grid", "--set", "cell=100", "--seed", "7")).isZero();

        JsonNode answer = answer();
        assertThat(answer.at("/headline/sv").asString()).contains("rutor");
        assertThat(answer.at("/headline/en").asString()).contains("squares");
        assertThat(answer.at("/sentence/sv").asString()).isNotBlank();
        assertThat(answer.at("/parameters/0/name").asString()).isEqualTo("cell");
        assertThat(answer.at("/parameters/0/automatic").asBoolean()).isFalse();
        assertThat(answer.at("/parameters/0/why/en").asString()).isNotBlank();
        assertThat(answer.get("n").asInt()).isEqualTo(35);
        assertThat(answer.get("used").asInt()).isEqualTo(35);
        assertThat(answer.get("excluded").isArray()).isTrue();
        assertThat(answer.get("rejected").asInt()).isZero();
        assertThat(answer.get("seed").asLong()).isEqualTo(7);
        assertThat(answer.get("dataHash").asString()).hasSize(32);
        assertThat(answer.get("crs").asString()).isEqualTo("EPSG:3006");
        assertThat(answer.get("softwareVersion").asString()).isNotBlank();
        assertThat(answer.at("/figures/cells").asInt())
                .isEqualTo(answer.get("rows").size())
                .isEqualTo(answer.get("cells").asInt());
    }

    @Test
    void the_filter_is_the_same_for_every_method() {
        assertThat(analyse("grid", "--set", "from=2026-01-01", "--set", "to=2026-01-31"))
                .isZero();
        assertThat(answer().get("n").asInt()).isEqualTo(20);
        out.reset();

        assertThat(analyse("grid", "--set", "types=KLO")).isZero();
        assertThat(answer().get("n").asInt()).isZero();
        assertThat(answer().get("status").asString()).isEqualTo("nothing-found");
    }

    @Test
    void the_same_words_give_the_same_bytes() {
        assertThat(analyse("grid")).isZero();
        byte[] first = out.toByteArray();
        out.reset();

        assertThat(analyse("grid")).isZero();

        assertThat(out.toByteArray()).isEqualTo(first);
    }

    @Test
    void a_file_of_marks_is_analysed_as_marks() throws IOException {
        Path marks = marks();

        assertThat(commandLine.run("analyse", "grid", "--in", marks.toString(), "--kind", "unsafe-places"))
                .isZero();

        assertThat(answer().get("n").asInt()).isEqualTo(12);
    }

    @Test
    void marks_boundary_and_lamps_may_stand_beside_the_incidents() throws IOException {
        Path area = Files.writeString(
                folder.resolve("area.geojson"),
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[12.9,58],[13.2,58],[13.2,58.2],[12.9,58.2],[12.9,58]]]}}");
        Path lamps = Files.writeString(
                folder.resolve("lamps.geojson"),
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58.1]}}");

        int exit = analyse(
                "grid", "--marks", marks().toString(), "--boundary", area.toString(), "--around", "lamps=" + lamps);

        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(analyse("grid", "--boundary", lamps.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--boundary");
    }

    /** 100 × 98 / (60 × 100) by hand, and the WDD's error √(100 + 60 + 100 + 98 + 50 + 48). */
    @Test
    void effect_measures_need_no_file_and_their_figures_stand_at_the_top() {
        String[] counts = {
            "--set",
            "targetBefore=100",
            "--set",
            "targetAfter=60",
            "--set",
            "comparisonBefore=100",
            "--set",
            "comparisonAfter=98",
            "--set",
            "displacementBefore=50",
            "--set",
            "displacementAfter=48"
        };

        JsonNode beforeAfter = numbers("before-after", Arrays.copyOf(counts, 8));
        assertThat(beforeAfter.get("relativeEffectSize").asDouble()).isCloseTo(9_800 / 6_000.0, within(1e-12));
        assertThat(beforeAfter.get("interval")).hasSize(2);
        assertThat(beforeAfter.get("verdict").asString()).isNotBlank();
        JsonNode quotient = numbers("wdq", counts);
        assertThat(quotient.get("wdq").isNumber()).isTrue();
        assertThat(quotient.get("tne").isNumber()).isTrue();
        JsonNode difference = numbers("wdd", counts);
        assertThat(difference.get("wdd").asDouble()).isEqualTo(-40);
        assertThat(difference.get("standardError").asDouble()).isCloseTo(Math.sqrt(456), within(1e-12));
        assertThat(difference.get("z").asDouble()).isCloseTo(-40 / Math.sqrt(456), within(1e-12));
        assertThat(difference.get("p").asDouble()).isBetween(0.06, 0.062);
        assertThat(numbers("e-test", Arrays.copyOf(counts, 4)).get("p").asDouble())
                .isLessThan(0.01);
        assertThat(numbers("minimum-detectable-effect", Arrays.copyOf(counts, 4))
                        .get("verdict")
                        .asString())
                .isNotBlank();
        assertThat(commandLine.run("analyse", "wdd", "--set", "targetBefore=-1"))
                .isEqualTo(2);
    }

    @Test
    void without_a_method_all_are_listed() {
        assertThat(commandLine.run("analyse")).isZero();
        String listed = out.toString(StandardCharsets.UTF_8);
        out.reset();
        assertThat(commandLine.run("analyse", "--help")).isZero();
        String help = out.toString(StandardCharsets.UTF_8);

        for (Analysis analysis : Analyses.ALL) {
            assertThat(listed).contains("  " + analysis.name() + " ");
            assertThat(help).contains("  " + analysis.name() + " ");
        }
        assertThat(listed).contains("cell=a number of 10 to 100000 m");
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, nonsense",
        "grid --seed x, seed",
        "grid --set cell=5, 10 to 100000 m",
        "grid --set to=2025-01-01 --set from=2026-01-01, to is 2025-01-01",
        "grid --marks none.csv, none.csv",
        "grid --boundary none.geojson, none.geojson",
        "grid --around lamps, lamps",
        "grid --around pigeons=x, pigeons",
        "dbscan --set eps=-1 --set minPts=3, eps",
        "dbscan --set eps=x --set minPts=3, eps is x",
        "kde --set colour=red, colour",
        "kde --set kernel=flat, flat",
        "kde --set cell=0.0001, cells",
        "hotspots --set from=2026-02-30, 2026-02-30",
        "hotspots --out x.pdf, x.pdf",
    })
    void what_cannot_be_done_is_said(String words, String named) {
        int exit = analyse(words.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(named).doesNotContain("\tat ");
    }

    @Test
    void a_file_without_coordinates_is_refused() throws IOException {
        Path empty = Files.writeString(folder.resolve("none.csv"), "a,b\n1,2\n3,4\n");

        int exit = commandLine.run("analyse", "grid", "--in", empty.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.csv").containsIgnoringCase("koordinat");
    }

    @Test
    void cases_are_answered_in_the_layout_of_their_folder() throws IOException {
        Files.createDirectories(folder.resolve("cases/expected"));
        Files.createDirectories(folder.resolve("cases/inputs"));
        Files.copy(incidents, folder.resolve("cases/inputs/small.csv"));
        Files.writeString(
                folder.resolve("cases/expected/dbscan-small.json"),
                "{\"id\":\"dbscan-small\",\"method\":\"dbscan\",\"input\":\"inputs/small.csv\","
                        + "\"params\":{\"eps\":20,\"minPts\":5}}");
        Path answers = folder.resolve("answers");

        int exit = commandLine.run("cases", folder.resolve("cases").toString(), "--out", answers.toString());

        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        JsonNode answer = JsonMapper.shared().readTree(Files.readString(answers.resolve("dbscan-small.json")));
        assertThat(answer.at("/expected/clusters").asInt()).isEqualTo(2);
        assertThat(Files.readAllLines(answers.resolve("dbscan-small.labels.csv")))
                .hasSize(36);
        assertThat(commandLine.run("cases", folder.toString(), "--out", answers.toString()))
                .isEqualTo(2);
    }

    /** Twelve people mark the first heap. */
    private Path marks() throws IOException {
        StringBuilder csv = new StringBuilder("lat,lon,otrygg,datum\n");
        for (int i = 0; i < 12; i++) {
            csv.append(String.format(Locale.ROOT, "58.0%03d,13.0%03d,ja,2026-05-%02d%n", 70 + i, 20 + i, 1 + i));
        }
        return Files.writeString(folder.resolve("marks.csv"), csv);
    }

    private JsonNode numbers(String method, String... settings) {
        out.reset();
        List<String> words = new ArrayList<>(List.of("analyse", method));
        words.addAll(List.of(settings));
        assertThat(commandLine.run(words.toArray(String[]::new)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return answer();
    }

    private JsonNode answer() {
        return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private int analyse(String... words) {
        String[] all = new String[words.length + 5];
        all[0] = "analyse";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--in";
        all[words.length + 2] = incidents.toString();
        all[words.length + 3] = "--crs";
        all[words.length + 4] = "EPSG:3006";
        return commandLine.run(all);
    }

    private static String row(int id, int x, int y, String time) {
        return String.format(Locale.ROOT, "%d,%d,%d,1,%s,SKA%n", id, x, y, time);
    }
}
