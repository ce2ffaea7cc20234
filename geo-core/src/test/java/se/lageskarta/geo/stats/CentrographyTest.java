package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentrographyTest {
    @Test
    void a_row_of_places_to_the_north_east_spreads_along_itself_only() {
        double[] x = {0, 10, 20, 30, 40};
        Centrography c = Centrography.of(x, x, ones(5));
        assertThat(c.majorDegrees()).isCloseTo(45, within(1e-12));
        assertThat(c.minorAxis()).isCloseTo(0, within(1e-6));
        assertThat(c.majorAxis()).isCloseTo(20, within(1e-12));
        assertThat(c.standardDistance()).isCloseTo(20, within(1e-12));
        assertThat(c.standardDistanceCrimeStat()).isCloseTo(20 * Math.sqrt(5 / 3.0), within(1e-12));
        assertThat(c.meanX()).isEqualTo(20);
        assertThat(c.geometricMedianY()).isCloseTo(20, within(1e-9));
    }

    @Test
    void weights_move_the_centre_but_not_the_spread() {
        double[] x = {0, 100};
        double[] y = {0, 0};
        Centrography c = Centrography.of(x, y, new double[] {3, 1});
        assertThat(c.meanX()).isEqualTo(50);
        assertThat(c.weightedMeanX()).isEqualTo(25);
        assertThat(c.geometricMedianX()).isCloseTo(0, within(1e-3));
        assertThat(c.standardDistance()).isEqualTo(50);
        assertThat(c.majorDegrees()).isCloseTo(90, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_place_nearby_has_a_smaller_sum_of_distances_than_the_geometric_median(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(40, 500_000, 501_000).toArray();
        double[] y = random.doubles(40, 6_400_000, 6_401_000).toArray();
        double[] w = random.doubles(40, 0, 3).toArray();
        Centrography c = Centrography.of(x, y, w);
        double least = sum(x, y, w, c.geometricMedianX(), c.geometricMedianY());
        for (int i = 0; i < 16; i++) {
            double angle = i * Math.PI / 8;
            assertThat(sum(x, y, w, c.geometricMedianX() + Math.cos(angle), c.geometricMedianY() + Math.sin(angle)))
                    .isGreaterThan(least);
        }
    }

    @Test
    void one_place_and_equal_places_have_no_spread() {
        Centrography one = Centrography.of(new double[] {7}, new double[] {8}, ones(1));
        assertThat(one.geometricMedianX()).isEqualTo(7);
        assertThat(one.standardDistance()).isZero();
        assertThat(one.standardDistanceCrimeStat()).isNaN();
        double[] equal = new double[6];
        Arrays.fill(equal, 123456.78);
        Centrography same = Centrography.of(equal, equal, ones(6));
        assertThat(same.majorAxis()).isZero();
        assertThat(same.medianX()).isEqualTo(123456.78);
        assertThat(same.majorDegrees()).isZero();
    }

    @Test
    void says_the_same_to_the_last_bit_whatever_the_order_of_rows() {
        double[] x = {1, 5, 2.3, 8, 4.4};
        double[] y = {3, 1, 9.7, 2, 6.6};
        double[] backX = {4.4, 8, 2.3, 5, 1};
        double[] backY = {6.6, 2, 9.7, 1, 3};
        assertThat(Centrography.of(backX, backY, ones(5))).isEqualTo(Centrography.of(x, y, ones(5)));
    }

    @Test
    void refuses_what_has_no_middle() {
        assertThatThrownBy(() -> Centrography.of(new double[0], new double[0], new double[0]))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> Centrography.of(new double[2], new double[2], new double[2]))
                .hasMessageContaining("weight is 0 everywhere");
        assertThatThrownBy(() -> Centrography.of(new double[2], new double[2], new double[] {1, -1}))
                .hasMessageContaining("weight is -1.0, but must be 0 or more");
        assertThatThrownBy(() -> Centrography.of(new double[2], new double[2], new double[1]))
                .hasMessageContaining("weight has 1");
        assertThatThrownBy(
                        () -> Centrography.of(new double[] {Double.POSITIVE_INFINITY}, new double[1], new double[] {1}))
                .hasMessageContaining("finite");
    }

    private static double sum(double[] x, double[] y, double[] w, double atX, double atY) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += w[i] * Math.hypot(x[i] - atX, y[i] - atY);
        }
        return sum;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
