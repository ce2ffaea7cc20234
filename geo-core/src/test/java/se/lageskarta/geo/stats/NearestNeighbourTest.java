package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNeighbourTest {
    @Test
    void gives_the_published_ratios_of_three_patterns() {
        assertRatios(PublicPatterns.REDWOOD, 0.618650157291248, 0.584990626589943);
        assertRatios(PublicPatterns.CELLS, 1.6716795148414, 1.56042560611446);
        assertRatios(PublicPatterns.JAPANESE_PINES, 1.06400205533431, 1.00750724319586);
    }

    private static void assertRatios(double[] pattern, double plain, double donnelly) {
        double[] x = PublicPatterns.x(pattern);
        double mean = NearestNeighbour.meanDistances(x, PublicPatterns.y(pattern), 1)[0];
        assertThat(NearestNeighbour.of(mean, x.length, 1).ratio()).isCloseTo(plain, within(1e-12));
        assertThat(NearestNeighbour.donnelly(mean, x.length, 1, 4, 0.0412).ratio())
                .isCloseTo(donnelly, within(1e-12));
        assertThat(NearestNeighbour.donnelly(mean, x.length, 1, 4).ratio()).isCloseTo(donnelly, within(1e-3));
    }

    @Test
    void gathered_places_have_a_small_p_and_a_negative_z() {
        double[] x = PublicPatterns.x(PublicPatterns.REDWOOD);
        double mean = NearestNeighbour.meanDistances(x, PublicPatterns.y(PublicPatterns.REDWOOD), 1)[0];
        NearestNeighbour found = NearestNeighbour.of(mean, x.length, 1);
        assertThat(found.z()).isLessThan(-5);
        assertThat(found.p()).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void finds_the_distances_that_brute_force_finds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 30 + random.nextInt(300);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            // a lattice with coincident places, a dense corner and one far away
            x[i] = i == 0 ? 1e6 : random.nextInt(i % 3 == 0 ? 3 : 400) * 0.5;
            y[i] = i == 0 ? -1e6 : random.nextInt(i % 3 == 0 ? 3 : 400) * 0.5;
        }
        int orders = 1 + random.nextInt(8);
        double[] expected = new double[orders];
        for (int i = 0; i < n; i++) {
            int self = i;
            double[] distance = new double[n];
            Arrays.setAll(distance, j -> j == self ? -1 : Math.sqrt(sq(x[j] - x[self]) + sq(y[j] - y[self])));
            Arrays.sort(distance);
            for (int k = 0; k < orders; k++) {
                expected[k] += distance[k + 1] / n;
            }
        }
        double[] means = NearestNeighbour.meanDistances(x, y, orders);
        for (int k = 0; k < orders; k++) {
            assertThat(means[k]).isCloseTo(expected[k], within(1e-9 * Math.max(1, expected[k])));
        }
    }

    @Test
    void says_the_same_to_the_last_bit_whatever_the_order_of_rows() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = random.doubles(500, 380_000, 390_000).toArray();
        double[] y = random.doubles(500, 6_430_000, 6_440_000).toArray();
        double[] means = NearestNeighbour.meanDistances(x, y, 4);
        double[] backX = new double[500];
        double[] backY = new double[500];
        for (int i = 0; i < 500; i++) {
            backX[i] = x[499 - i];
            backY[i] = y[499 - i];
        }
        assertThat(NearestNeighbour.meanDistances(backX, backY, 4)).isEqualTo(means);
    }

    @Test
    void a_thousand_kilometres_away_the_pattern_is_the_same() {
        SplittableRandom random = new SplittableRandom(14);
        double[] x = random.doubles(400, 0, 5_000).toArray();
        double[] y = random.doubles(400, 0, 5_000).toArray();
        double[] farX = Arrays.stream(x).map(v -> v + 1e6).toArray();
        double[] farY = Arrays.stream(y).map(v -> v + 1e6).toArray();
        double[] near = NearestNeighbour.meanDistances(x, y, 3);
        double[] far = NearestNeighbour.meanDistances(farX, farY, 3);
        double[] ones = new double[400];
        Arrays.fill(ones, 1);
        Centrography here = Centrography.of(x, y, ones);
        Centrography there = Centrography.of(farX, farY, ones);
        assertThat(far).containsExactly(near, within(1e-7));
        assertThat(there.standardDistance()).isCloseTo(here.standardDistance(), within(1e-6));
        assertThat(there.majorDegrees()).isCloseTo(here.majorDegrees(), within(1e-6));
        assertThat(there.geometricMedianX() - 1e6).isCloseTo(here.geometricMedianX(), within(1e-3));
        double[] radius = {100, 250.5, 400};
        assertThat(RipleyK.uncorrected(farX, farY, 25e6, radius, () -> false))
                .isEqualTo(RipleyK.uncorrected(x, y, 25e6, radius, () -> false));
    }

    @Test
    void coincident_places_are_zero_apart_and_distinct_only_once() {
        double[] x = {0, 0, 0, 10, 10};
        double[] y = {0, 0, 0, 0, 0};
        assertThat(NearestNeighbour.meanDistances(x, y, 1)).containsExactly(0);
        assertThat(NearestNeighbour.distinct(x, y)).containsExactly(0, 3);
        assertThat(NearestNeighbour.meanDistances(new double[9], new double[9], 8))
                .containsOnly(0);
    }

    @Test
    void refuses_what_has_no_answer() {
        double[] one = {1};
        assertThatThrownBy(() -> NearestNeighbour.meanDistances(one, one, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orders is 1");
        assertThatThrownBy(() -> NearestNeighbour.meanDistances(new double[] {1, Double.NaN}, new double[2], 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> NearestNeighbour.of(1, 10, 0)).hasMessageContaining("areaM2 is 0");
        assertThatThrownBy(() -> NearestNeighbour.of(1, 1, 5)).hasMessageContaining("n is 1");
        assertThatThrownBy(() -> NearestNeighbour.donnelly(1, 9, 5, Double.POSITIVE_INFINITY))
                .hasMessageContaining("perimeterMetres");
    }

    private static double sq(double v) {
        return v * v;
    }
}
