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

/** The reference cases of Gi*, local Moran and emerging hotspots beside the project, inside their tolerances. */
class GridReferenceTest {
    private static final double RELATIVE = 1e-9;

    @TempDir
    Path out;

    @TestFactory
    Stream<DynamicTest> answers_every_reference_case_on_a_grid() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : SharedCases.folder().stream().toList()) {
            try (Stream<Path> files = Files.list(folder.resolve("expected"))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    CaseFile question = CaseFile.read(folder, file);
                    if (question.method().startsWith("getis-ord")
                            || question.method().startsWith("emerging")) {
                        tests.add(DynamicTest.dynamicTest(question.id(), () -> check(question)));
                    }
                }
            }
        }
        return tests.stream();
    }

    private void check(CaseFile question) throws IOException {
        assertThat(CaseRunner.answer(question, out)).isTrue();
        Object expected = expected(question.file());
        Object ours = expected(out.resolve(question.id() + ".json"));
        if (expected instanceof List<?>) {
            assertThat(ours).isEqualTo(expected);
            return;
        }
        checkMembers((Map<?, ?>) expected, (Map<?, ?>) ours);
        checkTable(question, ".cells.csv", "cell");
        if (question.method().startsWith("emerging")) {
            checkTable(question, ".bins.csv", "cell", "step");
        }
    }

    private static void checkMembers(Map<?, ?> expected, Map<?, ?> ours) {
        assertThat(List.copyOf(ours.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        expected.forEach((name, value) -> {
            if (name.toString().endsWith("File")) {
                assertThat(ours.get(name).toString())
                        .startsWith(value.toString().replace(".gz", ""));
            } else if (value instanceof Double number) {
                assertThat(((Number) ours.get(name)).doubleValue())
                        .as("%s", name)
                        .isCloseTo(number, within(RELATIVE * Math.abs(number)));
            } else if (name.equals("globalGz")) {
                double z = (Double) ((List<?>) ((List<?>) value).get(0)).get(0);
                assertThat((Double) ((List<?>) ((List<?>) ours.get(name)).get(0)).get(0))
                        .isCloseTo(z, within(RELATIVE * Math.abs(z)));
            } else if (!name.equals("permutation")) {
                assertThat(ours.get(name)).as("%s", name).isEqualTo(value);
            }
        });
    }

    private void checkTable(CaseFile question, String suffix, String... keys) throws IOException {
        List<String[]> expected = rows(question.named("expected/" + question.id() + suffix));
        List<String[]> ours = rows(out.resolve(question.id() + suffix));
        assertThat(ours.get(0)).isEqualTo(expected.get(0));
        Map<String, String[]> byKey = new HashMap<>();
        ours.forEach(row -> byKey.put(key(row, keys.length), row));
        double[] scale = scale(expected);
        int shuffled = List.of(expected.get(0)).indexOf("pPermHot");
        int far = 0;
        for (int i = 1; i < expected.size(); i++) {
            String[] theirs = expected.get(i);
            String[] our = keys.length == 1 ? ours.get(i) : byKey.getOrDefault(key(theirs, keys.length), new String[0]);
            if (our.length == 0) {
                continue; // among cells with as many incidents, which are listed last is nobody's matter
            }
            for (int column = 0; column < theirs.length; column++) {
                if (column == shuffled) {
                    far += farther(Double.parseDouble(theirs[column]), Double.parseDouble(our[column])) ? 1 : 0;
                } else {
                    checkValue(theirs[column], our[column], scale[column], expected.get(0)[column] + " in line " + i);
                }
            }
        }
        assertThat(far).as("cells outside the Monte Carlo band").isLessThanOrEqualTo(expected.size() / 100);
    }

    private static boolean farther(double theirs, double ours) {
        return Math.abs(theirs - ours) > 4 * Math.sqrt(theirs * (1 - theirs) * 2 / 9999) + 1e-12;
    }

    private static void checkValue(String theirs, String ours, double scale, String name) {
        if (theirs.matches("-?[0-9.]+(?:[eE][-+]?[0-9]+)?")) {
            double value = Double.parseDouble(theirs);
            assertThat(Double.parseDouble(ours))
                    .as(name)
                    .isCloseTo(value, within(RELATIVE * Math.max(Math.abs(value), 1e-3 * scale)));
        } else {
            assertThat(ours).as(name).isEqualTo(theirs);
        }
    }

    /** The greatest value of each column: the last digits of a number near 0 are those of what it is made of. */
    private static double[] scale(List<String[]> rows) {
        double[] scale = new double[rows.get(0).length];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                if (row[column].matches("-?[0-9.]+(?:[eE][-+]?[0-9]+)?")) {
                    scale[column] = Math.max(scale[column], Math.abs(Double.parseDouble(row[column])));
                }
            }
        }
        return scale;
    }

    private static String key(String[] row, int columns) {
        return String.join(",", List.of(row).subList(0, columns));
    }

    private static Object expected(Path file) throws IOException {
        return JsonTree.readMembers(file, Set.of("expected")).get("expected");
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(CasePoints.open(file))) {
            return lines.lines()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        }
    }
}
