package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.lageskarta.geo.crs.Crs;

/** Real files, where they lie beside the project: every row is accounted for, and the system is found without being told. */
class RealFilesTest {
    record Case(String file, @Nullable Crs given, FileKind kind, String crs, long rows, String unplaced) {}

    @TestFactory
    Stream<DynamicTest> accounts_for_every_row() {
        return Stream.of(
                        new Case(
                                "data/uk_kent_2018-10_2019-02.csv.gz",
                                null,
                                FileKind.INCIDENTS,
                                "EPSG:27700",
                                74_294,
                                "none"),
                        new Case(
                                "data/memphis_robberies_2019.csv",
                                null,
                                FileKind.INCIDENTS,
                                "EPSG:26916",
                                2_245,
                                "none"),
                        new Case(
                                "data/chicago_burglary_2014_2017.csv",
                                new Crs(26971),
                                FileKind.INCIDENTS,
                                "EPSG:26971",
                                45_319,
                                "none"),
                        new Case(
                                "data/polisen_events_2023-03_2026-08.csv.gz",
                                null,
                                FileKind.INCIDENTS,
                                "EPSG:3006",
                                84_574,
                                "all"),
                        new Case(
                                "reference/cases/inputs/herrljunga.csv",
                                null,
                                FileKind.INCIDENTS,
                                "EPSG:3006",
                                2_975,
                                "none"),
                        new Case(
                                "reference/cases/inputs/herrljunga_survey.csv",
                                null,
                                FileKind.UNSAFE_PLACES,
                                "EPSG:3006",
                                320,
                                "none"))
                .filter(c -> shared(c.file()) != null)
                .map(c -> DynamicTest.dynamicTest(c.file(), () -> check(c)));
    }

    private static void check(Case c) throws IOException, UnreadableFileException {
        Path file = shared(c.file());
        Rows rows = Rows.of(file, file.getFileName().toString(), Rows.in(c.given()));
        assertThat(rows.plan.kind()).isEqualTo(c.kind());
        assertThat(rows.plan.workingCrs()).hasToString(c.crs());
        assertThat(rows.tally.rows()).isEqualTo(c.rows());
        assertThat(rows.tally.rejected()).as(rows.codes().toString()).isZero();
        assertThat(rows.tally.uncertain()).isEqualTo(c.unplaced().equals("all") ? c.rows() : 0);
        assertThat(rows.incidents.size() + rows.unsafePlaces.size()).isEqualTo((int) c.rows());
    }

    private static @Nullable Path shared(String file) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path there = folder.resolve("shared").resolve(file);
            if (Files.exists(there)) {
                return there;
            }
        }
        return null;
    }
}
