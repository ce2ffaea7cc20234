package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.grid.Grid;

/** Local and global autocorrelation against every order of the values. */
class AutocorrelationTest {
    /** Seven places that touch unevenly. */
    private static final ListedNeighbours PLACES =
            ListedNeighbours.of(new int[][] {{1, 2, 3}, {0, 2}, {0, 1, 3, 4}, {0, 2}, {2, 5, 6}, {4}, {4}});

    private static final double[] VALUE = {4, 7, 0, 1, 12, 3, 3};

    @Test
    void the_moments_of_the_global_statistics_are_those_over_all_orders() {
        GlobalAutocorrelation found = GlobalAutocorrelation.of(PLACES, VALUE);
        double[] sums = new double[7];
        TinyGrids.everyOrder(VALUE.clone(), 0, order -> {
            GlobalAutocorrelation one = GlobalAutocorrelation.of(PLACES, order);
            sums[0]++;
            add(sums, 1, one.moran().value());
            add(sums, 3, one.geary().value());
            add(sums, 5, one.generalG().value());
        });
        checkMoments(found.moran(), sums, 1);
        checkMoments(found.geary(), sums, 3);
        checkMoments(found.generalG(), sums, 5);
    }

    @Test
    void the_values_are_what_sums_over_all_pairs_say() {
        GlobalAutocorrelation found = GlobalAutocorrelation.of(PLACES, VALUE);
        double mean = GiStar.mean(VALUE);
        double squares = 0;
        double together = 0;
        double apart = 0;
        double products = 0;
        double allProducts = 0;
        int[][] lists = {{1, 2, 3}, {0, 2}, {0, 1, 3, 4}, {0, 2}, {2, 5, 6}, {4}, {4}};
        for (int i = 0; i < 7; i++) {
            squares += (VALUE[i] - mean) * (VALUE[i] - mean);
            for (int j : lists[i]) {
                together += (VALUE[i] - mean) * (VALUE[j] - mean) / lists[i].length;
                apart += (VALUE[i] - VALUE[j]) * (VALUE[i] - VALUE[j]) / lists[i].length;
                products += VALUE[i] * VALUE[j];
            }
            for (int j = 0; j < 7; j++) {
                allProducts += i == j ? 0 : VALUE[i] * VALUE[j];
            }
        }
        assertThat(found.moran().value()).isCloseTo(together / squares, within(1e-14));
        assertThat(found.geary().value()).isCloseTo(6 * apart / (2 * 7 * squares), within(1e-14));
        assertThat(found.generalG().value()).isCloseTo(products / allProducts, within(1e-14));
        assertThat(found.moran().p()).isEqualTo(GiStar.twoSided(found.moran().z()));
    }

    @Test
    void the_moments_of_local_Moran_are_those_over_all_orders() {
        LocalMoran found = LocalMoran.of(PLACES, VALUE);
        for (int place = 0; place < 7; place++) {
            int at = place;
            double[] total = new double[3];
            TinyGrids.everyOrder(VALUE.clone(), 0, order -> {
                total[0]++;
                add(total, 1, LocalMoran.of(PLACES, order).i()[at]);
            });
            checkScore(found.i()[place], found.z()[place], total);
        }
    }

    @Test
    void the_conditional_moments_hold_the_own_value_fixed() {
        // a star: its middle is place 0, so that orders of all others keep the own value
        ListedNeighbours star = ListedNeighbours.of(new int[][] {{1, 2, 3}, {0}, {0}, {0}, {5}, {4}, {}});
        LocalMoran found = LocalMoran.of(star, VALUE);
        double[] total = new double[3];
        TinyGrids.everyOrder(VALUE.clone(), 1, order -> {
            total[0]++;
            add(total, 1, LocalMoran.of(star, order).i()[0]);
        });
        checkScore(found.i()[0], found.zConditional()[0], total);
        assertThat(found.zConditional()[6]).isNaN();
        assertThat(found.i()[6]).isZero();
        assertThat(found.lag()[6]).isZero();
        assertThat(found.p()[6]).isNaN();
    }

    @Test
    void a_grid_and_the_list_of_its_pairs_agree() {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < 30; round++) {
            StudyArea area = TinyGrids.ragged(random, 7, 6);
            double[] value = TinyGrids.counts(random, area.size());
            value[0] = 13;
            LocalMoran grid = LocalMoran.of(new GridNeighbours(area, CellShape.ROOK), value);
            LocalMoran list = LocalMoran.of(TinyGrids.listed(area, 1), value);
            assertThat(grid.i()).containsExactly(list.i());
            assertThat(grid.quadrant()).containsExactly(list.quadrant());
            GlobalAutocorrelation all = GlobalAutocorrelation.of(TinyGrids.listed(area, 1), value);
            assertThat(GlobalAutocorrelation.of(new GridNeighbours(area, CellShape.ROOK), value)
                            .moran()
                            .z())
                    .isCloseTo(all.moran().z(), within(1e-10));
        }
    }

    @Test
    void quadrants_say_high_and_low_of_the_place_and_around_it() {
        GridNeighbours row = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 6, 1)), CellShape.ROOK);
        assertThat(LocalMoran.of(row, new double[] {9, 9, 0, 0, 0, 5}).quadrant())
                .containsExactly(
                        LocalMoran.Quadrant.HH,
                        LocalMoran.Quadrant.HH,
                        LocalMoran.Quadrant.LH,
                        LocalMoran.Quadrant.LL,
                        LocalMoran.Quadrant.LL,
                        LocalMoran.Quadrant.HL);
    }

    @Test
    void equal_values_say_nothing_and_too_few_places_are_refused() {
        GridNeighbours square = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 2, 2)), CellShape.QUEEN);
        assertThat(LocalMoran.of(square, new double[4]).z()).containsOnly(0);
        assertThat(GlobalAutocorrelation.of(square, new double[4]).moran().value())
                .isNaN();
        assertThat(GlobalAutocorrelation.of(PLACES, new double[] {-1, 2, 3, 4, 5, 6, 7})
                        .generalG()
                        .value())
                .isNaN();
        GridNeighbours pair = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 2, 1)), CellShape.ROOK);
        assertThatThrownBy(() -> LocalMoran.of(pair, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 or more");
        assertThatThrownBy(() -> GlobalAutocorrelation.of(pair, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("places with a neighbour is 2");
    }

    private static void add(double[] sums, int at, double value) {
        sums[at] += value;
        sums[at + 1] += value * value;
    }

    private static void checkMoments(GlobalAutocorrelation.Measure measure, double[] sums, int at) {
        double mean = sums[at] / sums[0];
        assertThat(measure.expected()).isCloseTo(mean, within(1e-11));
        assertThat(measure.variance()).isCloseTo(sums[at + 1] / sums[0] - mean * mean, within(1e-11));
        assertThat(measure.z()).isCloseTo((measure.value() - mean) / Math.sqrt(measure.variance()), within(1e-9));
    }

    private static void checkScore(double value, double z, double[] total) {
        double mean = total[1] / total[0];
        double variance = total[2] / total[0] - mean * mean;
        assertThat(z).isCloseTo((value - mean) / Math.sqrt(variance), within(1e-9));
    }
}
