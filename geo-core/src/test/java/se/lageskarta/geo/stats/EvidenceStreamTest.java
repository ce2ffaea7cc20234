package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.grid.Grid;

class EvidenceStreamTest {
    @Test
    void one_person_counts_once_at_a_place_with_the_greatest_weight() {
        EvidenceStream stream = new EvidenceStream(
                new double[] {0, 10, 20, 30},
                new double[4],
                new double[] {1, 3, 3, 2},
                new long[] {7, 7, 7, 0},
                100,
                2);
        EvidenceStream.At at = stream.at(0, 0);
        assertThat(at.count()).isEqualTo(2);
        assertThat(at.perKm2()).isCloseTo(5 * 1e6 / (Math.PI * 1e4), within(1e-9));
        assertThat(at.high()).isTrue();
        assertThat(stream.at(5000, 0).high()).isFalse();
    }

    @Test
    void a_dense_place_is_high_a_thin_one_and_one_with_few_people_are_not() {
        SplittableRandom random = new SplittableRandom(61);
        double[] x = new double[460];
        double[] y = new double[460];
        for (int i = 0; i < 460; i++) {
            boolean dense = i < 60;
            x[i] = dense ? 5000 + random.nextDouble() * 60 : random.nextDouble() * 10_000;
            y[i] = dense ? 5000 + random.nextDouble() * 60 : random.nextDouble() * 10_000;
        }
        double[] one = new double[460];
        Arrays.fill(one, 1);
        EvidenceStream many = new EvidenceStream(x, y, one, new long[460], 100, EvidenceStream.leastCrimes(460));
        assertThat(many.at(5030, 5030).high()).isTrue();
        assertThat(many.at(5230, 5030).high()).as("200 m away").isFalse();
        long[] single = new long[460];
        Arrays.fill(single, 0, 60, 9);
        EvidenceStream few = new EvidenceStream(x, y, one, single, 100, 3);
        assertThat(few.at(5030, 5030).high()).as("one person sixty times").isFalse();
    }

    @Test
    void row_order_and_moving_everything_change_nothing() {
        double[] x = {10, 20, 30, 300, 320};
        double[] y = {0, 5, 9, 40, 60};
        double[] farX = {1_000_320, 1_000_300, 1_000_030, 1_000_020, 1_000_010};
        double[] farY = {1_000_060, 1_000_040, 1_000_009, 1_000_005, 1_000_000};
        double[] one = {1, 1, 1, 1, 1};
        EvidenceStream here = new EvidenceStream(x, y, one, new long[5], 100, 3);
        EvidenceStream there = new EvidenceStream(farX, farY, one, new long[5], 100, 3);
        assertThat(there.thresholdPerKm2()).isEqualTo(here.thresholdPerKm2());
        assertThat(there.at(1_000_020, 1_000_000)).isEqualTo(here.at(20, 0));
    }

    @Test
    void without_rows_nothing_is_high_and_bad_input_is_refused() {
        EvidenceStream empty = new EvidenceStream(new double[0], new double[0], new double[0], new long[0], 100, 1);
        assertThat(empty.at(0, 0)).isEqualTo(new EvidenceStream.At(0, 0, false));
        assertRefused(
                () -> new EvidenceStream(new double[1], new double[1], new double[1], new long[1], 0, 1),
                "supportMetres is 0.0");
        assertRefused(
                () -> new EvidenceStream(new double[1], new double[1], new double[1], new long[1], 100, 0),
                "least is 0");
        assertRefused(
                () -> new EvidenceStream(new double[1], new double[1], new double[] {-1}, new long[1], 100, 1),
                "weight is -1.0");
        assertRefused(
                () -> new EvidenceStream(new double[1], new double[1], new double[2], new long[1], 100, 1),
                "must have as many as x");
        assertRefused(
                () -> new EvidenceStream(new double[] {Double.NaN}, new double[1], new double[1], new long[1], 100, 1),
                "NaN");
    }

    @Test
    void the_least_crimes_grow_with_the_number_of_rows_as_for_hotspots() {
        assertThat(EvidenceStream.leastCrimes(100)).isEqualTo(5);
        assertThat(EvidenceStream.leastCrimes(600)).isEqualTo(6);
        assertThat(EvidenceStream.leastCrimes(2918)).isEqualTo(30);
        assertThat(EvidenceStream.leastCrimes(100_000)).isEqualTo(50);
    }

    @Test
    void fields_are_told_by_both_streams() {
        assertThat(FourField.of(true, true).code()).isEqualTo("high-high");
        assertThat(FourField.of(true, false).code()).isEqualTo("high-low");
        assertThat(FourField.of(false, true).code()).isEqualTo("low-high");
        assertThat(FourField.of(false, false).code()).isEqualTo("low-low");
    }

    @Test
    void association_is_what_sums_over_all_pairs_say() {
        SplittableRandom random = new SplittableRandom(62);
        StudyArea area = TinyGrids.ragged(random, 6, 5);
        double[] x = TinyGrids.counts(random, area.size());
        double[] y = TinyGrids.counts(random, area.size());
        LeeAssociation lee = LeeAssociation.of(new GridNeighbours(area, CellShape.QUEEN), x, y, 9, 1, () -> false);
        double meanX = GiStar.mean(x);
        double meanY = GiStar.mean(y);
        double sum = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            double aroundX = 0;
            double aroundY = 0;
            int cells = 0;
            for (int j = 0; j < x.length; j++) {
                if (TinyGrids.near(area, i, j, Math.sqrt(2))) {
                    aroundX += x[j] - meanX;
                    aroundY += y[j] - meanY;
                    cells++;
                }
            }
            sum += aroundX / cells * aroundY / cells;
            squaresX += (x[i] - meanX) * (x[i] - meanX);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
        }
        assertThat(lee.l()).isCloseTo(sum / Math.sqrt(squaresX * squaresY), within(1e-12));
        assertThat(Arrays.stream(lee.local()).average().orElse(0)).isCloseTo(lee.l(), within(1e-12));
    }

    @Test
    void the_probability_of_association_is_the_share_of_all_orders() {
        GridNeighbours row = new GridNeighbours(StudyArea.whole(new Grid(0, 0, 1, 6, 1)), CellShape.ROOK);
        double[] x = {5, 4, 0, 1, 0, 0};
        double[] y = {3, 6, 1, 0, 0, 2};
        LeeAssociation lee = LeeAssociation.of(row, x, y, 20_000, 3, () -> false);
        double[] orders = new double[2];
        TinyGrids.everyOrder(y.clone(), 0, order -> {
            orders[0]++;
            orders[1] += LeeAssociation.of(row, x, order, 1, 1, () -> false).l() >= lee.l() - 1e-12 ? 1 : 0;
        });
        assertThat(lee.p()).isCloseTo(orders[1] / orders[0], within(0.01));
    }

    @Test
    void threads_change_no_bit_of_the_association_and_constants_have_none() {
        SplittableRandom random = new SplittableRandom(63);
        StudyArea area = TinyGrids.ragged(random, 15, 15);
        GridNeighbours neighbours = new GridNeighbours(area, CellShape.QUEEN);
        double[] x = TinyGrids.counts(random, area.size());
        double[] y = TinyGrids.counts(random, area.size());
        LeeAssociation one = TinyGrids.onThreads(1, () -> LeeAssociation.of(neighbours, x, y, 199, 5, () -> false));
        LeeAssociation four = TinyGrids.onThreads(4, () -> LeeAssociation.of(neighbours, x, y, 199, 5, () -> false));
        assertThat(four.localP()).containsExactly(one.localP());
        assertThat(four.p()).isEqualTo(one.p());
        LeeAssociation flat = LeeAssociation.of(neighbours, new double[area.size()], y, 9, 1, () -> false);
        assertThat(flat.l()).isZero();
        assertThat(flat.p()).isEqualTo(1);
        assertRefused(() -> LeeAssociation.of(neighbours, x, y, 0, 1, () -> false), "permutations is 0");
        assertThatThrownBy(() -> LeeAssociation.of(neighbours, x, y, 9, 1, () -> true))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
    }

    private static void assertRefused(Runnable work, String says) {
        assertThatThrownBy(work::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }
}
