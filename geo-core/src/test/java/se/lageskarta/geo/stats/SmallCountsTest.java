package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCountsTest {
    @ParameterizedTest
    @CsvSource({
        "6,2,1,1,.1748748209437075",
        "3,0,1,1,.08837900945483518",
        "0,3,1,1,.08837900945483518",
        "20,10,1,1,.06883178210810925",
        "52,38,1,1,.14204892599631094",
        "12,30,1,3,.6171723079626424",
        "5,15,1,5,.43384352001728826",
        "10,5,2,1,.9999996940976809",
        "0,0,1,1,1"
    })
    void e_test_gives_the_published_numbers(int k1, int k2, double n1, double n2, double p) {
        assertThat(TwoCounts.of(k1, n1, k2, n2).eTestP()).isCloseTo(p, within(1e-9));
    }

    @Test
    void e_test_with_the_pooled_variance_gives_the_other_numbers() {
        assertThat(TwoCounts.eTest(12, 1, 30, 3, TwoCounts.Variance.POOLED)).isCloseTo(0.603918995141609, within(1e-9));
        assertThat(TwoCounts.eTest(5, 1, 15, 5, TwoCounts.Variance.POOLED)).isCloseTo(0.329160659037514, within(1e-9));
        assertThat(TwoCounts.eTest(7, 1, 1, 1, TwoCounts.Variance.POOLED)).isCloseTo(0.0334196725500436, within(1e-9));
    }

    @Test
    void e_test_is_the_sum_over_every_pair_of_counts() {
        for (int[] k : new int[][] {{4, 9}, {1, 6}, {11, 3}, {8, 8}}) {
            double n1 = 1.5;
            double n2 = 4;
            double rate = (k[0] + k[1]) / (n1 + n2);
            double seen = Math.abs((k[0] / n1 - k[1] / n2) / Math.sqrt(k[0] / (n1 * n1) + k[1] / (n2 * n2)));
            double p = 0;
            for (int a = 0; a < 80; a++) {
                for (int b = 0; b < 80; b++) {
                    double t = Math.abs((a / n1 - b / n2) / Math.sqrt(a / (n1 * n1) + b / (n2 * n2)));
                    if (t >= seen * (1 - 1e-12)) {
                        p += PoissonDistribution.of(rate * n1).probability(a)
                                * PoissonDistribution.of(rate * n2).probability(b);
                    }
                }
            }
            assertThat(TwoCounts.of(k[0], n1, k[1], n2).eTestP()).isCloseTo(p, within(1e-7));
        }
    }

    @Test
    void ratio_has_the_exact_interval_and_the_exact_test() {
        TwoCounts found = TwoCounts.of(20, 1, 10, 1);
        assertThat(found.exactP()).isCloseTo(0.0987371467053889, within(1e-12));
        assertThat(found.poissonZ()).isCloseTo(1.85241936533718, within(1e-12));
        assertThat(found.ratio()).isEqualTo(2);
        assertThat(found.ratioLow()).isCloseTo(0.8935088903846908, within(1e-9));
        assertThat(found.ratioHigh()).isCloseTo(4.784552440338102, within(1e-9));
        assertThat(TwoCounts.of(3, 30, 0, 90).ratioHigh()).isInfinite();
        assertThat(TwoCounts.of(0, 30, 3, 90).ratioLow()).isZero();
        assertThat(TwoCounts.of(0, 1, 0, 1).ratio()).isNaN();
    }

    @Test
    void great_counts_are_no_trouble() {
        assertThat(TwoCounts.of(1_000_000, 1, 1_000_000, 1).eTestP()).isGreaterThan(0.99);
        assertThat(TwoCounts.of(1_000_000, 1, 1_010_000, 1).eTestP()).isLessThan(1e-9);
    }

    @Test
    void scan_over_time_gives_the_published_chances() {
        assertThat(NausScan.p(208, 2, 0.6, 6)).isCloseTo(0.0390223754886068, within(1e-9));
        assertThat(NausScan.p(260, 1, 1, 6)).isCloseTo(0.486814003973301, within(1e-9));
        assertThat(NausScan.p(1000, 1, 5, 2)).isBetween(0.99, 1.0);
    }

    @Test
    void weekdays_give_the_published_g_and_exact_chance() {
        assertThat(EvenShares.of(3, 1, 1, 1, 1, 0, 0).g()).isCloseTo(6.591673732008658, within(1e-12));
        assertThat(EvenShares.of(3, 1, 1, 1, 1, 0, 0).p()).isCloseTo(0.5440675228858769, within(1e-9));
        assertThat(EvenShares.of(0, 0, 0, 0, 2, 4, 5).p()).isCloseTo(0.0028556926945135487, within(1e-5));
        assertThat(EvenShares.of(4, 3, 2, 1, 0, 0, 0).p()).isCloseTo(0.0738760973709237, within(1e-9));
        assertThat(EvenShares.of(1, 1, 1, 1, 1, 1, 1).p()).isCloseTo(1, within(1e-12));
        assertThat(EvenShares.of(1, 0, 0, 0, 0, 0, 0).p()).isCloseTo(1, within(1e-12));
    }

    @Test
    void exact_chance_of_weekdays_is_the_sum_over_all_ways_to_fall() {
        int[] count = {4, 0, 1, 1};
        double seen = EvenShares.of(count).g();
        double p = 0;
        for (int way = 0; way < 4096; way++) {
            int[] other = new int[4];
            for (int i = 0, rest = way; i < 6; i++, rest /= 4) {
                other[rest % 4]++;
            }
            p += EvenShares.of(other).g() >= seen - 1e-9 ? 1 / 4096.0 : 0;
        }
        assertThat(EvenShares.of(count).p()).isCloseTo(p, within(1e-12));
    }

    @Test
    void many_incidents_get_the_distribution_that_the_exact_one_comes_close_to() {
        EvenShares exact = EvenShares.of(30, 20, 20, 15, 20, 25, 20);
        EvenShares more = EvenShares.of(60, 40, 40, 30, 40, 50, 40);
        assertThat(exact.exact()).isTrue();
        assertThat(more.exact()).isFalse();
        assertThat(more.g()).isCloseTo(2 * exact.g(), within(1e-9));
        assertThat(exact.p()).isBetween(0.3, 0.5);
        assertThat(more.p()).isBetween(0.02, 0.06);
    }

    @Test
    void a_prediction_is_judged_place_by_place() {
        List<PredictionTable.Row> rows = PredictionTable.of(
                new double[] {6, 7, 3, 2, 1, 0}, new double[] {8, 4, 4, 2, 1, 0}, new double[] {1, 1, 1, 1, 1, 1});
        assertThat(rows.stream().map(PredictionTable.Row::count)).containsExactly(6.0, 3.0, 7.0, 2.0, 1.0, 0.0);
        assertThat(rows.get(0).pai()).isCloseTo(1.89473684210526, within(1e-12));
        assertThat(rows.get(1).pei()).isCloseTo(0.692307692307692, within(1e-12));
        assertThat(rows.get(1).rri()).isCloseTo(1.33333333333333, within(1e-12));
        assertThat(rows.get(5).pai()).isEqualTo(1);
    }

    @Test
    void refuses_what_is_no_count() {
        assertThatThrownBy(() -> TwoCounts.of(-1, 1, 2, 1)).hasMessageContaining("count1 is -1");
        assertThatThrownBy(() -> TwoCounts.of(1, 0, 2, 1)).hasMessageContaining("exposure1 is 0.0");
        assertThatThrownBy(() -> NausScan.p(2, 2, 1, 3)).hasMessageContaining("periods, window is 2, 2");
        assertThatThrownBy(() -> NausScan.p(20, 2, 0, 3)).hasMessageContaining("mean is 0.0");
        assertThatThrownBy(() -> NausScan.p(20, 2, 1, 1)).hasMessageContaining("count is 1");
        assertThatThrownBy(() -> EvenShares.of(0, 0)).hasMessageContaining("greater than 0 somewhere");
        assertThatThrownBy(() -> EvenShares.of(1)).hasMessageContaining("2 to 7");
        assertThatThrownBy(() -> PredictionTable.of(new double[1], new double[1], new double[] {1}))
                .hasMessageContaining("0 everywhere");
    }
}
