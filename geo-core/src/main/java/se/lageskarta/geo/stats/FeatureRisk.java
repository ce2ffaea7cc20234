package se.lageskarta.geo.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.index.PointIndex;

/**
 * Whether incidents lie nearer to something (a lamp, a stop, a bush) than the streets around them do: the question of
 * risk terrain modelling asked of one feature at a time, with matched controls (Caplan, Kennedy &amp; Miller 2011;
 * case-crossover after Maclure 1991 with place for time).
 *
 * <p>Each incident is compared with reference places of its own neighbourhood, within a radius, so that towns are not
 * compared with forests. Expected is the sum over incidents of the share of their reference places that lie near the
 * feature. Incidents of one {@value #GROUP_METRES} m square are no independent witnesses: under chance a square's
 * incidents move together, to one reference place drawn by lot. The interval of the ratio holds those factors that the
 * lots do not contradict: observed over the 97.5 % and the 2.5 % quantile of the drawn counts. It is wide where few
 * squares hold most incidents, and that is right.
 *
 * <p>Known limits: one feature at a time, so what goes with a feature (shops with lamps) is not told apart from it;
 * correlation is not cause. O(incidents + permutations × squares). The same whatever the order of the incidents.
 */
public final class FeatureRisk {
    static final double GROUP_METRES = 100;
    private static final double TAIL = 0.025;

    private final int[][] cases;
    private final int[][] references;
    private final int compared;
    private final int alone;

    private FeatureRisk(int[][] cases, int[][] references, int alone) {
        this.cases = cases;
        this.references = references;
        this.alone = alone;
        compared = Arrays.stream(cases).mapToInt(each -> each.length).sum();
    }

    /**
     * What came of one feature.
     *
     * @param near incidents within the distance
     * @param expected how many would be if incidents lay as their reference places do
     * @param low number that chance undercuts one time in forty
     * @param high number that chance exceeds one time in forty
     * @param ratio near over expected; NaN when nothing is expected
     * @param ratioLow least factor not contradicted
     * @param ratioHigh greatest, infinite when chance may give none
     * @param p two-sided, by permutation
     * @param medianMetres of incidents to the nearest
     * @param medianReferenceMetres mean over incidents of the median of their reference places
     */
    public record Nearness(
            int near,
            double expected,
            int low,
            int high,
            double ratio,
            double ratioLow,
            double ratioHigh,
            double p,
            double medianMetres,
            double medianReferenceMetres) {}

    /**
     * Matches incidents with the reference places of their neighbourhood.
     *
     * @param x metres east of incidents
     * @param y metres north of incidents
     * @param referenceX metres east of places where incidents could have been
     * @param referenceY metres north of them
     * @param reachMetres radius of a neighbourhood, from the middle of a square's incidents
     */
    public static FeatureRisk matching(
            double[] x, double[] y, double[] referenceX, double[] referenceY, double reachMetres) {
        if (!(reachMetres > 0) || Double.isInfinite(reachMetres)) {
            throw new IllegalArgumentException("reach is " + reachMetres + ", but must be greater than 0 metres");
        }
        PointIndex index = PointIndex.of(referenceX, referenceY);
        List<int[]> cases = new ArrayList<>();
        List<int[]> references = new ArrayList<>();
        int alone = 0;
        for (int[] members : squares(x, y)) {
            double east = Arrays.stream(members)
                    .mapToDouble(i -> x[i])
                    .sorted()
                    .average()
                    .orElseThrow();
            double north = Arrays.stream(members)
                    .mapToDouble(i -> y[i])
                    .sorted()
                    .average()
                    .orElseThrow();
            int[] around = index.within(east, north, reachMetres);
            if (around.length == 0) {
                alone += members.length;
            } else {
                cases.add(members);
                references.add(Arrays.stream(around).sorted().toArray());
            }
        }
        return new FeatureRisk(cases.toArray(new int[0][]), references.toArray(new int[0][]), alone);
    }

    private static Iterable<int[]> squares(double[] x, double[] y) {
        TreeMap<Long, List<Integer>> bySquare = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            long column = (long) Math.floor(x[i] / GROUP_METRES);
            long row = (long) Math.floor(y[i] / GROUP_METRES);
            bySquare.computeIfAbsent((column << 32) + row, unused -> new ArrayList<>())
                    .add(i);
        }
        return bySquare.values().stream()
                .map(members -> members.stream().mapToInt(Integer::intValue).toArray())::iterator;
    }

    /** Incidents that have reference places around. */
    public int compared() {
        return compared;
    }

    /** Incidents that have none, and do not count. */
    public int alone() {
        return alone;
    }

    /** Squares that hold incidents: independent witnesses. */
    public int squares() {
        return cases.length;
    }

    /**
     * Compares nearness to one feature.
     *
     * @param caseMetres distance of each incident to the nearest feature, not negative
     * @param referenceMetres distance of each reference place
     * @param withinMetres what counts as near
     * @param permutations how often lots are drawn, 99 or more
     * @return null when no incident has reference places
     * @throws CancellationException when stopped
     */
    public @Nullable Nearness nearness(
            double[] caseMetres,
            double[] referenceMetres,
            double withinMetres,
            int permutations,
            long seed,
            BooleanSupplier stop) {
        if (permutations < 99) {
            throw new IllegalArgumentException("permutations is " + permutations + ", but must be 99 or more");
        }
        if (compared == 0) {
            return null;
        }
        int near = 0;
        double expected = 0;
        double[] share = new double[cases.length];
        for (int g = 0; g < cases.length; g++) {
            int nearHere = 0;
            for (int reference : references[g]) {
                nearHere += referenceMetres[reference] <= withinMetres ? 1 : 0;
            }
            share[g] = (double) nearHere / references[g].length;
            expected += share[g] * cases[g].length;
            for (int one : cases[g]) {
                near += caseMetres[one] <= withinMetres ? 1 : 0;
            }
        }
        int[] drawn = drawn(share, permutations, seed, stop);
        int low = drawn[(int) Math.floor(TAIL * permutations)];
        int high = drawn[permutations - 1 - (int) Math.floor(TAIL * permutations)];
        return new Nearness(
                near,
                expected,
                low,
                high,
                expected > 0 ? near / expected : Double.NaN,
                high > 0 ? (double) near / high : Double.NaN,
                low > 0 ? (double) near / low : Double.POSITIVE_INFINITY,
                p(drawn, near),
                medianOfCases(caseMetres),
                medianOfReferences(referenceMetres));
    }

    /** A square's incidents are all near or all not, by lot with its share: as if moved to one reference place. */
    private int[] drawn(double[] share, int permutations, long seed, BooleanSupplier stop) {
        int[] drawn = new int[permutations];
        for (int each = 0; each < permutations; each++) {
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            SplittableRandom random = new SplittableRandom(seed ^ (each + 1) * 0x9E3779B97F4A7C15L);
            int count = 0;
            for (int g = 0; g < share.length; g++) {
                count += random.nextDouble() < share[g] ? cases[g].length : 0;
            }
            drawn[each] = count;
        }
        Arrays.sort(drawn);
        return drawn;
    }

    private static double p(int[] drawn, int near) {
        int asHigh = 0;
        int asLow = 0;
        for (int each : drawn) {
            asHigh += each >= near ? 1 : 0;
            asLow += each <= near ? 1 : 0;
        }
        return Math.min(1, 2.0 * (Math.min(asHigh, asLow) + 1) / (drawn.length + 1));
    }

    private double medianOfCases(double[] metres) {
        double[] sorted = Arrays.stream(cases)
                .flatMapToInt(Arrays::stream)
                .mapToDouble(i -> metres[i])
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Mean over incidents of the median of their neighbourhood. */
    private double medianOfReferences(double[] metres) {
        double sum = 0;
        for (int g = 0; g < cases.length; g++) {
            double[] sorted = Arrays.stream(references[g])
                    .mapToDouble(i -> metres[i])
                    .sorted()
                    .toArray();
            sum += cases[g].length * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
        return sum / compared;
    }
}
