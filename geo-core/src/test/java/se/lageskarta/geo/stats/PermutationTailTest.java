package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.grid.Grid;

/** Exact tail and permutation tail against every draw there is. */
class PermutationTailTest {
    @Test
    void the_exact_tail_is_the_share_of_all_draws() {
        SplittableRandom random = new SplittableRandom(21);
        for (int round = 0; round < 150; round++) {
            StudyArea area = TinyGrids.ragged(random, 4, 3);
            double[] value = TinyGrids.counts(random, area.size());
            GridNeighbours neighbours = new GridNeighbours(area, round % 2 == 0 ? CellShape.ROOK : CellShape.QUEEN);
            double[] p = new ExactTail(neighbours, value).tails(() -> false).high();
            double[] sums = neighbours.sums(value);
            for (int i = 0; i < value.length; i++) {
                assertThat(p[i]).isCloseTo(shareOfDraws(value, i, neighbours.counts()[i], sums[i]), within(1e-12));
            }
        }
    }

    @Test
    void the_exact_tail_of_zeros_and_ones_is_hypergeometric() {
        // 20 cells in a row, 3 occupied: both neighbours of cell 1 occupied, among 19 others 2 of 19
        double[] value = new double[20];
        value[0] = value[1] = value[2] = 1;
        GridNeighbours row = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 20, 1)), CellShape.ROOK);
        double[] p = new ExactTail(row, value).tails(() -> false).high();
        assertThat(p[1]).isCloseTo(1 / 171.0, within(1e-13));
        assertThat(p[3]).isCloseTo(1 - 16 * 15 / (19.0 * 18), within(1e-14));
        assertThat(p[10]).isEqualTo(1);
    }

    @Test
    void permutations_come_near_the_exact_tail() {
        SplittableRandom random = new SplittableRandom(22);
        StudyArea area = TinyGrids.ragged(random, 12, 12);
        double[] value = TinyGrids.counts(random, area.size());
        GridNeighbours neighbours = new GridNeighbours(area, CellShape.QUEEN);
        int permutations = 4_999;
        double[] estimate = new PermutationTail(permutations, 1).high(neighbours, value, () -> false);
        double[] exact = new ExactTail(neighbours, value).tails(() -> false).high();
        for (int i = 0; i < exact.length; i++) {
            double spread = Math.sqrt(exact[i] * (1 - exact[i]) / permutations);
            assertThat(estimate[i]).isCloseTo(exact[i], within(4.5 * spread + 1.0 / permutations));
        }
    }

    @Test
    void low_values_are_high_values_with_the_sign_turned() {
        double[] value = {5, 5, 0, 0, 0, 5, 5, 5, 5, 5, 5, 5};
        GridNeighbours row = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 12, 1)), CellShape.ROOK);
        double[] low = new PermutationTail(999, 3).low(row, value, () -> false);
        assertThat(low[3]).isCloseTo(1 / 55.0, within(0.02));
        assertThat(low[9]).isEqualTo(1);
    }

    @Test
    void drawing_nearly_all_places_is_right_too() {
        double[] value = {3, 1, 4, 1, 5, 9, 2, 6};
        GridNeighbours nearlyAll = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 8, 1)), CellShape.disc(6));
        double[] estimate = new PermutationTail(20_000, 5).high(nearlyAll, value, () -> false);
        double[] sums = nearlyAll.sums(value);
        for (int i = 0; i < value.length; i++) {
            double exact = shareOfDraws(value, i, nearlyAll.counts()[i], sums[i]);
            assertThat(estimate[i]).isCloseTo(exact, within(0.02));
        }
    }

    @Test
    void one_thread_and_four_give_the_same_bytes_and_another_seed_others() {
        SplittableRandom random = new SplittableRandom(23);
        StudyArea area = TinyGrids.ragged(random, 25, 25);
        double[] value = TinyGrids.counts(random, area.size());
        GridNeighbours neighbours = new GridNeighbours(area, CellShape.QUEEN);
        PermutationTail tail = new PermutationTail(199, 7);
        double[] one = TinyGrids.onThreads(1, () -> tail.high(neighbours, value, () -> false));
        double[] four = TinyGrids.onThreads(4, () -> tail.high(neighbours, value, () -> false));
        assertThat(four).containsExactly(one);
        assertThat(new PermutationTail(199, 8).high(neighbours, value, () -> false))
                .isNotEqualTo(one);
        ExactTail exact = new ExactTail(neighbours, value);
        assertThat(TinyGrids.onThreads(4, () -> exact.tails(() -> false).high()))
                .containsExactly(
                        TinyGrids.onThreads(1, () -> exact.tails(() -> false).high()));
    }

    @Test
    void places_whose_neighbours_hold_nothing_have_p_one() {
        GridNeighbours row = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 5, 1)), CellShape.ROOK);
        assertThat(new PermutationTail(99, 1).high(row, new double[] {9, 0, 0, 0, 0}, () -> false))
                .satisfies(p -> assertThat(p[0]).isEqualTo(1))
                .satisfies(p -> assertThat(p[4]).isEqualTo(1));
        assertThat(new PermutationTail(99, 1).high(row, new double[] {2, 2, 2, 2, 2}, () -> false))
                .containsOnly(1);
    }

    @Test
    void stops_when_told() {
        StudyArea area = StudyArea.whole(new Grid(0, 0, 1, 20, 20));
        GridNeighbours neighbours = new GridNeighbours(area, CellShape.QUEEN);
        double[] value = TinyGrids.counts(new SplittableRandom(24), 400);
        assertThatThrownBy(() -> new PermutationTail(9_999, 1).high(neighbours, value, () -> true))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> new ExactTail(neighbours, value).tails(() -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void says_how_long_it_takes_and_refuses_what_it_cannot() {
        GridNeighbours row = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 3, 1)), CellShape.ROOK);
        assertThat(new PermutationTail(99, 1).steps(row)).isEqualTo(4 * 99);
        assertThat(new ExactTail(row, new double[] {1, 2, 0}).steps()).isPositive();
        assertThat(ExactTail.suits(new double[] {0, 3, 1e6})).isTrue();
        assertThat(ExactTail.suits(new double[] {0.5})).isFalse();
        assertThat(ExactTail.suits(new double[] {-1})).isFalse();
        assertThatThrownBy(() -> new ExactTail(row, new double[] {1, 0.5, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value of place 1 is 0.5, but must be a whole number of 0 or more");
        assertThatThrownBy(() -> new PermutationTail(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("permutations is 0");
    }

    /** Looks at every way to draw k of the other places. */
    private static double shareOfDraws(double[] value, int place, int k, double reach) {
        int n = value.length;
        long draws = 0;
        long high = 0;
        for (int set = 0; set < 1 << n; set++) {
            if (Integer.bitCount(set) != k || (set >> place & 1) == 1) {
                continue;
            }
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += (set >> j & 1) * value[j];
            }
            draws++;
            high += sum >= reach ? 1 : 0;
        }
        return (double) high / draws;
    }
}
