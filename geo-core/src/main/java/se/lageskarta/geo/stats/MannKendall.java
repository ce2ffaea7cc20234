package se.lageskarta.geo.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a series rises or falls, by the order of its values only (Mann-Kendall trend test).
 *
 * <p>{@code s} counts the pairs of steps that rise minus those that fall; its variance is corrected for equal
 * values; {@code z} has the continuity correction (one step nearer to 0) and {@code p} is two-sided normal.
 * Equal means equal to the last bit. Sources: Mann (1945), Econometrica 13; Kendall (1975), Rank Correlation
 * Methods. O(n²) time, O(n) memory.
 *
 * <p>Known limits: steps must be independent, so a season or a series that drags on makes p too small; below
 * about ten steps the normal p is rough; a flat stretch of equal values says little.
 *
 * @param n steps
 * @param s rising pairs minus falling pairs
 * @param variance of {@code s} under no trend; 0 when all values are equal
 * @param z standard deviations, positive when the series rises; 0 when the variance is 0
 * @param p two-sided probability; 1 when the variance is 0
 * @param tauB Kendall's τ-b with the steps' order, −1 to 1; 0 when all values are equal
 */
public record MannKendall(int n, long s, double variance, double z, double p, double tauB) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * @param series one finite value a step, oldest first; 2 or more
     * @throws IllegalArgumentException when shorter or not finite
     */
    public static MannKendall of(double[] series) {
        if (series.length < 2) {
            throw new IllegalArgumentException("series has " + series.length + " values, but must have 2 or more");
        }
        for (double value : series) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("series holds " + value + ", but must be finite");
            }
        }
        int n = series.length;
        long s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += series[j] > series[i] ? 1 : series[j] < series[i] ? -1 : 0;
            }
        }
        return of(n, s, tieSizes(series));
    }

    private static MannKendall of(int n, long s, long[] ties) {
        double variance = n * (n - 1.0) * (2.0 * n + 5);
        double pairs = n * (n - 1.0) / 2;
        double untied = pairs;
        for (long tie : ties) {
            variance -= tie * (tie - 1.0) * (2.0 * tie + 5);
            untied -= tie * (tie - 1.0) / 2;
        }
        variance /= 18;
        if (!(variance > 0)) {
            return new MannKendall(n, s, 0, 0, 1, 0);
        }
        double z = (s - Long.signum(s)) / Math.sqrt(variance);
        double p = Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
        return new MannKendall(n, s, variance, z, p, s / Math.sqrt(untied * pairs));
    }

    /** How many values stand in each run of equal ones. */
    private static long[] tieSizes(double[] series) {
        double[] sorted = series.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0; // makes −0 a 0: sorting tells them apart, comparing does not
        }
        Arrays.sort(sorted);
        long[] sizes = new long[sorted.length];
        int runs = 0;
        for (int i = 0; i < sorted.length; i++) {
            runs += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            sizes[runs - 1]++;
        }
        return Arrays.copyOf(sizes, runs);
    }
}
