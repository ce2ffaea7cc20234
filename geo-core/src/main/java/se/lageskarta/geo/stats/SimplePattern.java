package se.lageskarta.geo.stats;

/**
 * The plain name of a place's story, for readers who do not want {@link EmergingPattern}'s seventeen: hot in at
 * least 80 % of steps (persistent); else hot in the last fifth only (emerging), before it only (former), or both
 * (intermittent); under 10 % none. After the classification of the R package sfhotspot (Ashby).
 */
public enum SimplePattern {
    PERSISTENT,
    EMERGING,
    FORMER,
    INTERMITTENT,
    NONE;

    /** @param steps oldest first, above 0 hot; 1 or more */
    public static SimplePattern of(int[] steps) {
        int n = steps.length;
        if (n == 0) {
            throw new IllegalArgumentException("steps has 0 values, but must have 1 or more");
        }
        int recent = Math.max(1, (n + 4) / 5);
        int late = 0;
        int early = 0;
        for (int t = 0; t < n; t++) {
            int hot = steps[t] > 0 ? 1 : 0;
            late += t >= n - recent ? hot : 0;
            early += t < n - recent ? hot : 0;
        }
        int hot = late + early;
        if (10 * hot < n || hot == 0) {
            return NONE;
        }
        if (10 * hot >= 8 * n) {
            return PERSISTENT;
        }
        return early == 0 ? EMERGING : late == 0 ? FORMER : INTERMITTENT;
    }
}
