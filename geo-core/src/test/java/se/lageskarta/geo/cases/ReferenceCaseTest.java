package se.lageskarta.geo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reference case beside the project whose method we know, inside its tolerance; none when the folder is
 * not there. The small cases that the project carries itself stand in the rooms' own tests.
 */
class ReferenceCaseTest {
    private static final Set<String> CLUSTERS = Set.of("dbscan", "dbscan-weighted", "st-dbscan");

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
                    if (CLUSTERS.contains(question.method())
                            || question.method().startsWith("kde")) {
                        tests.add(DynamicTest.dynamicTest(question.id(), () -> check(question)));
                    }
                }
            }
        }
        return tests.stream();
    }

    private void check(CaseFile question) throws IOException {
        assertThat(CaseRunner.answer(question, out)).isTrue();
        if (CLUSTERS.contains(question.method())) {
            checkLabels(question);
            checkCounts(question);
        } else if (question.method().equals("kde")) {
            checkGrid(question);
        } else {
            checkEdge(question);
        }
    }

    /** Core flags, noise and core partition exact; a border point in one of its admissible clusters. */
    private void checkLabels(CaseFile question) throws IOException {
        List<String[]> expected = rows(question.named("expected/" + question.id() + ".labels.csv"));
        List<String[]> ours = rows(out.resolve(question.id() + ".labels.csv"));
        assertThat(ours).hasSameSizeAs(expected);
        Map<String, String> theirsOfOurs = new HashMap<>();
        Map<String, String> oursOfTheirs = new HashMap<>();
        for (int i = 1; i < expected.size(); i++) {
            String[] theirs = expected.get(i);
            String[] our = ours.get(i);
            assertThat(our[0]).isEqualTo(theirs[0]);
            assertThat(our[1]).as("core flag of row %s", theirs[0]).isEqualTo(theirs[1]);
            if (theirs[1].equals("1")) {
                assertThat(theirsOfOurs.computeIfAbsent(our[2], key -> theirs[2]))
                        .isEqualTo(theirs[2]);
                assertThat(oursOfTheirs.computeIfAbsent(theirs[2], key -> our[2]))
                        .isEqualTo(our[2]);
                assertThat(our[2]).as("numbers follow the first core row").isEqualTo(theirs[2]);
            }
        }
        for (int i = 1; i < expected.size(); i++) {
            List<String> admissible = Arrays.asList(expected.get(i)[2].split("\\|"));
            assertThat(admissible).as("cluster of row %s", expected.get(i)[0]).contains(ours.get(i)[2]);
        }
    }

    private void checkCounts(CaseFile question) throws IOException {
        Map<String, Object> expected = expected(question.named("expected/" + question.id() + ".json"));
        Map<String, Object> ours = expected(out.resolve(question.id() + ".json"));
        expected.forEach((key, value) -> {
            if (!key.equals("labelsFile")) {
                assertThat(ours).containsEntry(key, value);
            }
        });
    }

    private void checkGrid(CaseFile question) throws IOException {
        List<String[]> expected = rows(question.named("expected/" + question.id() + ".grid.csv"));
        List<String[]> ours = rows(out.resolve(question.id() + ".grid.csv"));
        double max = ((Number) expected(question.named("expected/" + question.id() + ".json"))
                        .get("max"))
                .doubleValue();
        assertThat(ours).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            for (int column = 0; column < expected.get(row).length; column++) {
                assertThat(Double.parseDouble(ours.get(row)[column]))
                        .as("row %d, column %d", row, column)
                        .isCloseTo(Double.parseDouble(expected.get(row)[column]), within(1e-6 * max));
            }
        }
    }

    private void checkEdge(CaseFile question) throws IOException {
        List<String[]> expected = rows(question.named("expected/" + question.id() + ".cells.csv"));
        List<String[]> ours = rows(out.resolve(question.id() + ".cells.csv"));
        assertThat(ours).hasSameSizeAs(expected);
        double[] max = new double[5];
        for (String[] row : expected.subList(1, expected.size())) {
            for (int column = 2; column < 5; column++) {
                max[column] = Math.max(max[column], Double.parseDouble(row[column]));
            }
        }
        double[] tolerance = {0, 5e-3, 1e-6 * max[2], 1e-2 * max[3], 1e-2 * max[4]};
        for (int i = 1; i < expected.size(); i++) {
            for (int column = 1; column < 5; column++) {
                assertThat(Double.parseDouble(ours.get(i)[column]))
                        .as("cell %s, column %d", expected.get(i)[0], column)
                        .isCloseTo(Double.parseDouble(expected.get(i)[column]), within(tolerance[column]));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> expected(Path file) throws IOException {
        return (Map<String, Object>)
                JsonTree.readMembers(file, Set.of("expected")).get("expected");
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(CasePoints.open(file))) {
            return lines.lines().map(line -> line.split(",")).toList();
        }
    }
}
