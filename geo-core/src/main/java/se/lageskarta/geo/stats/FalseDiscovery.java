package se.lageskarta.geo.stats;

import java.util.stream.IntStream;

/**
 * Probabilities corrected for having looked at many places: of a thousand cells where nothing happens, fifty
 * have p below 0.05.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * False discovery rate: calling all places with q at most 0.05 hot makes on average at most 5 % of them
     * false. Benjamini &amp; Hochberg (1995), JRSS B 57; the same as R {@code p.adjust(method = "BH")}, over
     * all places. O(n log n).
     *
     * @param p 0 to 1; NaN stays NaN and does not count
     */
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(p[b], p[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = p.clone();
        double least = 1;
        int tests = order.length;
        for (int k = 0; k < tests; k++) {
            least = Math.min(least, p[order[k]] * ((double) tests / (tests - k)));
            q[order[k]] = least;
        }
        return q;
    }

    /** The strictest: p times the number of places; no false place at all in 95 of 100 maps. */
    public static double[] bonferroni(double[] p) {
        double[] corrected = new double[p.length];
        long tests =
                IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).count();
        for (int i = 0; i < p.length; i++) {
            corrected[i] = Double.isNaN(p[i]) ? p[i] : Math.min(1, p[i] * tests);
        }
        return corrected;
    }

    /**
     * What R spdep's {@code p.adjustSP} gives for BH: p times the cells of the place's own neighbourhood plus
     * one. For comparison only: it corrects for the neighbours a place has, not for the places looked at.
     *
     * @param cells places in each neighbourhood, the place itself counted
     */
    public static double[] byNeighbourhood(double[] p, int[] cells) {
        double[] corrected = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            corrected[i] = Double.isNaN(p[i]) ? p[i] : Math.min(1, p[i] * (cells[i] + 1));
        }
        return corrected;
    }
}
