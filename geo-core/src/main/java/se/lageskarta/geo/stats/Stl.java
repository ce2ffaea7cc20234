package se.lageskarta.geo.stats;

import java.util.Arrays;

/**
 * Divides a series into season, trend and what remains, by local regressions (loess): a seasonal-trend
 * decomposition as R's {@code stats::stl} makes it, with the same defaults and steps.
 *
 * <p>{@link #periodic} takes the season as the same every year; {@link #robust} lets it change slowly, over a
 * window of years, and gives odd months little weight. Source: Cleveland, Cleveland, McRae &amp; Terpenning
 * (1990), J. Official Statistics 6. O(rounds · n · window).
 *
 * <p>Known limits: needs more than two whole periods; counts below about 20 a step make a rough season; it
 * describes, and no part of it is a test.
 *
 * @param seasonal around 0
 * @param trend the slow part, in the series' unit
 * @param remainder series − seasonal − trend
 */
public record Stl(double[] seasonal, double[] trend, double[] remainder) {
    private static final int ROBUST_ROUNDS = 15;
    /** Further than this part of the reach counts as out of it, nearer than the other as here: R's numbers. */
    private static final double NEARLY = 0.999;

    private static final double HARDLY = 0.001;

    /** The same season every period: {@code stl(x, s.window = "periodic")}. */
    public static Stl periodic(double[] series, int period) {
        check(series, period);
        int n = series.length;
        Fit fit = new Fit(series, period, 10 * n + 1, 0);
        fit.round(2);
        double[] season = new double[n];
        for (int s = 0; s < period; s++) {
            double[] values = SeasonalMannKendall.season(fit.season, s, period);
            double mean = Arrays.stream(values).sum() / values.length;
            for (int i = s; i < n; i += period) {
                season[i] = mean;
            }
        }
        return of(series, season, fit.trend);
    }

    /**
     * A season that changes slowly, odd values given little weight: {@code stl(x, s.window = years, robust =
     * TRUE)}.
     *
     * @param window periods over which the season is smoothed, odd, 7 or more
     */
    public static Stl robust(double[] series, int period, int window) {
        check(series, period);
        if (window < 7 || window % 2 == 0) {
            throw new IllegalArgumentException("window is " + window + ", but must be odd and 7 or more");
        }
        Fit fit = new Fit(series, period, window, 0);
        fit.round(1);
        for (int round = 0; round < ROBUST_ROUNDS; round++) {
            fit.reweigh();
            fit.round(1);
        }
        return of(series, fit.season, fit.trend);
    }

    private static Stl of(double[] series, double[] season, double[] trend) {
        double[] remainder = new double[series.length];
        Arrays.setAll(remainder, i -> series[i] - season[i] - trend[i]);
        return new Stl(season, trend, remainder);
    }

    private static void check(double[] series, int period) {
        if (period < 2) {
            throw new IllegalArgumentException("period is " + period + ", but must be 2 or more");
        }
        if (series.length <= 2 * period) {
            throw new IllegalArgumentException(
                    "series has " + series.length + " values, but must have more than two periods of " + period);
        }
        for (double value : series) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("series holds " + value + ", but must be finite");
            }
        }
    }

    /** The state between rounds. */
    private static final class Fit {
        private final double[] series;
        private final int period;
        private final Loess seasonal;
        private final Loess low;
        private final Loess slow;
        private final double[] season;
        private final double[] trend;
        private double[] weight = {};

        Fit(double[] series, int period, int window, int seasonalDegree) {
            this.series = series;
            this.period = period;
            int slowWindow = nextOdd((int) Math.ceil(1.5 * period / (1 - 1.5 / window)));
            int lowWindow = nextOdd(period);
            seasonal = new Loess(window, seasonalDegree, tenth(window));
            slow = new Loess(slowWindow, 1, tenth(slowWindow));
            low = new Loess(lowWindow, 1, tenth(lowWindow));
            season = new double[series.length];
            trend = new double[series.length];
        }

        private static int nextOdd(int value) {
            return value % 2 == 0 ? value + 1 : value;
        }

        private static int tenth(int window) {
            return (window + 9) / 10;
        }

        void round(int times) {
            int n = series.length;
            for (int time = 0; time < times; time++) {
                double[] detrended = new double[n];
                Arrays.setAll(detrended, i -> series[i] - trend[i]);
                double[] cycles = cycles(detrended);
                double[] averaged = average(average(average(cycles, period), period), 3);
                double[] passed = low.smooth(averaged, new double[0]);
                for (int i = 0; i < n; i++) {
                    season[i] = cycles[period + i] - passed[i];
                }
                double[] deseasoned = new double[n];
                Arrays.setAll(deseasoned, i -> series[i] - season[i]);
                System.arraycopy(slow.smooth(deseasoned, weight), 0, trend, 0, n);
            }
        }

        /** Each season smoothed over the periods, and continued by one period at both ends. */
        private double[] cycles(double[] detrended) {
            double[] cycles = new double[detrended.length + 2 * period];
            for (int s = 0; s < period; s++) {
                double[] values = SeasonalMannKendall.season(detrended, s, period);
                double[] weights = weight.length == 0 ? weight : SeasonalMannKendall.season(weight, s, period);
                double[] smooth = seasonal.smooth(values, weights);
                int k = values.length;
                double before = seasonal.at(values, weights, 0, 1, Math.min(seasonal.window, k));
                double after = seasonal.at(values, weights, k + 1, Math.max(1, k - seasonal.window + 1), k);
                cycles[s] = Double.isNaN(before) ? smooth[0] : before;
                for (int i = 0; i < k; i++) {
                    cycles[(i + 1) * period + s] = smooth[i];
                }
                cycles[(k + 1) * period + s] = Double.isNaN(after) ? smooth[k - 1] : after;
            }
            return cycles;
        }

        private static double[] average(double[] values, int length) {
            double[] means = new double[values.length - length + 1];
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += values[i];
            }
            means[0] = sum / length;
            for (int i = 1; i < means.length; i++) {
                sum += values[i + length - 1] - values[i - 1];
                means[i] = sum / length;
            }
            return means;
        }

        /** Bisquare weights of the residuals, by six times their median. */
        void reweigh() {
            int n = series.length;
            double[] residual = new double[n];
            Arrays.setAll(residual, i -> Math.abs(series[i] - trend[i] - season[i]));
            double six = 3 * PartialSort.sumOfMiddles(residual);
            weight = new double[n];
            for (int i = 0; i < n; i++) {
                double part = residual[i] / six;
                weight[i] = residual[i] <= HARDLY * six ? 1 : residual[i] <= NEARLY * six ? sq(1 - part * part) : 0;
            }
        }

        private static double sq(double value) {
            return value * value;
        }
    }

    /**
     * Local regression of a series on its own steps 1 to n, with tricube weights.
     *
     * @param window steps that take part
     * @param degree 0 or 1
     * @param jump a fit at every so many steps, straight lines between
     */
    private record Loess(int window, int degree, int jump) {
        double[] smooth(double[] values, double[] weight) {
            int n = values.length;
            if (n < 2) {
                return values.clone();
            }
            int step = Math.min(jump, n - 1);
            double[] smooth = new double[n];
            int last = 1;
            for (int i = 1; i <= n; i += step) {
                smooth[i - 1] = fit(values, weight, i);
                last = i;
            }
            for (int i = 1; i + step <= n; i += step) {
                line(smooth, i, i + step);
            }
            if (last != n) {
                // the last step is fitted with the window of the last jump
                int left = left(last, n);
                double at = at(values, weight, n, left, Math.min(n, left + window - 1));
                smooth[n - 1] = Double.isNaN(at) ? values[n - 1] : at;
                line(smooth, last, n);
            }
            return smooth;
        }

        private double fit(double[] values, double[] weight, int i) {
            int n = values.length;
            int left = left(i, n);
            double at = at(values, weight, i, left, Math.min(n, left + window - 1));
            return Double.isNaN(at) ? values[i - 1] : at;
        }

        /** First step of the window around a step. */
        private int left(int i, int n) {
            int half = (window + 1) / 2;
            return window >= n || i < half ? 1 : Math.min(i - half + 1, n - window + 1);
        }

        private static void line(double[] values, int from, int to) {
            double slope = (values[to - 1] - values[from - 1]) / (to - from);
            for (int j = from + 1; j < to; j++) {
                values[j - 1] = values[from - 1] + slope * (j - from);
            }
        }

        /** Value at a place; NaN when every weight is 0. */
        double at(double[] values, double[] weight, double place, int left, int right) {
            int n = values.length;
            double reach = Math.max(place - left, right - place);
            if (window > n) {
                reach += (window - n) / 2;
            }
            double[] w = new double[right - left + 1];
            double sum = 0;
            for (int j = left; j <= right; j++) {
                double distance = Math.abs(j - place);
                if (distance <= NEARLY * reach) {
                    double cube = distance / reach;
                    double near = 1 - cube * cube * cube;
                    double tricube = distance <= HARDLY * reach ? 1 : near * near * near;
                    w[j - left] = weight.length == 0 ? tricube : weight[j - 1] * tricube;
                    sum += w[j - left];
                }
            }
            if (!(sum > 0)) {
                return Double.NaN;
            }
            for (int j = 0; j < w.length; j++) {
                w[j] /= sum;
            }
            if (reach > 0 && degree > 0) {
                tilt(w, place, left, n);
            }
            double value = 0;
            for (int j = left; j <= right; j++) {
                value += w[j - left] * values[j - 1];
            }
            return value;
        }

        private static void tilt(double[] w, double place, int left, int n) {
            double mean = 0;
            for (int j = 0; j < w.length; j++) {
                mean += w[j] * (left + j);
            }
            double spread = 0;
            for (int j = 0; j < w.length; j++) {
                spread += w[j] * (left + j - mean) * (left + j - mean);
            }
            if (Math.sqrt(spread) > 0.001 * (n - 1)) {
                double slope = (place - mean) / spread;
                for (int j = 0; j < w.length; j++) {
                    w[j] *= slope * (left + j - mean) + 1;
                }
            }
        }
    }
}
