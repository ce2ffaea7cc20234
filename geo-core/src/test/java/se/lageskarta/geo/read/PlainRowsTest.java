package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.survey.UnsafePlace;

/**
 * The shortest way comes to what the long one comes to. Who wants degrees as well gets every row by the long way: both
 * read the same tables here, whose rows are plain or have one of many faults.
 */
class PlainRowsTest {
    private static final int TABLES = 60;
    private static final int ROWS = 400;

    @TempDir
    Path folder;

    /** Keeps what comes, and wants no degrees. */
    private static final class Metres implements RowSink {
        private final List<Incident> incidents = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private int plain;

        @Override
        public void incident(long line, Incident incident, double lon, double lat, @Nullable Geometry shape) {
            incidents.add(incident);
            lines.add(line);
            plain += Double.isNaN(lon) ? 1 : 0;
        }

        @Override
        public void unsafePlace(long line, UnsafePlace place, double lon, double lat) {
            throw new AssertionError("no survey");
        }

        @Override
        public void base(long line, BaseFeature feature) {
            throw new AssertionError("no layer");
        }

        @Override
        public void problem(RowProblem problem, Fate fate) {
            problems.add(problem);
        }

        @Override
        public boolean wantsDegrees() {
            return false;
        }
    }

    static Stream<Integer> tables() {
        return IntStream.range(0, TABLES).boxed();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_row_comes_to_the_same_by_either_way(int seed) throws Exception {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, new Table(seed).text());
        Rows all = Rows.of(file);
        Metres metres = new Metres();
        ReadTally tally = IncidentReader.read(all.plan, metres);
        assertThat(tally).isEqualTo(all.tally);
        assertThat(metres.incidents).isEqualTo(all.incidents);
        assertThat(metres.lines).isSorted();
        // doubts about a place come when it is projected, among those of later rows
        assertThat(metres.problems).containsExactlyInAnyOrderElementsOf(all.problems);
    }

    @Test
    void no_place_is_no_place_also_where_the_system_begins() throws Exception {
        Path file = folder.resolve("scilly.csv");
        StringBuilder text = new StringBuilder("id;datum;kategori;ost;nord\n");
        for (int row = 0; row < 50; row++) {
            boolean none = row % 10 == 9;
            String place = none ? "0;0" : (20_000 + row * 100) + ".5;" + (30_000 + row * 50) + ".5";
            text.append(row).append(";2024-03-05;Stöld;").append(place).append('\n');
        }
        Files.writeString(file, text);
        Rows all = Rows.of(file, "scilly.csv", Rows.in(new Crs(27700)));
        Metres metres = new Metres();
        ReadTally tally = IncidentReader.read(all.plan, metres);
        assertThat(metres.plain).isGreaterThan(20);
        assertThat(tally).isEqualTo(all.tally).isEqualTo(new ReadTally(45, 0, 5, 0));
        assertThat(metres.incidents).isEqualTo(all.incidents);
    }

    @Test
    void the_tables_have_plain_rows_and_every_fault() throws Exception {
        Set<String> codes = new HashSet<>();
        int near = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            Path file = folder.resolve("table.csv");
            Files.writeString(file, new Table(seed).text());
            Metres metres = new Metres();
            IncidentReader.read(IncidentReader.plan(file, "table.csv", Rows.options()), metres);
            metres.problems.forEach(problem -> codes.add(problem.code()));
            near += metres.plain;
        }
        assertThat(near).as("rows that were not projected").isGreaterThan(TABLES * ROWS / 3);
        assertThat(codes)
                .contains(
                        "coordinate.far",
                        "coordinate.missing",
                        "coordinate.number",
                        "coordinate.swapped",
                        "coordinate.zero",
                        "date.unreadable",
                        "id.conflict",
                        RowFacts.REPEATED,
                        "id.several-types",
                        "id.too-long",
                        "row.extra-cells",
                        "row.total",
                        "text.control",
                        "text.personal-data",
                        "type.missing",
                        "type.unknown");
    }

    /** A table of incidents; one row of four has a fault. */
    private static final class Table {
        private static final String[] TYPES = {"Stöld", "Skadegörelse", "Narkotika", "Misshandel", "Klotter"};

        private final Random random;
        private final char separator;
        private final boolean hasId;
        private final boolean hasTime;
        private final boolean hasMore;
        private final boolean northFirst;
        private String id = "";
        private String last = "";

        Table(int seed) {
            random = new Random(seed);
            separator = random.nextInt(3) == 0 ? ',' : ';';
            hasId = random.nextInt(4) > 0;
            hasTime = random.nextInt(3) == 0;
            hasMore = random.nextInt(8) == 0;
            northFirst = random.nextInt(6) == 0;
        }

        String text() {
            StringBuilder text = new StringBuilder();
            text.append(headings());
            for (int row = 0; row < ROWS; row++) {
                id = Integer.toString(1000 + row);
                String line = random.nextInt(4) == 0 ? odd() : plain();
                text.append(line).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
                last = line;
            }
            return text.toString();
        }

        private String headings() {
            // columns called the wrong way round are found out by where the places lie
            String places = northFirst ? "x;y" : "ost;nord";
            String headings = (hasId ? "id;" : "") + "datum;" + (hasTime ? "tid;" : "") + "kategori;" + places
                    + ";anteckning" + (hasMore ? ";vikt" : "") + "\n";
            return headings.replace(';', separator);
        }

        private String plain() {
            return row(date(), type(), east(), north(), "Parken");
        }

        private String row(String date, String type, String east, String north, String note) {
            String places = northFirst ? north + ";" + east : east + ";" + north;
            String row = (hasId ? id + ";" : "") + date + ";" + (hasTime ? "21:30;" : "") + type + ";" + places + ";"
                    + note + (hasMore ? ";1" : "");
            return row.replace(';', separator);
        }

        private String odd() {
            String number = id;
            return switch (random.nextInt(27)) {
                case 0 -> numbered("", plain());
                case 1 -> last.isEmpty() ? plain() : last;
                case 2 -> numbered(Integer.toString(1000 + random.nextInt(ROWS)), null);
                case 3 -> numbered("9" + "0".repeat(random.nextInt(300)), null);
                case 4 -> numbered("K-" + number + "-2024-0001-x", null);
                case 5 -> row("2024-02-30", type(), east(), north(), "");
                case 6 -> row("2024-03-05", type(), east(), north(), "");
                case 7 -> row("5.3.2024 14:30", type(), east(), north(), "");
                case 8 -> row("", type(), east(), north(), "");
                case 9 -> row("2024-03-05 14:30:60", type(), east(), north(), "");
                case 10 -> row(date(), "", east(), north(), "");
                case 11 -> row(date(), "Okänt ord " + random.nextInt(5), east(), north(), "");
                case 12 -> row(date(), " " + type() + "  ", east(), north(), "\"Ute, \"\"sent\"\"\"");
                case 13 -> row(date(), type(), "", north(), "");
                case 14 -> row(date(), type(), "vet ej", north(), "");
                case 15 -> row(date(), type(), "483642.0", north(), "");
                case 16 -> row(date(), type(), "383642.0", "7139031.5", "");
                case 17 -> row(date(), type(), "0", "0", "");
                case 18 -> row(date(), type(), north(), east(), "");
                case 19 -> plain() + separator + "mer";
                case 20 -> shortened(plain());
                case 21 -> "Summa" + String.valueOf(separator).repeat(5) + ROWS;
                case 22 -> headings().strip();
                case 23 -> row(date(), type(), east(), north(), "19811218-9876");
                // as far to the east as a place may be, and as far to the north, but not both
                case 24 -> row(date(), type(), "429000.5", "6484000.5", "");
                case 25 -> row(date(), type(), east(), north(), "Ute\u0001sent");
                default ->
                    row(date(), type(), "\"" + east() + "\"", Integer.toString(6_438_000 + random.nextInt(900)), "é");
            };
        }

        private String shortened(String row) {
            return row.substring(0, row.lastIndexOf(separator));
        }

        private String numbered(String other, @Nullable String fallback) {
            id = other;
            return fallback != null && random.nextBoolean() ? fallback : plain();
        }

        private String date() {
            return String.format(
                    Locale.ROOT,
                    random.nextBoolean() ? "20%02d-%02d-%02d %02d:%02d" : "20%02d-%02d-%02dT%02d:%02d:00",
                    20 + random.nextInt(5),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    random.nextInt(60));
        }

        private String type() {
            return TYPES[random.nextInt(TYPES.length)];
        }

        private String east() {
            return String.format(Locale.ROOT, "%.2f", 380_000 + random.nextDouble() * 8_000);
        }

        private String north() {
            return String.format(Locale.ROOT, "%.2f", 6_435_000 + random.nextDouble() * 8_000);
        }
    }
}
