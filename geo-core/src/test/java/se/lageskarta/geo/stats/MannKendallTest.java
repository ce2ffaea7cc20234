package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MannKendallTest {
    @Test
    void sees_the_rise_of_a_year_with_equal_months() {
        MannKendall trend = MannKendall.of(new double[] {3, 4, 4, 2, 6, 7, 5, 8, 9, 9, 12, 11});
        assertThat(trend.s()).isEqualTo(52);
        assertThat(trend.variance()).isCloseTo((12 * 11 * 29 - 2 * 2 * 1 * 9) / 18.0, within(1e-12));
        assertThat(trend.z()).isCloseTo(51 / Math.sqrt(3792 / 18.0), within(1e-12));
        assertThat(trend.p()).isCloseTo(4.4e-4, within(1e-5));
        assertThat(trend.tauB()).isCloseTo(52 / Math.sqrt(64.0 * 66), within(1e-12));
    }

    @Test
    void a_strict_rise_has_every_pair_rising_and_tau_one() {
        MannKendall trend = MannKendall.of(new double[] {1, 2, 3, 4, 5});
        assertThat(trend.s()).isEqualTo(10);
        assertThat(trend.tauB()).isEqualTo(1);
        assertThat(trend.z()).isCloseTo(9 / Math.sqrt(5 * 4 * 15 / 18.0), within(1e-12));
    }

    @Test
    void equal_values_have_no_trend_and_p_one() {
        assertThat(MannKendall.of(new double[] {7, 7, 7})).isEqualTo(new MannKendall(3, 0, 0, 0, 1, 0));
        assertThat(MannKendall.of(new double[] {0.0, -0.0, 0.0}).variance()).isZero();
    }

    @Test
    void the_series_backwards_has_the_opposite_trend() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            double[] series =
                    random.ints(2 + random.nextInt(20), 0, 6).asDoubleStream().toArray();
            double[] backwards = new double[series.length];
            for (int i = 0; i < series.length; i++) {
                backwards[i] = series[series.length - 1 - i];
            }
            MannKendall there = MannKendall.of(series);
            MannKendall back = MannKendall.of(backwards);
            assertThat(back.s()).isEqualTo(-there.s());
            assertThat(back.p()).isEqualTo(there.p());
            assertThat(MannKendall.of(
                            Arrays.stream(series).map(v -> Math.exp(v) + 1e6).toArray()))
                    .isEqualTo(there);
        }
    }

    /** All orders of small series: the variance is that of s over every order of the same values. */
    @Test
    void the_variance_is_that_over_all_orders_of_the_values() {
        double[][] cases = {{1, 2, 3, 4}, {1, 1, 2, 3, 3}, {5, 5, 5, 6, 7, 7}};
        for (double[] values : cases) {
            double[] sums = new double[2];
            permute(values.clone(), 0, sums);
            assertThat(MannKendall.of(values).variance()).isCloseTo(sums[1] / sums[0], within(1e-9));
        }
    }

    @Test
    void refuses_one_value_and_values_that_are_none() {
        assertThatThrownBy(() -> MannKendall.of(new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("series has 1 values");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_a_series_with_a_hole(double hole) {
        assertThatThrownBy(() -> MannKendall.of(new double[] {1, hole, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be finite");
    }

    private static void permute(double[] values, int from, double[] sums) {
        if (from == values.length) {
            double s = MannKendall.of(values).s();
            sums[0]++;
            sums[1] += s * s;
            return;
        }
        for (int i = from; i < values.length; i++) {
            swap(values, from, i);
            permute(values, from + 1, sums);
            swap(values, from, i);
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
