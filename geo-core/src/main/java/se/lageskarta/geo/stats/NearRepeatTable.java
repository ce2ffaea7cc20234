package se.lageskarta.geo.stats;

/**
 * Pairs of incidents by distance band (first index) and time band (second index).
 *
 * @param question the bands and how they were compared
 * @param n incidents
 * @param pairs all pairs, n (n − 1) / 2
 * @param spatialPairs pairs in each distance band, whatever their time
 * @param temporalPairs pairs in each time band, whatever their distance
 * @param observed pairs in each cell
 * @param expected pairs in each cell if time had nothing to do with place: the mean over all permutations
 * @param ratio observed / expected; NaN where nothing is expected
 * @param mean mean over the permutations made; NaN when none was made, like the next two
 * @param median median over the permutations made
 * @param deviation standard deviation over the permutations made, with n − 1; 0 for one permutation
 * @param p chance of at least as many pairs, one-sided; 1 when no permutation was made
 */
public record NearRepeatTable(
        NearRepeat question,
        int n,
        long pairs,
        long[] spatialPairs,
        long[] temporalPairs,
        long[][] observed,
        double[][] expected,
        double[][] ratio,
        double[][] mean,
        double[][] median,
        double[][] deviation,
        double[][] p) {
    /** @param byCell counts of each cell over the permutations, ascending */
    static NearRepeatTable of(
            NearRepeat question, int n, long[] spatial, long[] temporal, long[] observed, long[][] byCell) {
        int rows = spatial.length;
        int columns = temporal.length;
        long pairs = (long) n * (n - 1) / 2;
        NearRepeatTable table = new NearRepeatTable(
                question,
                n,
                pairs,
                spatial,
                temporal,
                new long[rows][columns],
                new double[rows][columns],
                new double[rows][columns],
                new double[rows][columns],
                new double[rows][columns],
                new double[rows][columns],
                new double[rows][columns]);
        for (int s = 0; s < rows; s++) {
            for (int t = 0; t < columns; t++) {
                long seen = observed[s * columns + t];
                double expected = pairs == 0 ? 0 : (double) spatial[s] * temporal[t] / pairs;
                table.observed[s][t] = seen;
                table.expected[s][t] = expected;
                table.ratio[s][t] = expected == 0 ? Double.NaN : seen / expected;
                table.summarise(s, t, seen, byCell[s * columns + t]);
            }
        }
        return table;
    }

    private void summarise(int s, int t, long seen, long[] sorted) {
        int made = sorted.length;
        double sum = 0;
        int atLeast = 0;
        for (long count : sorted) {
            sum += count;
            atLeast += count >= seen ? 1 : 0;
        }
        double average = sum / made;
        double squares = 0;
        for (long count : sorted) {
            squares += (count - average) * (count - average);
        }
        mean[s][t] = average;
        median[s][t] = made == 0 ? Double.NaN : (sorted[(made - 1) / 2] + sorted[made / 2]) / 2.0;
        deviation[s][t] = made == 0 ? Double.NaN : made == 1 ? 0 : Math.sqrt(squares / (made - 1));
        p[s][t] = (atLeast + 1.0) / (made + 1.0);
    }

    /** Whether a cell holds surely more pairs than chance brings: p at most the level given, and more than expected. */
    public boolean isRaised(int distanceBand, int timeBand, double level) {
        return p[distanceBand][timeBand] <= level
                && observed[distanceBand][timeBand] > expected[distanceBand][timeBand];
    }

    /**
     * How far out the risk is raised in a time band: number of distance bands, from the nearest outwards without a
     * gap, that {@link #isRaised}. A first band no wider than the same place counts when it is raised, ends nothing
     * when it is not, and is not enough alone.
     *
     * @param samePlace metres within which two incidents are at the same place
     * @return 0 when not even the nearest band is raised
     */
    public int reach(int timeBand, double samePlace, double level) {
        double[] metres = question.metres();
        int first = metres[0] <= samePlace ? 1 : 0;
        int s = first;
        while (s < metres.length && Double.isFinite(metres[s]) && isRaised(s, timeBand, level)) {
            s++;
        }
        return s == first ? 0 : s;
    }

    /** Observed by expected pairs in the first distance bands together; NaN where nothing is expected. */
    public double ratioWithin(int distanceBands, int timeBand) {
        double seen = 0;
        double chance = 0;
        for (int s = 0; s < distanceBands; s++) {
            seen += observed[s][timeBand];
            chance += expected[s][timeBand];
        }
        return chance == 0 ? Double.NaN : seen / chance;
    }
}
