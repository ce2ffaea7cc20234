package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.stats.PoissonComparison.Status;

class PoissonComparisonTest {
    /** Probabilities of R's {@code binom.test(k1, k1 + k2, n1 / (n1 + n2))}. */
    @ParameterizedTest
    @CsvSource({
        "3, 0, 1, 1, 0.25",
        "6, 2, 1, 1, 0.2890625",
        "20, 10, 1, 1, 0.0987371467053889",
        "20, 10, 4, 2, 1",
        "10, 5, 2, 1, 1",
        "3, 2, 1, 1, 1",
        "52, 38, 1, 1, 0.1702423950460"
    })
    void gives_the_exact_probability_that_other_programs_give(int now, int before, int days, int daysBefore, double p) {
        PoissonComparison comparison =
                PoissonComparison.of(now, days, new int[] {2025}, new int[] {before}, daysBefore);
        assertThat(comparison.p()).isCloseTo(p, within(1e-9));
    }

    @Test
    void compares_with_the_mean_of_the_earlier_years() {
        PoissonComparison comparison =
                PoissonComparison.of(12, 365, new int[] {2025, 2024, 2023}, new int[] {8, 9, 7}, 3 * 365);
        assertThat(comparison.expected()).isCloseTo(8, within(1e-12));
        assertThat(comparison.ratio()).isEqualTo(1.5);
        assertThat(comparison.status()).isEqualTo(Status.PERSISTENT);
    }

    @ParameterizedTest
    @CsvSource({"24, 365, 1095", "73, 365, 365", "0, 30, 30", "3, 31, 93", "1000, 365, 1095", "7, 365, 31"})
    void the_interval_holds_exactly_the_counts_that_are_no_change(int before, int days, int daysBefore) {
        PoissonComparison some = now(0, before, days, daysBefore);
        for (int count = 0; count < 3 * some.expected() + 40; count++) {
            assertThat(now(count, before, days, daysBefore).p() >= PoissonComparison.SIGNIFICANCE)
                    .as("%s now, %s before", count, before)
                    .isEqualTo(count >= some.low() && count <= some.high());
        }
    }

    private static PoissonComparison now(int count, int before, int days, int daysBefore) {
        return PoissonComparison.of(count, days, new int[] {2025}, new int[] {before}, daysBefore);
    }

    @ParameterizedTest
    @CsvSource({
        "55, 41, 1, 1, GROWING",
        "30, 0, 0, 0, NEW",
        "3, 30, 28, 29, FADING",
        "0, 20, 18, 22, GONE",
        "20, 21, 18, 22, PERSISTENT",
        "3, 1, 0, 2, TOO_FEW"
    })
    void says_what_became_of_a_place_in_a_word(int now, int first, int second, int third, Status status) {
        assertThat(PoissonComparison.of(now, 365, new int[] {2025, 2024, 2023}, new int[] {first, second, third}, 1095)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void says_that_there_is_no_history() {
        PoissonComparison comparison = PoissonComparison.of(9, 365, new int[0], new int[0], 0);
        assertThat(comparison.status()).isEqualTo(Status.NO_HISTORY);
        assertThat(comparison.status().code()).isEqualTo("no-history");
        assertThat(comparison.p()).isNaN();
    }

    @Test
    void refuses_what_cannot_have_been_counted() {
        assertThatThrownBy(() -> PoissonComparison.of(-1, 1, new int[0], new int[0], 0))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> PoissonComparison.of(1, 0, new int[0], new int[0], 0))
                .hasMessageContaining("days");
        assertThatThrownBy(() -> PoissonComparison.of(1, 1, new int[] {2025}, new int[0], 1))
                .hasMessageContaining("counts has 0 values");
    }
}
