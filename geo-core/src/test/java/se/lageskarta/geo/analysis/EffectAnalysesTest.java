package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The effect measures as they are asked for on the command line. */
class EffectAnalysesTest {
    private static final Map<String, String> EXAMPLE = Map.of(
            "targetBefore", "207",
            "targetAfter", "110",
            "comparisonBefore", "308",
            "comparisonAfter", "318",
            "displacementBefore", "178",
            "displacementAfter", "157",
            "displacementComparisonBefore", "150",
            "displacementComparisonAfter", "140");

    @Test
    void before_and_after_of_the_example() {
        AnalysisResult result = run("before-after", EXAMPLE);
        assertThat(number(result, "relativeEffectSize")).isCloseTo(1.942916, within(1e-6));
        assertThat((List<?>) result.figures().get("interval")).hasSize(2);
        assertThat((double) ((List<?>) result.figures().get("interval")).get(0)).isCloseTo(1.4694, within(1e-4));
        assertThat(number(result, "standardError")).isCloseTo(0.142525, within(1e-6));
        assertThat(number(result, "z")).isCloseTo(4.6602, within(1e-4));
        assertThat(number(result, "p")).isLessThan(1e-5);
        assertThat(number(result, "wdq")).isCloseTo(0.258186, within(1e-6));
        assertThat(number(result, "tne")).isCloseTo(130.5, within(0.05));
        assertThat(number(result, "wdd")).isCloseTo(-118, within(1e-9));
        assertThat(result.figures())
                .containsEntry("verdict", "troligen 32–61 % färre")
                .containsEntry("verdictCode", "decrease");
        assertThat(result.headline().en()).isEqualTo("Probably 32–61 % fewer.");
        assertThat(result.tables().get(0).size()).isEqualTo(3);
    }

    @Test
    void displacement_quotient_and_difference_of_the_example() {
        AnalysisResult wdq = run("wdq", EXAMPLE);
        assertThat(number(wdq, "wdq")).isCloseTo(0.258186, within(1e-6));
        assertThat(number(wdq, "tne")).isCloseTo(130.5, within(0.05));
        assertThat(wdq.headline().sv()).contains("Nyttan spred sig");
        AnalysisResult wdd = run("wdd", EXAMPLE);
        assertThat(number(wdd, "wdd")).isCloseTo(-118, within(1e-9));
        assertThat(number(wdd, "standardError")).isCloseTo(39.598, within(1e-3));
        assertThat(number(wdd, "z")).isCloseTo(-2.98, within(5e-3));
        assertThat(wdd.headline().sv()).isEqualTo("Troligen 40–196 färre.");
        Map<String, String> weighed = new HashMap<>(EXAMPLE);
        weighed.putAll(Map.of(
                "comparisonArea",
                "0.9",
                "targetArea",
                "1.2",
                "displacementComparisonArea",
                "1.6",
                "displacementArea",
                "1.5"));
        assertThat(number(run("wdd", weighed), "wdd")).isCloseTo(-99.69444, within(1e-5));
    }

    @Test
    void an_interval_across_no_change_says_so_in_words() {
        Map<String, String> small =
                Map.of("targetBefore", "20", "targetAfter", "14", "comparisonBefore", "100", "comparisonAfter", "98");
        for (String name : List.of("before-after", "wdd", "e-test")) {
            AnalysisResult result = run(name, small);
            assertThat(result.figures()).containsEntry("verdict", "ingen säker förändring");
            assertThat(result.headline().sv()).isEqualTo("Ingen säker förändring.");
            assertThat(result.headline().en()).isEqualTo("No sure change.");
            assertThat(result.status()).isEqualTo(AnalysisResult.Status.NOTHING_FOUND);
        }
    }

    @Test
    void a_handful_is_too_few() {
        Map<String, String> few =
                Map.of("targetBefore", "3", "targetAfter", "0", "comparisonBefore", "20", "comparisonAfter", "20");
        assertThat(run("before-after", few).status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(run("before-after", few).advice())
                .anyMatch(words -> words.sv().contains("0,5"));
        AnalysisResult test = run("e-test", few);
        assertThat(test.status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(number(test, "p")).isCloseTo(0.0883790, within(1e-6));
        assertThat(test.headline().sv()).isEqualTo("För få för att säga något.");
    }

    @Test
    void e_test_says_how_much_and_takes_periods_of_different_length() {
        AnalysisResult fewer = run("e-test", Map.of("targetBefore", "60", "targetAfter", "20"));
        assertThat(fewer.figures()).containsEntry("verdictCode", "decrease");
        assertThat((String) fewer.figures().get("verdict")).matches("troligen \\d+–\\d+ % färre");
        AnalysisResult same =
                run("e-test", Map.of("targetBefore", "60", "targetAfter", "20", "timeBefore", "3", "timeAfter", "1"));
        assertThat(same.figures()).containsEntry("verdictCode", "no-sure-change");
        AnalysisResult fromNothing = run("e-test", Map.of("targetBefore", "0", "targetAfter", "20"));
        assertThat(fromNothing.figures()).containsEntry("verdictCode", "increase");
    }

    @Test
    void the_smallest_reduction_that_can_be_seen_is_told_before_the_goal_is_set() {
        AnalysisResult twenty = run("minimum-detectable-effect", Map.of("targetBefore", "20"));
        assertThat(number(twenty, "minimumReduction")).isEqualTo(0.75);
        assertThat(twenty.headline().sv()).isEqualTo("Minst 75 % minskning krävs för att synas.");
        assertThat(twenty.figures()).containsEntry("minimumReductionDouble", null);
        assertThat(twenty.tables().get(0).size()).isEqualTo(8);
        AnalysisResult five = run("minimum-detectable-effect", Map.of("targetBefore", "5", "comparisonBefore", "50"));
        assertThat(five.status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(five.headline().en()).isEqualTo("No reduction can be shown.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-after", "wdq", "wdd", "e-test", "minimum-detectable-effect"})
    void a_missing_or_impossible_count_is_refused_by_name(String name) {
        assertThatThrownBy(() -> run(name, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("target(Before|After) is missing, but must be given");
        assertThatThrownBy(() -> run(name, Map.of("targetBefore", "-2")))
                .hasMessageContaining("targetBefore is -2, but must be a number of 0 to");
        Analysis analysis = Analyses.named(name).orElseThrow();
        assertThat(analysis.needs()).isEqualTo(Needs.NUMBERS);
        assertThat(analysis.suits(AnalysisQuestion.ofNothing()).why().sv()).isNotBlank();
        assertThat(analysis.effort(AnalysisQuestion.ofNothing(), Chosen.of(analysis, Map.of())))
                .isPositive();
    }

    private static double number(AnalysisResult result, String figure) {
        return (double) result.figures().get(figure);
    }

    private static AnalysisResult run(String name, Map<String, String> settings) {
        Analysis analysis = Analyses.named(name).orElseThrow();
        return analysis.run(AnalysisQuestion.ofNothing(), Chosen.of(analysis, settings), () -> false);
    }
}
