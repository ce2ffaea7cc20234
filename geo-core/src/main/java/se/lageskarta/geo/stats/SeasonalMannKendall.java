package se.lageskarta.geo.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a series with a season rises or falls: the Mann-Kendall test of each season by itself, January with
 * January, added up.
 *
 * <p>Variances of seasons with equal values are corrected, {@code z} has the continuity correction, {@code p} is
 * two-sided normal. Source: Hirsch, Slack &amp; Smith (1982), Water Resources Research 18. O(n²/period).
 *
 * <p>Known limits: seasons that rise while others fall cancel each other out; seasons are taken as independent;
 * fewer than four years hardly ever give a sure answer.
 *
 * @param s rising pairs minus falling pairs, of all seasons
 * @param variance of {@code s} under no trend; 0 when no season has two different values
 * @param z standard deviations; 0 when the variance is 0
 * @param p two-sided probability; 1 when the variance is 0
 */
public record SeasonalMannKendall(long s, double variance, double z, double p) {
    /**
     * @param series one finite value a step, oldest first
     * @param period steps after which the season comes round, 2 or more, such as 12 months
     */
    public static SeasonalMannKendall of(double[] series, int period) {
        if (period < 2) {
            throw new IllegalArgumentException("period is " + period + ", but must be 2 or more");
        }
        if (series.length <= period) {
            throw new IllegalArgumentException(
                    "series has " + series.length + " values, but must have more than a period of " + period);
        }
        long s = 0;
        double variance = 0;
        for (int season = 0; season < period; season++) {
            double[] values = season(series, season, period);
            if (values.length > 1) {
                MannKendall one = MannKendall.of(values);
                s += one.s();
                variance += one.variance();
            }
        }
        if (!(variance > 0)) {
            return new SeasonalMannKendall(s, 0, 0, 1);
        }
        double z = (s - Long.signum(s)) / Math.sqrt(variance);
        double p = Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
        return new SeasonalMannKendall(s, variance, z, p);
    }

    /** Every value of one season, oldest first. */
    static double[] season(double[] series, int season, int period) {
        double[] values = new double[(series.length - season + period - 1) / period];
        Arrays.setAll(values, i -> series[season + i * period]);
        return values;
    }
}
