package se.lageskarta.geo.stats;

/**
 * How a {@link ScanStatistic} looks for clusters.
 *
 * @param look which time windows are tried
 * @param maxRadius greatest radius of a circle, in the unit of the places' distances; infinite for no limit
 * @param maxShare greatest share of all cases, population or individuals within a circle, above 0 and at most 1;
 *     0.5 is usual
 * @param minSteps shortest window, time steps, 1 or more
 * @param maxSteps longest window, time steps, at least {@code minSteps}
 * @param minCases least number of cases in a cluster, 1 or more; 2 is usual
 * @param maxClusters how many clusters are reported at most, 1 or more
 * @param replicates how often chance is drawn, 0 or more; 999 is usual
 * @param stopAfter chance is drawn no longer once this many draws held something at least as unusual as the best
 *     cluster (Besag &amp; Clifford 1991); 0 to draw all
 * @param seed where chance begins
 */
public record ScanOptions(
        Look look,
        double maxRadius,
        double maxShare,
        int minSteps,
        int maxSteps,
        int minCases,
        int maxClusters,
        int replicates,
        int stopAfter,
        long seed) {
    /** Which time windows are tried. */
    public enum Look {
        /** All windows that end with the last step: what is going on now. */
        PROSPECTIVE,
        /** All windows: what has been going on. */
        RETROSPECTIVE,
        /** The whole period only. */
        SPATIAL
    }

    private static final int MOST_REPLICATES = 1_000_000;

    public ScanOptions {
        if (!(maxRadius > 0)) {
            throw new IllegalArgumentException("maxRadius is " + maxRadius + ", but must be greater than 0");
        }
        if (!(maxShare > 0 && maxShare <= 1)) {
            throw new IllegalArgumentException("maxShare is " + maxShare + ", but must be above 0 and at most 1");
        }
        if (minSteps < 1 || maxSteps < minSteps) {
            throw new IllegalArgumentException(
                    "minSteps, maxSteps is " + minSteps + ", " + maxSteps + ", but must be 1 or more and ascend");
        }
        requireAtLeast("minCases", minCases, 1);
        requireAtLeast("maxClusters", maxClusters, 1);
        requireAtLeast("replicates", replicates, 0);
        requireAtLeast("stopAfter", stopAfter, 0);
        if (replicates > MOST_REPLICATES) {
            throw new IllegalArgumentException("replicates is " + replicates + ", but must be 0 to " + MOST_REPLICATES);
        }
    }

    /** Usual choices: half of everything, 2 cases, 10 clusters, 999 draws, no early stop. */
    public static ScanOptions of(Look look, double maxRadius, int minSteps, int maxSteps, long seed) {
        return new ScanOptions(look, maxRadius, 0.5, minSteps, maxSteps, 2, 10, 999, 0, seed);
    }

    public ScanOptions withReplicates(int number, int earlyStop) {
        return new ScanOptions(
                look, maxRadius, maxShare, minSteps, maxSteps, minCases, maxClusters, number, earlyStop, seed);
    }

    public ScanOptions withShare(double share) {
        return new ScanOptions(
                look, maxRadius, share, minSteps, maxSteps, minCases, maxClusters, replicates, stopAfter, seed);
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be " + least + " or more");
        }
    }
}
