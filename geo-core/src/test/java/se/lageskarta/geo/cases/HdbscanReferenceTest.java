package se.lageskarta.geo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.geo.cluster.Hdbscan;
import se.lageskarta.geo.cluster.HdbscanClusters;

/** The cases of HDBSCAN* beside the project: distances and tree exact, clusters where two programs agree. */
class HdbscanReferenceTest {
    private static final double RELATIVE = 1e-9;

    @TempDir
    Path out;

    @TestFactory
    Stream<DynamicTest> answers_every_reference_case() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : SharedCases.folder().stream().toList()) {
            try (Stream<Path> files = Files.list(folder.resolve("expected"))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    CaseFile question = CaseFile.read(folder, file);
                    if (question.method().startsWith("hdbscan")) {
                        tests.add(DynamicTest.dynamicTest(question.id(), () -> check(question, file)));
                    }
                }
            }
            tests.add(DynamicTest.dynamicTest("public-DS3, 25", () -> checkPublished(folder)));
        }
        return tests.stream();
    }

    private void check(CaseFile question, Path file) throws IOException {
        assertThat(CaseRunner.answer(question, out)).isTrue();
        Map<?, ?> expected =
                (Map<?, ?>) JsonTree.readMembers(file, Set.of("expected")).get("expected");
        Map<?, ?> ours = (Map<?, ?>) JsonTree.readMembers(out.resolve(question.id() + ".json"), Set.of("expected"))
                .get("expected");
        assertThat(ours.get("n")).isEqualTo(expected.get("n"));
        assertNear(ours.get("coreDistanceSum"), expected.get("coreDistanceSum"));
        assertNear(ours.get("mutualReachabilityMstWeight"), expected.get("mutualReachabilityMstWeight"));
        Map<?, ?> quantiles = (Map<?, ?>) expected.get("mstEdgeQuantiles");
        quantiles.forEach((share, value) -> assertNear(((Map<?, ?>) ours.get("mstEdgeQuantiles")).get(share), value));
        checkRows(
                question,
                Boolean.TRUE.equals(
                        JsonTree.readMembers(file, Set.of("labelsBinding")).get("labelsBinding")));
    }

    private void checkRows(CaseFile question, boolean labelsBinding) throws IOException {
        List<String[]> expected = rows(question.named("expected/" + question.id() + ".labels.csv"));
        List<String[]> ours = rows(out.resolve(question.id() + ".labels.csv"));
        assertThat(ours).hasSameSizeAs(expected);
        for (int i = 1; i < expected.size(); i++) {
            assertThat(ours.get(i)[0]).isEqualTo(expected.get(i)[0]);
            double core = Double.parseDouble(expected.get(i)[5]);
            assertThat(Double.parseDouble(ours.get(i)[3])).isCloseTo(core, within(RELATIVE * core));
        }
        if (labelsBinding) {
            List<String> labels = column(ours, 1);
            assertThat(Math.max(randIndex(labels, column(expected, 1)), randIndex(labels, column(expected, 3))))
                    .isGreaterThanOrEqualTo(0.95);
        }
    }

    private static void checkPublished(Path folder) throws IOException {
        try (BufferedReader lines = new BufferedReader(CasePoints.open(folder.resolve("inputs/public-DS3.csv.gz")))) {
            List<double[]> points = lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])})
                    .toList();
            double[] x = points.stream().mapToDouble(point -> point[0]).toArray();
            double[] y = points.stream().mapToDouble(point -> point[1]).toArray();
            HdbscanClusters clusters = Hdbscan.of(25).fit(x, y);
            assertThat(x).hasSize(8000);
            assertThat(clusters.count()).isEqualTo(6);
            assertThat(clusters.noise()).isEqualTo(815);
        }
    }

    /** Agreement of two partitions, 1 for the same, 0 for chance (Hubert &amp; Arabie 1985). */
    private static double randIndex(List<String> a, List<String> b) {
        Map<String, Long> both = new HashMap<>();
        Map<String, Long> inA = new HashMap<>();
        Map<String, Long> inB = new HashMap<>();
        for (int i = 0; i < a.size(); i++) {
            both.merge(a.get(i) + "|" + b.get(i), 1L, Long::sum);
            inA.merge(a.get(i), 1L, Long::sum);
            inB.merge(b.get(i), 1L, Long::sum);
        }
        double chance = pairs(inA) * pairs(inB) / (a.size() * (a.size() - 1) / 2.0);
        return (pairs(both) - chance) / ((pairs(inA) + pairs(inB)) / 2 - chance);
    }

    private static double pairs(Map<String, Long> counts) {
        return counts.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }

    private static void assertNear(Object ours, Object expected) {
        double value = ((Number) expected).doubleValue();
        assertThat(((Number) ours).doubleValue()).isCloseTo(value, within(RELATIVE * value));
    }

    private static List<String> column(List<String[]> rows, int column) {
        return rows.stream().skip(1).map(row -> row[column]).toList();
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(CasePoints.open(file))) {
            return lines.lines().map(line -> line.split(",")).toList();
        }
    }
}
