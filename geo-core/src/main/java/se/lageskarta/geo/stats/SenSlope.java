package se.lageskarta.geo.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much a series rises a step: the median of the slopes of all pairs, which a few odd values do not move,
 * with the 95 % interval that belongs to the Mann-Kendall test. Sources: Theil (1950); Sen (1968), J. Am. Stat.
 * Assoc. 63. O(n² log n), refused above {@link #MOST} steps.
 *
 * @param slope units a step
 * @param low lower end of the 95 % interval; minus infinity when the series is too short to say
 * @param high upper end; infinity when the series is too short to say
 */
public record SenSlope(double slope, double low, double high) {
    /** Longest series: its pairs take 100 MB. */
    public static final int MOST = 5_000;

    private static final double TWO_SIDED_95 = 0.975;

    /** @param series one finite value a step, oldest first; 2 to {@link #MOST} */
    public static SenSlope of(double[] series) {
        MannKendall trend = MannKendall.of(series);
        int n = series.length;
        if (n > MOST) {
            throw new IllegalArgumentException("series has " + n + " values, but must have at most " + MOST);
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[next++] = (series[j] - series[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        int pairs = slopes.length;
        double median = pairs % 2 == 1 ? slopes[pairs / 2] : (slopes[pairs / 2 - 1] + slopes[pairs / 2]) / 2;
        double reach =
                NormalDistribution.of(0, 1).inverseCumulativeProbability(TWO_SIDED_95) * Math.sqrt(trend.variance());
        int lowRank = (int) Math.floor((pairs - reach) / 2) - 1;
        int highRank = (int) Math.ceil((pairs + reach) / 2);
        return new SenSlope(
                median,
                lowRank < 0 ? Double.NEGATIVE_INFINITY : slopes[lowRank],
                highRank >= pairs ? Double.POSITIVE_INFINITY : slopes[highRank]);
    }
}
