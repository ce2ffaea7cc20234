package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.stats.NearRepeat.Intervals;
import se.lageskarta.geo.stats.NearRepeat.Metric;

class NearRepeatTest {
    private static final double[] METRES = {0.001, 100, 200, 400};
    private static final double[] DAYS = {7, 14, 28};

    @Test
    void puts_a_pair_on_a_bound_into_the_band_that_the_bound_ends() {
        double[] x = {0, 0};
        double[] y = {0, 100};
        int[] day = {0, 3};
        double[] metres = {100, 400};
        double[] days = {3, 6};
        assertThat(table(metres, days, Intervals.TRUE, x, y, day).observed())
                .isDeepEqualTo(new long[][] {{1, 0}, {0, 0}});
        assertThat(table(metres, days, Intervals.CALCULATOR, x, y, day).observed())
                .isDeepEqualTo(new long[][] {{0, 0}, {0, 1}});
        // tobydavies/NearRepeat: [0,200) and [0,4) hold the pair, [0,100) and [0,3) do not
        assertThat(table(new double[] {200}, new double[] {4}, Intervals.CALCULATOR, x, y, day)
                        .observed()[0][0])
                .isEqualTo(1);
        assertThat(table(new double[] {100}, new double[] {3}, Intervals.CALCULATOR, x, y, day)
                        .observed()[0][0])
                .isZero();
    }

    @Test
    void expects_the_published_numbers_of_a_month_of_Chicago_burglaries() {
        long[][] seen = {
            {28, 5, 5, 2}, {44, 13, 8, 4}, {97, 56, 19, 16}, {77, 67, 45, 20}, {182_194, 146_149, 95_237, 45_879}
        };
        double infinity = Double.POSITIVE_INFINITY;
        NearRepeat question = new NearRepeat(
                new double[] {1, 100, 200, 300, infinity},
                new double[] {7, 14, 21, infinity},
                Intervals.CALCULATOR,
                Metric.MANHATTAN,
                0,
                1);
        long[] rows =
                Arrays.stream(seen).mapToLong(row -> Arrays.stream(row).sum()).toArray();
        long[] columns = new long[4];
        for (int t = 0; t < 4; t++) {
            for (long[] row : seen) {
                columns[t] += row[t];
            }
        }
        long[] flat = Arrays.stream(seen).flatMapToLong(Arrays::stream).toArray();
        NearRepeatTable table = NearRepeatTable.of(question, 970, rows, columns, flat, new long[20][0]);
        assertThat(table.pairs()).isEqualTo(469_965);
        double[] expected = {15.528, 26.786, 72.981, 81.134, 182_243.571};
        double[] ratio = {1.803, 1.643, 1.329, 0.949, 1.000};
        for (int s = 0; s < 5; s++) {
            assertThat(table.expected()[s][0]).isCloseTo(expected[s], within(5e-4));
            assertThat(table.ratio()[s][0]).isCloseTo(ratio[s], within(5e-4));
        }
    }

    @Test
    void counts_what_looking_at_every_pair_counts() {
        SplittableRandom chance = new SplittableRandom(7);
        double infinity = Double.POSITIVE_INFINITY;
        double[][] metres = {METRES, {0}, {50, infinity}, {infinity}, {1, 2, 3, 5, 8, 13, 21, 34, 55}, {1e9}};
        double[][] days = {DAYS, {0}, {0, 1, infinity}, {infinity}, {0, 1, 2, 3, 5, 8, 13, 400, 9_000}, {0.5, 1.5}};
        for (int round = 0; round < 200; round++) {
            int n = chance.nextInt(60);
            double side = chance.nextBoolean() ? 30 : 1_000;
            double[] x = chance.doubles(n, 0, side).map(Math::rint).toArray();
            double[] y = chance.doubles(n, 0, chance.nextInt(5) == 0 ? 1e-9 : side)
                    .map(Math::rint)
                    .toArray();
            int[] day = chance.ints(n, -50, chance.nextBoolean() ? 10 : 9_000).toArray();
            Intervals intervals = Intervals.values()[chance.nextInt(2)];
            Metric metric = Metric.values()[chance.nextInt(2)];
            NearRepeat question = new NearRepeat(metres[round % 6], days[round / 6 % 6], intervals, metric, 9, round);
            NearRepeatTable table = question.table(x, y, day, () -> false);
            long[][] naive = naive(question, x, y, day);
            assertThat(table.observed()).as("round %d", round).isDeepEqualTo(naive);
            assertThat(table.spatialPairs()).isEqualTo(margin(question, x, y, day, true));
            assertThat(table.temporalPairs()).isEqualTo(margin(question, x, y, day, false));
        }
    }

    @Test
    void the_mean_of_many_permutations_is_what_the_margins_expect() {
        Town town = Town.of(300, 3);
        NearRepeatTable table = NearRepeat.of(METRES, DAYS, 4_000, 5).table(town.x, town.y, town.day, () -> false);
        for (int s = 1; s < METRES.length; s++) {
            for (int t = 0; t < DAYS.length; t++) {
                assertThat(table.mean()[s][t])
                        .isCloseTo(table.expected()[s][t], within(4 * table.deviation()[s][t] / Math.sqrt(4_000)));
                assertThat(table.median()[s][t]).isCloseTo(table.mean()[s][t], within(table.deviation()[s][t]));
            }
        }
    }

    @Test
    void sees_planted_repeats_and_leaves_chance_alone() {
        Town town = Town.of(400, 11);
        for (int i = 0; i < 40; i++) {
            // each is followed by one some metres off some days later
            town.x[200 + i] = town.x[i] + 30;
            town.y[200 + i] = town.y[i];
            town.day[200 + i] = town.day[i] + 4;
        }
        NearRepeatTable table = NearRepeat.of(METRES, DAYS, 999, 1).table(town.x, town.y, town.day, () -> false);
        assertThat(table.isRaised(1, 0, 0.05)).isTrue();
        assertThat(table.p()[1][0]).isEqualTo(0.001);
        assertThat(table.ratio()[1][0]).isGreaterThan(3);
        assertThat(table.isRaised(3, 2, 0.01)).isFalse();
    }

    @Test
    void answers_the_same_for_any_threads_order_and_origin() throws Exception {
        Town town = Town.of(500, 2);
        NearRepeat question = NearRepeat.of(METRES, DAYS, 199, 4);
        String first = text(question.table(town.x, town.y, town.day, () -> false));
        for (int threads = 1; threads <= 2; threads++) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            assertThat(pool.submit(() -> text(question.table(town.x, town.y, town.day, () -> false)))
                            .get())
                    .isEqualTo(first);
            pool.shutdown();
        }
        Town moved = town.shuffled(9);
        for (int i = 0; i < moved.x.length; i++) {
            moved.x[i] += 1e6;
            moved.y[i] += 1e6;
        }
        assertThat(text(question.table(moved.x, moved.y, moved.day, () -> false)))
                .isEqualTo(first);
        assertThat(text(NearRepeat.of(METRES, DAYS, 199, 5).table(town.x, town.y, town.day, () -> false)))
                .isNotEqualTo(first);
    }

    @Test
    void finds_the_live_zones_around_recent_incidents() {
        // raised within 100 m for 14 days and within 200 m for 7
        NearRepeat question = NearRepeat.of(METRES, DAYS, 99, 1);
        NearRepeatTable table = NearRepeatTable.of(
                question,
                100,
                new long[] {10, 100, 200, 400},
                new long[] {400, 400, 800},
                new long[] {1, 1, 1, 40, 30, 9, 60, 17, 33, 33, 33, 65},
                new long[][] {
                    {1, 1}, {1, 1}, {1, 1}, {8, 9}, {8, 9}, {16, 18}, {16, 17}, {16, 18}, {33, 34}, {32, 33}, {32, 33},
                    {65, 66}
                });
        assertThat(LiveZone.of(table, new int[] {100, 99, 93, 92, 86, 85, 101}, 100, 1, 0.5))
                .containsExactly(
                        new LiveZone(0, 200, 0, 107, zoneRatio(table, 3, 0), 1.0 / 3),
                        new LiveZone(1, 200, 1, 106, zoneRatio(table, 3, 0), 1.0 / 3),
                        new LiveZone(2, 200, 7, 100, zoneRatio(table, 3, 0), 1.0 / 3),
                        new LiveZone(3, 100, 8, 106, zoneRatio(table, 2, 1), 1.0 / 3),
                        new LiveZone(4, 100, 14, 100, zoneRatio(table, 2, 1), 1.0 / 3));
        assertThat(LiveZone.of(table, new int[] {100, 99}, 100, 1, 0.05)).isEmpty();
    }

    @Test
    void works_with_nobody_and_with_one() {
        NearRepeatTable none =
                NearRepeat.of(METRES, DAYS, 9, 1).table(new double[0], new double[0], new int[0], () -> false);
        NearRepeatTable one =
                NearRepeat.of(METRES, DAYS, 9, 1).table(new double[] {5}, new double[] {5}, new int[] {1}, () -> false);
        for (NearRepeatTable table : List.of(none, one)) {
            assertThat(table.pairs()).isZero();
            assertThat(table.ratio()[0][0]).isNaN();
            assertThat(table.p()[0][0]).isEqualTo(1);
        }
    }

    @Test
    void counts_a_thousand_incidents_at_one_place() {
        NearRepeatTable table = NearRepeat.of(METRES, DAYS, 9, 1)
                .table(new double[1_000], new double[1_000], new int[1_000], () -> false);
        assertThat(table.observed()[0][0]).isEqualTo(499_500);
        assertThat(table.expected()[0][0]).isEqualTo(499_500);
        assertThat(table.deviation()[0][0]).isZero();
    }

    @Test
    void stops_when_asked_to() {
        Town town = Town.of(50, 1);
        assertThatThrownBy(() -> NearRepeat.of(METRES, DAYS, 9, 1).table(town.x, town.y, town.day, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refuses_bad_input() {
        double[] two = {1, 2};
        int[] days = {1, 2};
        NearRepeat fine = NearRepeat.of(METRES, DAYS, 9, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.table(new double[] {1, Double.NaN}, two, days, () -> false))
                .withMessageContaining("x[1]")
                .withMessageContaining("finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.table(two, new double[] {Double.POSITIVE_INFINITY, 1}, days, () -> false));
        assertThatIllegalArgumentException().isThrownBy(() -> fine.table(two, two, new int[1], () -> false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearRepeat.of(new double[] {}, DAYS, 9, 1))
                .withMessageContaining("metres is empty");
        assertThatIllegalArgumentException().isThrownBy(() -> NearRepeat.of(new double[] {100, 100}, DAYS, 9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NearRepeat.of(METRES, new double[] {-1, 3}, 9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NearRepeat.of(METRES, new double[] {Double.NaN}, 9, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearRepeat.of(METRES, DAYS, -1, 1))
                .withMessageContaining("permutations is -1");
        int[] centuries = new int[2_000];
        Arrays.setAll(centuries, i -> i * 29);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.table(new double[2_000], new double[2_000], centuries, () -> false))
                .withMessageContaining("day is 0 to 57971, but must span at most 32767 days");
    }

    private static double zoneRatio(NearRepeatTable table, int bands, int time) {
        double seen = 0;
        double expected = 0;
        for (int s = 0; s < bands; s++) {
            seen += table.observed()[s][time];
            expected += table.expected()[s][time];
        }
        return seen / expected;
    }

    private static NearRepeatTable table(
            double[] metres, double[] days, Intervals intervals, double[] x, double[] y, int[] day) {
        return new NearRepeat(metres, days, intervals, Metric.EUCLIDEAN, 19, 1).table(x, y, day, () -> false);
    }

    private static String text(NearRepeatTable table) {
        return Arrays.deepToString(table.observed())
                + Arrays.deepToString(table.p())
                + Arrays.deepToString(table.mean())
                + Arrays.deepToString(table.deviation());
    }

    private static long[][] naive(NearRepeat question, double[] x, double[] y, int[] day) {
        long[][] counts = new long[question.metres().length][question.days().length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                int s = band(question.metres(), question, distance(question, x, y, i, j));
                int t = band(question.days(), question, Math.abs(day[i] - day[j]));
                if (s < counts.length && t < counts[0].length) {
                    counts[s][t]++;
                }
            }
        }
        return counts;
    }

    private static long[] margin(NearRepeat question, double[] x, double[] y, int[] day, boolean space) {
        double[] bounds = space ? question.metres() : question.days();
        long[] counts = new long[bounds.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                double value = space ? distance(question, x, y, i, j) : Math.abs(day[i] - day[j]);
                int band = band(bounds, question, value);
                if (band < counts.length) {
                    counts[band]++;
                }
            }
        }
        return counts;
    }

    private static double distance(NearRepeat question, double[] x, double[] y, int i, int j) {
        double dx = Math.abs(x[i] - x[j]);
        double dy = Math.abs(y[i] - y[j]);
        return question.metric() == Metric.MANHATTAN ? dx + dy : Math.sqrt(dx * dx + dy * dy);
    }

    private static int band(double[] bounds, NearRepeat question, double value) {
        int band = 0;
        while (band < bounds.length
                && (question.intervals() == Intervals.TRUE ? value > bounds[band] : value >= bounds[band])) {
            band++;
        }
        return band;
    }

    /** Incidents at whole metres in two kilometres and two years. */
    private record Town(double[] x, double[] y, int[] day) {
        static Town of(int n, long seed) {
            SplittableRandom chance = new SplittableRandom(seed);
            return new Town(
                    chance.doubles(n, 0, 2_000).map(Math::rint).toArray(),
                    chance.doubles(n, 0, 2_000).map(Math::rint).toArray(),
                    chance.ints(n, 0, 730).toArray());
        }

        Town shuffled(long seed) {
            SplittableRandom chance = new SplittableRandom(seed);
            Town other = new Town(x.clone(), y.clone(), day.clone());
            for (int i = x.length - 1; i > 0; i--) {
                int j = chance.nextInt(i + 1);
                double keptX = other.x[i];
                double keptY = other.y[i];
                int keptDay = other.day[i];
                other.x[i] = other.x[j];
                other.y[i] = other.y[j];
                other.day[i] = other.day[j];
                other.x[j] = keptX;
                other.y[j] = keptY;
                other.day[j] = keptDay;
            }
            return other;
        }
    }
}
