package se.lageskarta.geo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference cases of patterns, concentration, accuracy, trends and small counts beside the project, every
 * number of them inside its tolerance; none when the folder is not there.
 */
class StatisticsReferenceTest {
    /** Relative tolerance by method, as the cases state it. */
    private static final Map<String, Double> METHODS = Map.of(
            "clark-evans nearest neighbour index", 1e-9,
            "ripley K and L", 1e-6,
            "centrography", 1e-9,
            "law of crime concentration", 1e-9,
            "PAI PEI RRI hit rate", 1e-12,
            "mann-kendall + sen + seasonal MK + STL", 1e-9,
            "small count tests", 1e-6);

    /** What one other program gives beside what the case asks for. */
    private static final Set<String> BESIDE = Set.of(".spatstatAll.guard", ".spatstatAll.cdf");

    @TempDir
    Path out;

    @TestFactory
    Stream<DynamicTest> answers_every_reference_case() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : SharedCases.folder().stream().toList()) {
            try (Stream<Path> files = Files.list(folder.resolve("expected"))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted(Comparator.comparing(Path::toString))
                        .toList()) {
                    CaseFile question = CaseFile.read(folder, file);
                    Double tolerance = METHODS.get(question.method());
                    if (tolerance != null) {
                        tests.add(DynamicTest.dynamicTest(question.id(), () -> check(question, file, tolerance)));
                    }
                }
            }
        }
        return tests.stream();
    }

    private void check(CaseFile question, Path file, double tolerance) throws IOException {
        assertThat(CaseRunner.answer(question, out)).isTrue();
        compare("", expected(file), expected(out.resolve(question.id() + ".json")), tolerance);
    }

    private static Object expected(Path file) throws IOException {
        return JsonTree.readMembers(file, Set.of("expected")).get("expected");
    }

    private static void compare(String path, Object expected, @Nullable Object ours, double tolerance) {
        if (expected instanceof Map<?, ?> members) {
            Map<?, ?> our = ours instanceof Map<?, ?> map ? map : Map.of();
            members.forEach((name, value) -> {
                String inner = path + "." + name;
                if (!isBeside(inner)) {
                    compare(inner, value, our.get(name), inner.endsWith(".border") ? 0.01 : tolerance);
                }
            });
        } else if (expected instanceof List<?> elements) {
            assertThat(ours).as(path).isInstanceOf(List.class);
            assertThat((List<?>) ours).as(path).hasSameSizeAs(elements);
            for (int i = isOfCoincident(path) ? 1 : 0; i < elements.size(); i++) {
                compare(path + "[" + i + "]", elements.get(i), ((List<?>) ours).get(i), tolerance);
            }
        } else if (expected instanceof Number number) {
            assertThat(ours).as(path).isInstanceOf(Number.class);
            assertThat(((Number) ours).doubleValue())
                    .as(path)
                    .isCloseTo(
                            number.doubleValue(), within(tolerance * Math.max(1e-12, Math.abs(number.doubleValue()))));
        } else {
            assertThat(ours).as(path).isEqualTo(expected);
        }
    }

    private static boolean isBeside(String path) {
        return BESIDE.contains(path)
                || path.startsWith(".spatstatAll") && !path.matches("\\.spatstatAll(\\.Donnelly)?");
    }

    /** At distance 0 the cases leave out coincident pairs and say that it is not compared. */
    private static boolean isOfCoincident(String path) {
        return Set.of(".un", ".border", ".iso", ".trans").contains(path);
    }
}
