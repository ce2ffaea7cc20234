package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.stats.FeatureRisk.Nearness;

class FeatureRiskTest {
    private static final int STREETS = 40;
    private static final double BETWEEN = 200;

    /** Reference places every 20 m along streets 200 m apart; a lamp every 200 m along each. */
    private final double[] referenceX = new double[STREETS * 400];

    private final double[] referenceY = new double[referenceX.length];

    FeatureRiskTest() {
        for (int i = 0; i < referenceX.length; i++) {
            referenceX[i] = 500_000 + i % 400 * 20;
            referenceY[i] = 6_500_000 + i / 400 * BETWEEN;
        }
    }

    @Test
    void finds_incidents_that_keep_to_the_lamps_with_a_factor_that_holds_the_true_one() {
        // near a lamp are three of ten places, and a little more of those around lamps
        Nearness found = nearness(chosen(400, 0.75, 1), 7);
        assertThat(found.expected()).isBetween(110.0, 135.0);
        assertThat(found.ratio()).isBetween(2.0, 2.8);
        assertThat(found.ratioLow()).isGreaterThan(1).isLessThan(2.5);
        assertThat(found.ratioHigh()).isGreaterThan(2.5);
        assertThat(found.p()).isLessThan(0.01);
        assertThat(found.medianMetres()).isLessThan(found.medianReferenceMetres());
    }

    @Test
    void says_certain_of_nothing_at_most_one_time_in_twenty() {
        int certain = 0;
        for (int each = 0; each < 200; each++) {
            Nearness found = nearness(chosen(80, 0.3, 100 + each), each);
            certain += found.ratioLow() > 1 || found.ratioHigh() < 1 ? 1 : 0;
        }
        assertThat(certain).isLessThanOrEqualTo(16);
    }

    @Test
    void is_unsure_when_one_place_holds_most_incidents() {
        int[] spread = chosen(40, 0.3, 3);
        int[] lamp = new int[100];
        Arrays.fill(lamp, 20 * 400 + 200);
        int[] all = IntStream.concat(Arrays.stream(spread), Arrays.stream(lamp)).toArray();
        Nearness found = nearness(all, 5);
        assertThat(found.ratio()).isGreaterThan(1.8);
        assertThat(found.ratioLow()).isLessThan(1);
    }

    @Test
    void answers_the_same_for_any_order_and_the_same_seed() {
        int[] places = chosen(200, 0.5, 9);
        Nearness first = nearness(places, 11);
        int[] turned = IntStream.range(0, places.length)
                .map(i -> places[places.length - 1 - i])
                .toArray();
        assertThat(nearness(turned, 11)).isEqualTo(first);
        assertThat(nearness(places, 11)).isEqualTo(first);
    }

    @Test
    void expected_is_the_sum_of_the_shares_around() {
        double[] x = {0, 10, 1000};
        double[] y = {0, 0, 0};
        FeatureRisk risk = FeatureRisk.matching(x, y, new double[] {5, 50, 60, 990, 5000}, new double[5], 100);
        double[] toFeature = {0, 10, 20, 99, 0};
        Nearness found = risk.nearness(new double[] {0, 30, 99}, toFeature, 15, 999, 1, () -> false);
        // two incidents have two of three places near, one has none of one
        assertThat(found.near()).isEqualTo(1);
        assertThat(found.expected()).isCloseTo(2 * 2 / 3.0, within(1e-12));
        assertThat(found.low()).isZero();
        assertThat(found.high()).isEqualTo(2);
        assertThat(risk.squares()).isEqualTo(2);
        assertThat(found.medianMetres()).isEqualTo(30);
        assertThat(found.medianReferenceMetres()).isCloseTo((10 + 10 + 99) / 3.0, within(1e-12));
    }

    @Test
    void incidents_without_streets_around_are_counted_apart() {
        FeatureRisk risk = FeatureRisk.matching(
                new double[] {0, 9000}, new double[] {0, 9000}, new double[] {5}, new double[] {5}, 100);
        assertThat(risk.compared()).isEqualTo(1);
        assertThat(risk.alone()).isEqualTo(1);
        FeatureRisk none = FeatureRisk.matching(new double[1], new double[1], new double[0], new double[0], 100);
        assertThat(none.nearness(new double[1], new double[0], 10, 99, 1, () -> false))
                .isNull();
    }

    @Test
    void refuses_what_has_no_sense_and_stops_when_asked() {
        assertThatThrownBy(() -> FeatureRisk.matching(new double[1], new double[1], new double[1], new double[1], 0))
                .hasMessageContaining("reach is 0.0");
        FeatureRisk risk = FeatureRisk.matching(new double[1], new double[1], new double[1], new double[1], 10);
        assertThatThrownBy(() -> risk.nearness(new double[1], new double[1], 10, 9, 1, () -> false))
                .hasMessageContaining("permutations is 9");
        assertThatThrownBy(() -> risk.nearness(new double[1], new double[1], 10, 99, 1, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    /** Reference places where incidents happen: that part of them within 30 m of a lamp. */
    private int[] chosen(int incidents, double near, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] places = new int[incidents];
        for (int i = 0; i < incidents; i++) {
            boolean wanted = random.nextDouble() < near;
            int place = random.nextInt(referenceX.length);
            while (toLamp(place) <= 30 != wanted) {
                place = random.nextInt(referenceX.length);
            }
            places[i] = place;
        }
        return places;
    }

    private double toLamp(int place) {
        int along = place % 10;
        return 20 * Math.min(along, 10 - along);
    }

    private Nearness nearness(int[] places, long seed) {
        double[] x = Arrays.stream(places).mapToDouble(i -> referenceX[i]).toArray();
        double[] y = Arrays.stream(places).mapToDouble(i -> referenceY[i]).toArray();
        double[] caseMetres = Arrays.stream(places).mapToDouble(this::toLamp).toArray();
        double[] metres =
                IntStream.range(0, referenceX.length).mapToDouble(this::toLamp).toArray();
        return FeatureRisk.matching(x, y, referenceX, referenceY, 300)
                .nearness(caseMetres, metres, 30, 999, seed, () -> false);
    }
}
