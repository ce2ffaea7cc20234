package se.lageskarta.geo.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Do the places lie nearer to each other than by chance? The mean distance to the nearest other place by the
 * one that complete spatial randomness in the same area would give: below 1 gathered, above 1 spread out.
 *
 * <p>{@code ratio = mean(d) / (0.5 √(A/n))}, {@code z = (mean − expected) / se} with
 * {@code se = 0.26136 / √(n²/A)}. Sources: Clark &amp; Evans (1954), Ecology 35; the standard error as in
 * CrimeStat (Levine); {@link #donnelly} after Donnelly (1978) for a rectangle, whose edge pushes the mean up.
 *
 * <p>Known limits: the ratio depends on the area more than on anything else, so it is given for stated areas
 * and never as the product's headline; coincident places have distance 0, so snapped data look gathered at
 * any price (use {@link #distinct} places then); without Donnelly's term an edge makes it a little too great.
 *
 * @param n places
 * @param areaM2 square metres
 * @param meanObserved metres
 * @param meanExpected metres
 * @param ratio observed by expected; NaN when nothing is expected
 * @param standardError metres
 * @param z standard errors between the two; negative when gathered
 */
public record NearestNeighbour(
        int n, double areaM2, double meanObserved, double meanExpected, double ratio, double standardError, double z) {
    private static final double SPREAD = 0.26136;
    private static final double DONNELLY = 0.041;

    /** Two-sided, from the normal distribution. */
    public double p() {
        return Math.min(1, 2 * NormalDistribution.of(0, 1).cumulativeProbability(-Math.abs(z)));
    }

    /**
     * @param meanObserved metres, of {@link #meanDistances}
     * @param n places, 2 or more
     * @param areaM2 square metres, greater than 0
     */
    public static NearestNeighbour of(double meanObserved, int n, double areaM2) {
        checkSize(n, areaM2);
        double expected = 0.5 * Math.sqrt(areaM2 / n);
        return against(meanObserved, n, areaM2, expected, SPREAD / Math.sqrt((double) n * n / areaM2));
    }

    /** Against a rectangle, its edge taken into account: expectation and standard error after Donnelly (1978). */
    public static NearestNeighbour donnelly(double meanObserved, int n, double areaM2, double perimeterMetres) {
        return donnelly(meanObserved, n, areaM2, perimeterMetres, DONNELLY);
    }

    /** The same with another factor of 1/√n in the expectation: spatstat has 0.0412 where most have 0.041. */
    public static NearestNeighbour donnelly(
            double meanObserved, int n, double areaM2, double perimeterMetres, double factor) {
        checkSize(n, areaM2);
        if (!(perimeterMetres > 0) || Double.isInfinite(perimeterMetres)) {
            throw new IllegalArgumentException(
                    "perimeterMetres is " + perimeterMetres + ", but must be greater than 0");
        }
        double expected = 0.5 * Math.sqrt(areaM2 / n) + (0.0514 + factor / Math.sqrt(n)) * perimeterMetres / n;
        double error = Math.sqrt(0.07 * areaM2 + 0.037 * perimeterMetres * Math.sqrt(areaM2 / n)) / n;
        return against(meanObserved, n, areaM2, expected, error);
    }

    private static NearestNeighbour against(double observed, int n, double areaM2, double expected, double error) {
        return new NearestNeighbour(
                n, areaM2, observed, expected, observed / expected, error, (observed - expected) / error);
    }

    /**
     * Mean distance to the nearest other place, to the second nearest, and so on. The same bytes for any order
     * of rows. O(n log n) for uneven data too.
     *
     * @param x metres east, finite
     * @param y metres north, as many
     * @param orders how many; from 1 to one fewer than there are places
     * @return metres
     */
    public static double[] meanDistances(double[] x, double[] y, int orders) {
        Places.check(x, y);
        int n = x.length;
        if (orders < 1 || orders >= n) {
            throw new IllegalArgumentException(
                    "orders is " + orders + ", but must be 1 or more and fewer than the " + n + " places");
        }
        PointTree tree = new PointTree(x, y);
        double[][] distance = new double[orders][n];
        double[] squared = new double[orders];
        for (int i = 0; i < n; i++) {
            tree.nearest(x[i], y[i], i, squared);
            for (int k = 0; k < orders; k++) {
                distance[k][i] = Math.sqrt(squared[k]);
            }
        }
        double[] means = new double[orders];
        for (int k = 0; k < orders; k++) {
            Arrays.sort(distance[k]);
            double sum = 0;
            for (double metres : distance[k]) {
                sum += metres;
            }
            means[k] = sum / n;
        }
        return means;
    }

    /** One row of each place, in order of first appearance. O(n log n). */
    public static int[] distinct(double[] x, double[] y) {
        Places.check(x, y);
        int[] order = Places.order(x, y);
        boolean[] first = new boolean[x.length];
        int kept = -1;
        int places = 0;
        for (int row : order) {
            if (kept < 0 || x[row] != x[kept] || y[row] != y[kept]) {
                kept = row;
                first[row] = true;
                places++;
            }
        }
        int[] rows = new int[places];
        int next = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i]) {
                rows[next++] = i;
            }
        }
        return rows;
    }

    private static void checkSize(int n, double areaM2) {
        if (n < 2) {
            throw new IllegalArgumentException("n is " + n + ", but must be 2 or more places");
        }
        if (!(areaM2 > 0) || Double.isInfinite(areaM2)) {
            throw new IllegalArgumentException("areaM2 is " + areaM2 + ", but must be greater than 0");
        }
    }
}
