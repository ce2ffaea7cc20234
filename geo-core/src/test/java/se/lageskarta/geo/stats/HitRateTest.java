package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HitRateTest {
    @Test
    void gives_the_published_pai_and_pei_of_three_places() {
        double[] score = {3, 2, 1};
        int[] observed = {6, 3, 0};
        int[] earlier = {3, 2, 1};
        double[] pai = {2, 1.5, 1};
        for (int k = 1; k <= 3; k++) {
            HitRate rate = HitRate.of(k / 3.0, score, earlier, observed);
            assertThat(rate.pai()).isCloseTo(pai[k - 1], within(1e-12));
            assertThat(rate.pei()).isEqualTo(1);
        }
        assertThat(HitRate.of(1 / 3.0, score, earlier, observed).rri()).isCloseTo((6 / 3.0) / (9 / 6.0), within(1e-12));
    }

    @Test
    void equal_scores_are_taken_in_order_of_number_and_at_least_one_place_is() {
        HitRate rate = HitRate.of(0.001, new double[] {1, 5, 5}, new int[] {0, 1, 1}, new int[] {0, 4, 2});
        assertThat(rate.places()).isEqualTo(1);
        assertThat(rate.hits()).isEqualTo(4);
        assertThat(rate.maxHits()).isEqualTo(4);
    }

    @Test
    void the_interval_of_a_share_is_the_exact_one() {
        assertThat(HitRate.interval(7, 20)[0]).isCloseTo(0.1539092, within(1e-6));
        assertThat(HitRate.interval(7, 20)[1]).isCloseTo(0.5921885, within(1e-6));
        assertThat(HitRate.interval(0, 10)[0]).isZero();
        assertThat(HitRate.interval(0, 10)[1]).isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-9));
        assertThat(HitRate.interval(10, 10)[1]).isEqualTo(1);
        assertThatThrownBy(() -> HitRate.interval(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void few_places_hold_most_when_incidents_gather() {
        Concentration even = Concentration.of(new int[] {5, 5, 5, 5});
        assertThat(even.gini()).isCloseTo(0, within(1e-12));
        assertThat(even.placesWithHalf()).isEqualTo(2);
        Concentration one = Concentration.of(new int[] {0, 0, 0, 20});
        assertThat(one.gini()).isCloseTo(0.75, within(1e-12));
        assertThat(one.placesWithQuarter()).isEqualTo(1);
        assertThat(one.shareOfPlacesWithHalf()).isEqualTo(0.25);
        // three incidents at ten places cannot spread further than one each
        Concentration sparse = Concentration.of(new int[] {1, 1, 1, 0, 0, 0, 0, 0, 0, 0});
        assertThat(sparse.gini()).isCloseTo(0.7, within(1e-12));
        assertThat(sparse.generalisedGini()).isCloseTo(0, within(1e-12));
    }

    @Test
    void gini_is_the_mean_difference_of_all_pairs_by_twice_the_mean() {
        SplittableRandom random = new SplittableRandom(5);
        int[] count = random.ints(60, 0, 30).toArray();
        double sum = Arrays.stream(count).sum();
        double difference = 0;
        for (int a : count) {
            for (int b : count) {
                difference += Math.abs(a - b);
            }
        }
        assertThat(Concentration.of(count).gini()).isCloseTo(difference / (60.0 * 60) / (2 * sum / 60), within(1e-12));
    }

    @Test
    void refuses_what_cannot_be_counted() {
        assertThatThrownBy(() -> Concentration.of(new int[3])).hasMessageContaining("0 everywhere");
        assertThatThrownBy(() -> Concentration.of(new int[] {2, -1})).hasMessageContaining("count is -1");
        assertThatThrownBy(() -> HitRate.of(0, new double[1], new int[1], new int[1]))
                .hasMessageContaining("share is 0");
        assertThatThrownBy(() -> HitRate.of(0.5, new double[2], new int[1], new int[2]))
                .hasMessageContaining("equally many");
        assertThatThrownBy(() -> HitRate.of(1, new double[1], new int[] {-1}, new int[1]))
                .hasMessageContaining("0 or more");
        assertThatThrownBy(() -> HitRate.of(1, 0.5, 3, 3, 2, 0, 0)).hasMessageContaining("hits");
    }
}
