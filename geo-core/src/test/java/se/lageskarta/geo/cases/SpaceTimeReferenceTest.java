package se.lageskarta.geo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The reference cases of near repeat and scan statistics, inside their tolerances; none without the folder. */
class SpaceTimeReferenceTest {
    @TempDir
    Path out;

    @TestFactory
    Stream<DynamicTest> answers_every_case_of_space_and_time() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : SharedCases.folder().stream().toList()) {
            try (Stream<Path> files = Files.list(folder.resolve("expected"))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    CaseFile question = CaseFile.read(folder, file);
                    if (question.method().startsWith("knox")) {
                        tests.add(DynamicTest.dynamicTest(question.id(), () -> checkKnox(question)));
                    } else if (question.method().matches(".*\\bscan\\b.*")) {
                        tests.add(DynamicTest.dynamicTest(question.id(), () -> checkScan(question)));
                    }
                }
            }
        }
        return tests.stream();
    }

    /** Counts exact, expectation 1e-9, means within 4 standard errors, p within 4 standard errors and a step. */
    private void checkKnox(CaseFile question) throws IOException {
        assertThat(CaseRunner.answer(question, out)).isTrue();
        Map<String, Object> expected = expected(question.folder().resolve("expected/" + question.id() + ".json"));
        Map<String, Object> ours = expected(out.resolve(question.id() + ".json"));
        for (String exact : List.of("n", "observed")) {
            assertThat(ours).containsEntry(exact, expected.get(exact));
        }
        for (String exact : List.of("spatialPairs", "temporalPairs")) {
            assertThat(numbers(ours.get(exact))).isEqualTo(numbers(expected.get(exact)));
        }
        List<Double> analytic = numbers(expected.get("expectedAnalytic"));
        List<Double> ourAnalytic = numbers(ours.get("expectedAnalytic"));
        List<Double> mean = numbers(expected.get("permMean"));
        List<Double> ourMean = numbers(ours.get("permMean"));
        List<Double> deviation = numbers(expected.get("permSd"));
        List<Double> p = numbers(expected.get("p"));
        List<Double> ourP = numbers(ours.get("p"));
        double permutations = question.number("permutations");
        for (int i = 0; i < analytic.size(); i++) {
            assertThat(ourAnalytic.get(i)).isCloseTo(analytic.get(i), within(1e-9 * (1 + analytic.get(i))));
            assertThat(ourMean.get(i))
                    .as("mean of cell %d", i)
                    .isCloseTo(mean.get(i), within(4 * deviation.get(i) / Math.sqrt(permutations) + 1e-12));
            double slack = 4 * Math.sqrt(p.get(i) * (1 - p.get(i)) / permutations) + 1 / permutations;
            assertThat(ourP.get(i)).as("p of cell %d", i).isCloseTo(p.get(i), within(slack));
        }
    }

    /** The most unusual clusters of SaTScan 9.4.4 as published for the sample data, where these lie beside the project. */
    @TestFactory
    Stream<DynamicTest> reproduces_the_clusters_that_SaTScan_published() {
        return SharedCases.folder().stream()
                .flatMap(folder -> Stream.of(
                        published(
                                folder,
                                "fever",
                                "NYCfevercas.csv;satscan/NYCfevergeo.csv",
                                Map.of(
                                        "period", "2001-11-01..2001-11-24, day index 0..23",
                                        "maxRadiusKm", 3L,
                                        "temporalDays", "1..7",
                                        "maxCases", "50 %",
                                        "distance", "great circle"),
                                3.845418,
                                3.164201,
                                2.137259),
                        published(
                                folder,
                                "test3",
                                "satscan_test3.cas;satscan/satscan_test3.geo",
                                Map.of("temporal", "window ends at 1000, length 1..500", "maxRadius", 50L),
                                1.622161)));
    }

    private DynamicTest published(Path folder, String id, String input, Map<String, Object> params, double... ratios) {
        CaseFile question = new CaseFile(
                folder, folder, id, "space-time permutation scan (prospective)", "satscan/" + input, params);
        return DynamicTest.dynamicTest(id, () -> {
            assertThat(CaseRunner.answer(question, out)).isTrue();
            List<Map<String, Object>> clusters = clusters(out.resolve(id + ".json"));
            assertThat(clusters).hasSize(ratios.length);
            for (int k = 0; k < ratios.length; k++) {
                assertThat(numbers(clusters.get(k).get("llr")).get(0)).isCloseTo(ratios[k], within(1e-6));
            }
        });
    }

    /** Likelihood ratios to 1e-6, everything else about the clusters as it stands. */
    private void checkScan(CaseFile question) throws IOException {
        assertThat(CaseRunner.answer(question, out)).isTrue();
        List<Map<String, Object>> expected = clusters(question.folder().resolve("expected/" + question.id() + ".json"));
        List<Map<String, Object>> ours = clusters(out.resolve(question.id() + ".json"));
        assertThat(ours).hasSameSizeAs(expected);
        for (int k = 0; k < expected.size(); k++) {
            for (String exact : List.of("locations", "center", "start", "end")) {
                assertThat(ours.get(k)).containsEntry(exact, expected.get(k).get(exact));
            }
            for (String close : List.of("llr", "radius", "observed", "expected")) {
                double slack = close.equals("expected") ? 1e-4 : 1e-6;
                assertThat(numbers(ours.get(k).get(close)).get(0))
                        .as("%s of cluster %d", close, k)
                        .isCloseTo(numbers(expected.get(k).get(close)).get(0), within(slack));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> clusters(Path file) throws IOException {
        return (List<Map<String, Object>>) expected(file).get("clusters");
    }

    private static List<Double> numbers(Object value) {
        List<Double> numbers = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> numbers.addAll(numbers(element)));
        } else if (value instanceof Number number) {
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> expected(Path file) throws IOException {
        return (Map<String, Object>)
                JsonTree.readMembers(file, Set.of("expected")).get("expected");
    }
}
