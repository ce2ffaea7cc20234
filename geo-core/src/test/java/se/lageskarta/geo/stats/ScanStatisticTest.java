package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.stats.ScanOptions.Look;

class ScanStatisticTest {
    @Test
    void finds_what_trying_every_circle_and_window_finds() {
        SplittableRandom chance = new SplittableRandom(17);
        for (int round = 0; round < 300; round++) {
            Sample sample = Sample.of(chance, round % 3);
            Look look = round % 3 == 0 ? Look.values()[chance.nextInt(2)] : Look.values()[chance.nextInt(3)];
            int shortest = 1 + chance.nextInt(3);
            ScanOptions options = new ScanOptions(
                    look,
                    chance.nextBoolean() ? 2.5 : Double.POSITIVE_INFINITY,
                    chance.nextBoolean() ? 0.5 : 1,
                    shortest,
                    shortest + chance.nextInt(6),
                    1 + chance.nextInt(2),
                    3,
                    0,
                    0,
                    1);
            List<ScanCluster> found = sample.scan(options).clusters();
            List<Naive> expected = sample.naive(options);
            assertThat(found).as("round %d, %s", round, options).hasSameSizeAs(expected);
            for (int k = 0; k < found.size(); k++) {
                ScanCluster ours = found.get(k);
                Naive theirs = expected.get(k);
                assertThat(ours.llr()).as("round %d, %s", round, options).isCloseTo(theirs.llr, within(1e-8));
                assertThat(ours.places()).isEqualTo(theirs.places);
                assertThat(ours.centre()).as("round %d, %s", round, options).isEqualTo(theirs.centre);
                assertThat(ours.observed()).isEqualTo(theirs.cases);
                assertThat(ours.expected()).isCloseTo(theirs.expected, within(1e-9));
                assertThat(ours.end() - ours.start()).isEqualTo(look == Look.SPATIAL ? 0 : theirs.to - theirs.from);
            }
        }
    }

    @Test
    void the_greatest_value_of_a_draw_is_the_one_that_trying_everything_finds() {
        SplittableRandom chance = new SplittableRandom(5);
        for (int round = 0; round < 300; round++) {
            Sample sample = Sample.of(chance, round % 3);
            int shortest = 1 + round / 6 % 3;
            ScanOptions options = ScanOptions.of(Look.values()[round % 2], 4, shortest, shortest + 3, 3);
            ScanResult result = sample.scan(options.withReplicates(0, 0));
            double best =
                    result.clusters().isEmpty() ? 0 : result.clusters().get(0).llr();
            assertThat(sample.swept(options)).as("round %d", round).isCloseTo(best, within(1e-9));
        }
    }

    @Test
    void raises_the_alarm_for_a_planted_cluster_and_not_without() {
        Town town = Town.of(300, 8);
        ScanOptions options = ScanOptions.of(Look.PROSPECTIVE, 1_000, 7, 90, 1);
        ScanCluster calm = town.scan(options).clusters().get(0);
        assertThat(calm.p()).isGreaterThan(0.05);
        assertThat(calm.recurrence()).isLessThan(20);
        for (int i = 0; i < 12; i++) {
            town.step[i] = 350 + i;
            town.x[i] = 1_500 + 20 * i;
            town.y[i] = 1_500;
        }
        ScanCluster alarm = town.scan(options).clusters().get(0);
        assertThat(alarm.p()).isEqualTo(0.001);
        assertThat(alarm.observed()).isGreaterThanOrEqualTo(12);
        assertThat(alarm.start()).isBetween(345, 351);
        assertThat(alarm.end()).isEqualTo(364);
        assertThat(alarm.gumbelP()).isLessThan(0.001);
        assertThat(alarm.recurrence()).isGreaterThan(1_000);
        assertThat(alarm.ratio()).isGreaterThan(3);
    }

    @Test
    void answers_the_same_for_any_threads_order_and_origin() throws Exception {
        Town town = Town.of(250, 4);
        ScanOptions options = ScanOptions.of(Look.RETROSPECTIVE, 500, 1, 14, 6).withReplicates(99, 0);
        String first = text(town.scan(options));
        for (int threads = 1; threads <= 2; threads++) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            assertThat(pool.submit(() -> text(town.scan(options))).get()).isEqualTo(first);
            pool.shutdown();
        }
        Town turned = Town.of(250, 4);
        for (int i = 0; i < 250; i++) {
            turned.place[i] = town.place[249 - i];
            turned.step[i] = town.step[249 - i];
            turned.x[i] += 1e6;
            turned.y[i] += 1e6;
        }
        assertThat(text(turned.scan(options))).isEqualTo(first);
    }

    @Test
    void stops_drawing_when_enough_draws_were_as_unusual() {
        Town town = Town.of(200, 3);
        ScanOptions options = ScanOptions.of(Look.PROSPECTIVE, 1_000, 7, 90, 1);
        ScanResult all = town.scan(options);
        ScanResult early = town.scan(options.withReplicates(999, 20));
        assertThat(early.drawn()).isLessThan(200);
        assertThat(early.clusters().get(0).p()).isCloseTo(all.clusters().get(0).p(), within(0.15));
        assertThat(early.clusters().get(0).llr())
                .isEqualTo(all.clusters().get(0).llr());
    }

    @Test
    void the_Gumbel_tail_agrees_with_the_draws_where_there_are_many() {
        double[] maxima = new double[5_000];
        SplittableRandom chance = new SplittableRandom(2);
        Arrays.setAll(maxima, i -> 3 - 0.7 * Math.log(-Math.log(chance.nextDouble())));
        GumbelTail tail = GumbelTail.of(maxima);
        assertThat(tail.location()).isCloseTo(3, within(0.05));
        assertThat(tail.scale()).isCloseTo(0.7, within(0.05));
        double quantile = 3 - 0.7 * Math.log(-Math.log(0.95));
        assertThat(tail.chanceOf(quantile)).isCloseTo(0.05, within(0.01));
        assertThat(tail.chanceOf(40)).isBetween(0.0, 1e-15);
    }

    @Test
    void measures_great_circles_in_kilometres() {
        ScanPlaces places = ScanPlaces.onEarth(new double[] {0, 0, 90}, new double[] {0, 90, 0});
        assertThat(places.distance(0, 1)).isCloseTo(Math.PI / 2 * 6_367, within(1e-6));
        assertThat(places.distance(1, 2)).isCloseTo(Math.PI / 2 * 6_367, within(1e-6));
        assertThat(places.distance(2, 2)).isZero();
    }

    @Test
    void works_with_nobody_and_with_one_case() {
        ScanOptions options = ScanOptions.of(Look.PROSPECTIVE, 100, 1, 5, 1).withReplicates(9, 0);
        ScanPlaces one = ScanPlaces.flat(new double[] {1}, new double[] {1});
        ScanPlaces none = ScanPlaces.flat(new double[0], new double[0]);
        assertThat(ScanStatistic.spaceTimePermutation(none, new int[0], new int[0], 10, options, () -> false)
                        .clusters())
                .isEmpty();
        assertThat(ScanStatistic.spaceTimePermutation(one, new int[1], new int[1], 10, options, () -> false)
                        .clusters())
                .isEmpty();
        assertThat(ScanStatistic.poisson(one, new int[1], new int[1], 10, new double[] {0}, options, () -> false)
                        .clusters())
                .isEmpty();
        assertThat(ScanStatistic.bernoulli(
                                one, new int[3], new int[3], new int[0], new int[0], 10, options, () -> false)
                        .clusters())
                .isEmpty();
    }

    @Test
    void stops_when_asked_to() {
        Town town = Town.of(50, 1);
        ScanOptions options = ScanOptions.of(Look.PROSPECTIVE, 1_000, 7, 90, 1);
        assertThatThrownBy(() -> ScanStatistic.spaceTimePermutation(
                        ScanPlaces.flat(town.x, town.y), town.place, town.step, 365, options, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refuses_bad_input() {
        ScanOptions options = ScanOptions.of(Look.PROSPECTIVE, 100, 1, 5, 1);
        ScanPlaces two = ScanPlaces.flat(new double[] {1, 2}, new double[] {1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanPlaces.flat(new double[] {1, Double.NaN}, new double[2]))
                .withMessageContaining("x[1], y[1] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanPlaces.onEarth(new double[] {6_400_000}, new double[] {400_000}))
                .withMessageContaining("must be degrees");
        assertThatIllegalArgumentException().isThrownBy(() -> ScanPlaces.flat(new double[1], new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ScanStatistic.spaceTimePermutation(two, new int[] {2}, new int[] {0}, 3, options, () -> false))
                .withMessage("place[0] is 2, but must be 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ScanStatistic.spaceTimePermutation(two, new int[] {1}, new int[] {3}, 3, options, () -> false))
                .withMessage("step[0] is 3, but must be 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanStatistic.poisson(
                        two, new int[1], new int[1], 3, new double[] {1, -1}, options, () -> false))
                .withMessageContaining("population[1] is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanStatistic.spaceTimePermutation(
                        two, new int[1], new int[1], 3, ScanOptions.of(Look.SPATIAL, 100, 1, 5, 1), () -> false))
                .withMessageContaining("look is SPATIAL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanOptions.of(Look.PROSPECTIVE, 0, 1, 5, 1))
                .withMessageContaining("maxRadius is 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> ScanOptions.of(Look.PROSPECTIVE, Double.NaN, 1, 5, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanOptions.of(Look.PROSPECTIVE, 1, 6, 5, 1))
                .withMessageContaining("minSteps, maxSteps is 6, 5");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withShare(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withReplicates(-1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanStatistic.spaceTimePermutation(
                        ScanPlaces.flat(new double[30_001], new double[30_001]),
                        new int[0],
                        new int[0],
                        3,
                        options,
                        () -> false))
                .withMessageContaining("places is 30001");
    }

    private static String text(ScanResult result) {
        StringBuilder text = new StringBuilder(Arrays.toString(result.nullMax()));
        for (ScanCluster cluster : result.clusters()) {
            text.append(cluster.centre())
                    .append(Arrays.toString(cluster.places()))
                    .append(cluster.start())
                    .append('-')
                    .append(cluster.end())
                    .append(' ')
                    .append(cluster.llr())
                    .append(cluster.p());
        }
        return text.toString();
    }

    private record Naive(int centre, int[] places, int from, int to, int cases, double expected, double llr) {}

    /** A few places on a small grid, so that distances tie, and cases, controls or people there. */
    private record Sample(
            int model,
            double[] x,
            double[] y,
            int steps,
            int[] place,
            int[] step,
            int[] other,
            int[] otherStep,
            double[][] people) {
        static Sample of(SplittableRandom chance, int model) {
            int n = 1 + chance.nextInt(9);
            int steps = 1 + chance.nextInt(8);
            int cases = chance.nextInt(25);
            int controls = chance.nextInt(25);
            double[][] people = new double[n][steps];
            boolean changing = chance.nextBoolean();
            for (double[] row : people) {
                double constant = chance.nextInt(5);
                Arrays.setAll(row, t -> changing ? chance.nextInt(9) : constant);
            }
            people[0][0]++;
            return new Sample(
                    model,
                    chance.ints(n, 0, 5).asDoubleStream().toArray(),
                    chance.ints(n, 0, 5).asDoubleStream().toArray(),
                    steps,
                    chance.ints(cases, 0, n).toArray(),
                    chance.ints(cases, 0, steps).toArray(),
                    chance.ints(controls, 0, n).toArray(),
                    chance.ints(controls, 0, steps).toArray(),
                    people);
        }

        ScanResult scan(ScanOptions options) {
            ScanPlaces places = ScanPlaces.flat(x, y);
            return switch (model) {
                case 0 -> ScanStatistic.spaceTimePermutation(places, place, step, steps, options, () -> false);
                case 1 -> ScanStatistic.poisson(places, place, step, people, options, () -> false);
                default -> ScanStatistic.bernoulli(places, place, step, other, otherStep, steps, options, () -> false);
            };
        }

        /** The value that a draw equal to the data would have. */
        double swept(ScanOptions options) {
            double[] placeWeight = new double[x.length];
            double[] stepWeight = new double[steps];
            for (int i = 0; i < place.length; i++) {
                placeWeight[place[i]]++;
                stepWeight[step[i]]++;
            }
            if (model != 0) {
                return scan(options.withReplicates(0, 0)).clusters().stream()
                        .mapToDouble(ScanCluster::llr)
                        .max()
                        .orElse(0);
            }
            int[] order = IntStream.range(0, place.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> place[i]))
                    .mapToInt(i -> i)
                    .toArray();
            ScanModel sorted = new ScanModel(
                    ScanModel.Chance.TIMES_DEALT,
                    Arrays.stream(order).map(i -> place[i]).toArray(),
                    Arrays.stream(order).map(i -> step[i]).toArray(),
                    x.length,
                    steps,
                    placeWeight,
                    stepWeight,
                    null);
            ScanZones zones =
                    new ScanZones(ScanPlaces.flat(x, y), placeWeight, options.maxRadius(), options.maxShare());
            ScanSweep sweep = new ScanSweep(zones, sorted, options, null);
            sweep.run(sorted.observed(), () -> false);
            return sweep.best();
        }

        List<Naive> naive(ScanOptions options) {
            boolean spatial = options.look() == Look.SPATIAL;
            double[][] measure = measure();
            double total = 0;
            double[] placeTotal = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                placeTotal[i] = Arrays.stream(measure[i]).sum();
                total += placeTotal[i];
            }
            List<Naive> all = new ArrayList<>();
            for (int centre = 0; centre < x.length; centre++) {
                for (int rim = 0; rim < x.length; rim++) {
                    double radius = distance(centre, rim);
                    int at = centre;
                    int[] inside = IntStream.range(0, x.length)
                            .filter(i -> distance(at, i) <= radius)
                            .toArray();
                    double share = Arrays.stream(inside)
                            .mapToDouble(i -> placeTotal[i])
                            .sum();
                    if (radius > options.maxRadius() || share > options.maxShare() * total) {
                        continue;
                    }
                    for (int from = 0; from < steps; from++) {
                        for (int to = from; to < steps; to++) {
                            int length = to - from + 1;
                            boolean tried = spatial
                                    ? length == steps
                                    : length >= Math.min(steps, options.minSteps())
                                            && length <= options.maxSteps()
                                            && (options.look() == Look.RETROSPECTIVE || to == steps - 1);
                            if (tried) {
                                window(all, measure, total, centre, inside, from, to, options.minCases());
                            }
                        }
                    }
                }
            }
            all.sort(Comparator.<Naive>comparingLong(c -> -Math.round(c.llr * 1e9))
                    .thenComparingInt(c -> c.places.length)
                    .thenComparingInt(c -> c.centre)
                    .thenComparingInt(c -> c.to - c.from));
            List<Naive> apart = new ArrayList<>();
            for (Naive candidate : all) {
                boolean clear = apart.stream().noneMatch(other -> Arrays.stream(other.places)
                        .anyMatch(p -> Arrays.stream(candidate.places).anyMatch(q -> p == q)));
                if (clear && apart.size() < options.maxClusters()) {
                    apart.add(candidate);
                }
            }
            return apart;
        }

        private void window(
                List<Naive> all,
                double[][] measure,
                double total,
                int centre,
                int[] inside,
                int from,
                int to,
                int minCases) {
            int cases = 0;
            for (int i = 0; i < place.length; i++) {
                int at = place[i];
                cases += step[i] >= from
                                && step[i] <= to
                                && Arrays.stream(inside).anyMatch(p -> p == at)
                        ? 1
                        : 0;
            }
            double zone = 0;
            double zoneAll = 0;
            double window = 0;
            for (int i = 0; i < x.length; i++) {
                int at = i;
                boolean in = Arrays.stream(inside).anyMatch(p -> p == at);
                for (int t = 0; t < steps; t++) {
                    boolean during = t >= from && t <= to;
                    zone += in && during ? measure[i][t] : 0;
                    zoneAll += in ? measure[i][t] : 0;
                    window += during ? measure[i][t] : 0;
                }
            }
            double all0 = place.length;
            double expected = model == 0 ? zoneAll * window / all0 : zone * all0 / total;
            if (cases < minCases || cases <= expected || expected <= 0) {
                return;
            }
            double llr = cases * Math.log(cases / expected) + xlogx(all0 - cases, all0 - expected);
            if (model == 2) {
                double n = zone;
                llr = xlogx(cases, n)
                        + xlogx(n - cases, n)
                        + xlogx(all0 - cases, total - n)
                        + xlogx(total - n - all0 + cases, total - n)
                        - xlogx(all0, total)
                        - xlogx(total - all0, total);
            }
            if (Math.round(llr * 1e9) > 0) {
                all.add(new Naive(centre, inside, from, to, cases, expected, llr));
            }
        }

        private static double xlogx(double count, double of) {
            return count <= 0 ? 0 : count * Math.log(count / of);
        }

        private double distance(int a, int b) {
            return Math.hypot(x[a] - x[b], y[a] - y[b]);
        }

        private double[][] measure() {
            if (model == 1) {
                return people;
            }
            double[][] individuals = new double[x.length][steps];
            for (int i = 0; i < place.length; i++) {
                individuals[place[i]][step[i]]++;
            }
            for (int i = 0; i < other.length && model == 2; i++) {
                individuals[other[i]][otherStep[i]]++;
            }
            return individuals;
        }
    }

    /** One case at each place, within three kilometres and a year. */
    private record Town(double[] x, double[] y, int[] place, int[] step) {
        static Town of(int n, long seed) {
            SplittableRandom chance = new SplittableRandom(seed);
            return new Town(
                    chance.doubles(n, 0, 3_000).map(Math::rint).toArray(),
                    chance.doubles(n, 0, 3_000).map(Math::rint).toArray(),
                    IntStream.range(0, n).toArray(),
                    chance.ints(n, 0, 365).toArray());
        }

        ScanResult scan(ScanOptions options) {
            return ScanStatistic.spaceTimePermutation(ScanPlaces.flat(x, y), place, step, 365, options, () -> false);
        }
    }
}
