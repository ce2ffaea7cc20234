package se.lageskarta.geo.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Kulldorff's scan statistics (genomsökning i rum och tid): the circle and the time window that hold most more
 * than chance brings, and how often chance alone would bring something as unusual anywhere.
 *
 * <p>Three models. {@link #spaceTimePermutation} needs cases only: a zone z in a window w is expected to hold
 * C<sub>z</sub> C<sub>w</sub> / C, so that places with always much crime and days with much crime everywhere are
 * nothing unusual. {@link #poisson} expects cases in proportion to a population. {@link #bernoulli} compares cases
 * with controls. With c cases where e are expected the likelihood ratio is c ln(c/e) + (C − c) ln((C − c)/(C − e))
 * when c &gt; e; Bernoulli's is its binomial counterpart.
 *
 * <p>Every place is the centre of circles; all places at the same distance enter together. Equally unusual
 * clusters: fewer places first, then the place given first. Secondary clusters share no place with one more
 * unusual, and are left out when chance brings their like nearly always (p of 0.99 or more). p is (draws at least as unusual + 1) / (draws + 1); draws have a seed each, so that the answer is the
 * same for any number of threads.
 *
 * <p>Sources: Kulldorff (1997), Communications in Statistics 26; Kulldorff et al. (2005), PLoS Medicine 2:e59.
 *
 * <p>Cost of a draw: the pairs of places within the radius, and for each pair with a case in a window the windows
 * that hold it. Known limits: circles only; a cluster is never divided between its places; high rates only;
 * weekly rhythm is not adjusted for, use whole weeks as steps; the places of an order of ten thousand within one
 * radius are the limit.
 */
public final class ScanStatistic {
    private static final int DRAWS_AT_ONCE = 64;
    private static final int DRAWS_A_TASK = 8;
    private static final double COMMONPLACE = 0.99;

    private final ScanModel model;
    private final ScanZones zones;
    private final ScanOptions options;
    private final BooleanSupplier stop;

    private ScanStatistic(ScanPlaces places, ScanModel model, ScanOptions options, BooleanSupplier stop) {
        this.model = model;
        this.options = options;
        this.stop = stop;
        zones = new ScanZones(places, model.placeWeight(), options.maxRadius(), options.maxShare());
    }

    /**
     * Cases only: did they come together in space and time?
     *
     * @param places where cases are counted
     * @param place place of each case
     * @param step time step of each case, 0 to {@code steps} − 1
     * @param steps number of time steps; with {@link ScanOptions.Look#SPATIAL} this model has nothing to say
     * @param stop asked now and then; when it answers true the work ends
     * @throws CancellationException when {@code stop} answered true
     */
    public static ScanResult spaceTimePermutation(
            ScanPlaces places, int[] place, int[] step, int steps, ScanOptions options, BooleanSupplier stop) {
        if (options.look() == ScanOptions.Look.SPATIAL) {
            throw new IllegalArgumentException("look is SPATIAL, but must be PROSPECTIVE or RETROSPECTIVE");
        }
        requireCases("place", place, step, places.size(), steps);
        double[] placeWeight = new double[places.size()];
        double[] stepWeight = new double[steps];
        for (int i = 0; i < place.length; i++) {
            placeWeight[place[i]]++;
            stepWeight[step[i]]++;
        }
        return scan(places, place, step, steps, placeWeight, stepWeight, ScanModel.Chance.TIMES_DEALT, options, stop);
    }

    /**
     * Cases against a population.
     *
     * @param population of each place, 0 or more, the same for all steps
     * @see #spaceTimePermutation the other parameters
     */
    public static ScanResult poisson(
            ScanPlaces places,
            int[] place,
            int[] step,
            int steps,
            double[] population,
            ScanOptions options,
            BooleanSupplier stop) {
        requireCases("place", place, step, places.size(), steps);
        requireWeights(population, places.size());
        double[] stepWeight = new double[steps];
        Arrays.fill(stepWeight, 1);
        return scan(
                places, place, step, steps, population.clone(), stepWeight, ScanModel.Chance.BY_MEASURE, options, stop);
    }

    /**
     * Cases against a population that changes.
     *
     * @param population of each place at each step, 0 or more
     * @see #spaceTimePermutation the other parameters
     */
    public static ScanResult poisson(
            ScanPlaces places,
            int[] place,
            int[] step,
            double[][] population,
            ScanOptions options,
            BooleanSupplier stop) {
        int steps = population.length == 0 ? 0 : population[0].length;
        requireCases("place", place, step, places.size(), steps);
        double[] placeWeight = new double[population.length];
        for (int i = 0; i < population.length; i++) {
            requireWeights(population[i], steps);
            placeWeight[i] = Arrays.stream(population[i]).sum();
        }
        requireWeights(placeWeight, places.size());
        return scan(places, place, step, population, placeWeight, ScanModel.Chance.BY_MEASURE, options, stop);
    }

    /**
     * Cases against controls.
     *
     * @param controlPlace place of each control
     * @param controlStep time step of each control
     * @see #spaceTimePermutation the other parameters
     */
    public static ScanResult bernoulli(
            ScanPlaces places,
            int[] place,
            int[] step,
            int[] controlPlace,
            int[] controlStep,
            int steps,
            ScanOptions options,
            BooleanSupplier stop) {
        requireCases("place", place, step, places.size(), steps);
        requireCases("controlPlace", controlPlace, controlStep, places.size(), steps);
        double[][] individuals = new double[places.size()][steps];
        double[] placeWeight = new double[places.size()];
        for (int i = 0; i < place.length; i++) {
            individuals[place[i]][step[i]]++;
            placeWeight[place[i]]++;
        }
        for (int i = 0; i < controlPlace.length; i++) {
            individuals[controlPlace[i]][controlStep[i]]++;
            placeWeight[controlPlace[i]]++;
        }
        return scan(places, place, step, individuals, placeWeight, ScanModel.Chance.WHO_IS_CASE, options, stop);
    }

    /** Measure by place and step; without time only by place. */
    private static ScanResult scan(
            ScanPlaces places,
            int[] place,
            int[] step,
            double[][] cells,
            double[] placeWeight,
            ScanModel.Chance chance,
            ScanOptions options,
            BooleanSupplier stop) {
        int steps = cells.length == 0 ? 1 : cells[0].length;
        if (options.look() == ScanOptions.Look.SPATIAL || steps == 1) {
            return scan(places, place, new int[step.length], 1, placeWeight, new double[] {1}, chance, options, stop);
        }
        int[] order = byPlace(place, step);
        ScanModel model = new ScanModel(
                chance,
                picked(place, order),
                picked(step, order),
                places.size(),
                steps,
                placeWeight,
                new double[steps],
                cells);
        return new ScanStatistic(places, model, options, stop).result();
    }

    private static ScanResult scan(
            ScanPlaces places,
            int[] place,
            int[] step,
            int steps,
            double[] placeWeight,
            double[] stepWeight,
            ScanModel.Chance chance,
            ScanOptions options,
            BooleanSupplier stop) {
        boolean spatial = options.look() == ScanOptions.Look.SPATIAL;
        int[] order = byPlace(place, step);
        ScanModel model = new ScanModel(
                chance,
                picked(place, order),
                spatial ? new int[step.length] : picked(step, order),
                places.size(),
                spatial ? 1 : steps,
                placeWeight,
                spatial ? new double[] {Arrays.stream(stepWeight).sum()} : stepWeight,
                null);
        return new ScanStatistic(places, model, options, stop).result();
    }

    private ScanResult result() {
        ScanCandidates candidates = new ScanCandidates(model);
        new ScanSweep(zones, model, options, candidates).run(model.observed(), stop);
        List<ScanCandidates.Candidate> apart = candidates.apart(zones, options.maxClusters());
        double[] nullMax = apart.isEmpty() ? new double[0] : draws(apart.get(0).llr());
        Arrays.sort(nullMax);
        List<ScanCluster> clusters = new ArrayList<>();
        for (ScanCandidates.Candidate candidate : apart) {
            ScanCluster cluster = cluster(candidate, nullMax);
            if (clusters.isEmpty() || !(cluster.p() >= COMMONPLACE)) {
                clusters.add(cluster);
            }
        }
        return new ScanResult(clusters, model.cases(), nullMax.length, nullMax);
    }

    /** The most unusual value of each draw, in order of their seeds, until enough were as unusual as ours. */
    private double[] draws(double ours) {
        SplittableRandom source = new SplittableRandom(options.seed());
        double[] maxima = new double[options.replicates()];
        int asUnusual = 0;
        int done = 0;
        while (done < maxima.length) {
            int from = done;
            int to = Math.min(maxima.length, from + DRAWS_AT_ONCE);
            long[] seeds = new long[to - from];
            Arrays.setAll(seeds, i -> source.nextLong());
            int tasks = (to - from + DRAWS_A_TASK - 1) / DRAWS_A_TASK;
            IntStream.range(0, tasks).parallel().forEach(task -> {
                ScanSweep sweep = new ScanSweep(zones, model, options, null);
                for (int d = from + task * DRAWS_A_TASK; d < Math.min(to, from + (task + 1) * DRAWS_A_TASK); d++) {
                    sweep.run(model.draw(new SplittableRandom(seeds[d - from])), stop);
                    maxima[d] = sweep.best();
                }
            });
            for (done = from; done < to; done++) {
                asUnusual += isAsUnusual(maxima[done], ours) ? 1 : 0;
                if (options.stopAfter() > 0 && asUnusual == options.stopAfter()) {
                    return Arrays.copyOf(maxima, done + 1);
                }
            }
        }
        return maxima;
    }

    private ScanCluster cluster(ScanCandidates.Candidate candidate, double[] nullMax) {
        int asUnusual = 0;
        for (double value : nullMax) {
            asUnusual += isAsUnusual(value, candidate.llr()) ? 1 : 0;
        }
        return new ScanCluster(
                candidate.centre(),
                zones.members(candidate.centre(), candidate.places()),
                zones.radius(candidate.centre(), candidate.places()),
                candidate.from(),
                candidate.to(),
                candidate.cases(),
                model.expected(candidate.measure()),
                candidate.llr(),
                nullMax.length == 0 ? Double.NaN : (asUnusual + 1.0) / (nullMax.length + 1.0),
                nullMax.length < 2 ? Double.NaN : GumbelTail.of(nullMax).chanceOf(candidate.llr()),
                nullMax.length);
    }

    /** Equal up to rounding counts as at least as unusual. */
    private static boolean isAsUnusual(double value, double ours) {
        return value >= ours - 1e-9 * Math.max(1, ours);
    }

    private static int[] byPlace(int[] place, int[] step) {
        return IntStream.range(0, place.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> place[i]).thenComparingInt(i -> step[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static int[] picked(int[] values, int[] order) {
        return Arrays.stream(order).map(i -> values[i]).toArray();
    }

    private static void requireCases(String name, int[] place, int[] step, int places, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps is " + steps + ", but must be 1 or more");
        }
        if (step.length != place.length) {
            throw new IllegalArgumentException(
                    "step has " + step.length + " values, but must have as many as " + name + ": " + place.length);
        }
        for (int i = 0; i < place.length; i++) {
            if (place[i] < 0 || place[i] >= places) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] is " + place[i] + ", but must be 0 to " + (places - 1));
            }
            if (step[i] < 0 || step[i] >= steps) {
                throw new IllegalArgumentException(
                        "step[" + i + "] is " + step[i] + ", but must be 0 to " + (steps - 1));
            }
        }
    }

    private static void requireWeights(double[] weights, int length) {
        if (weights.length != length) {
            throw new IllegalArgumentException("population has " + weights.length + " values, but must have " + length);
        }
        for (int i = 0; i < length; i++) {
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException(
                        "population[" + i + "] is " + weights[i] + ", but must be 0 or more");
            }
        }
    }
}
