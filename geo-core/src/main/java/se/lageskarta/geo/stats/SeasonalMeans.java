package se.lageskarta.geo.stats;

import java.util.Arrays;

/**
 * The plain season: how much each month lies above or below the moving yearly mean, on average (classical
 * additive decomposition, as R's {@code decompose}). O(n · period).
 *
 * <p>Known limit: the same every period, and half a period at both ends takes no part.
 *
 * @param figure deviation of each season from the mean, in the series' unit, the season of the first step first;
 *     their sum is 0
 */
public record SeasonalMeans(double[] figure) {
    /**
     * @param series one finite value a step, oldest first; at least two periods
     * @param period 2 or more
     */
    public static SeasonalMeans of(double[] series, int period) {
        int n = series.length;
        if (period < 2 || n < 2 * period) {
            throw new IllegalArgumentException("series has " + n + " values, period is " + period
                    + ", but must have at least two periods of 2 or more");
        }
        double[] sum = new double[period];
        int[] count = new int[period];
        int half = period / 2;
        for (int i = half; i + half < n; i++) {
            sum[i % period] += series[i] - movingMean(series, i, period);
            count[i % period]++;
        }
        double[] figure = new double[period];
        Arrays.setAll(figure, s -> sum[s] / count[s]);
        double mean = Arrays.stream(figure).sum() / period;
        Arrays.setAll(figure, s -> figure[s] - mean);
        return new SeasonalMeans(figure);
    }

    /** Over a whole period around a step; of an even period the two steps at the ends count half. */
    private static double movingMean(double[] series, int at, int period) {
        int half = period / 2;
        double sum = 0;
        for (int j = at - half; j <= at + half; j++) {
            boolean end = period % 2 == 0 && (j == at - half || j == at + half);
            sum += end ? series[j] / 2 : series[j];
        }
        return sum / period;
    }
}
