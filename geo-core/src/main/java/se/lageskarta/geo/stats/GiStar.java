package se.lageskarta.geo.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Getis-Ord local G: whether the values around a place are higher or lower than everywhere (hotspots and cold
 * spots of a grid).
 *
 * <p>{@code z = (Σ_j w_ij x_j − x̄ W_i) / (S √((n W_i − W_i²) / (n − 1)))} with weight 1 for the neighbours and
 * for the place itself (G*), {@code S² = Σx²/n − x̄²}. {@link #withoutSelf} leaves the place out, with mean
 * and deviation of the others (G). Source: Ord &amp; Getis (1995), Geographical Analysis 27; the same numbers
 * as R spdep and PySAL esda. O(places · rows of the neighbourhood).
 *
 * <p>Known limits: the normal p is far too small where most cells are empty and a few hold many incidents
 * (incidents at one address are one cell's luck, not many independent ones): use {@link PermutationTail}, and
 * correct for looking at many cells with {@link FalseDiscovery}. A place whose neighbourhood is the whole
 * area, and every place when all values are equal, has z 0.
 *
 * @param mean of all values
 * @param deviation of all values, divided by n
 * @param cells places in each neighbourhood, the place itself counted
 * @param sum of the values in each neighbourhood, the place's own counted
 * @param z standard deviations from what chance gives, positive where values are high
 */
public record GiStar(double mean, double deviation, int[] cells, double[] sum, double[] z) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** G* of one finite value a place. */
    public static GiStar of(Neighbours neighbours, double[] value) {
        double[] sum = neighbours.sumsWithSelf(value);
        int n = value.length;
        double mean = mean(value);
        double deviation = deviation(value, mean);
        int[] cells = neighbours.counts().clone();
        for (int i = 0; i < n; i++) {
            cells[i]++;
        }
        return new GiStar(mean, deviation, cells, sum, scores(sum, cells, mean, deviation, n));
    }

    /** {@code (sum − mean·W) / (S √((nW − W²)/(n − 1)))}; the root is taken once for each number of cells. */
    static double[] scores(double[] sum, int[] cells, double mean, double deviation, int n) {
        double[] perSum = new double[Arrays.stream(cells).max().orElse(0) + 1];
        for (int w = 1; w < perSum.length; w++) {
            double spread = deviation * Math.sqrt(((double) n * w - (double) w * w) / (n - 1.0));
            perSum[w] = spread > 0 ? 1 / spread : 0;
        }
        double[] z = new double[sum.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (sum[i] - mean * cells[i]) * perSum[cells[i]];
        }
        return z;
    }

    /**
     * G of each place: its neighbours without itself, against mean and deviation of all others. NaN where a
     * place has no neighbour.
     */
    public static double[] withoutSelf(Neighbours neighbours, double[] value) {
        double[] sum = neighbours.sums(value);
        int[] counts = neighbours.counts();
        int n = value.length;
        double total = 0;
        double squares = 0;
        for (double v : value) {
            total += v;
            squares += v * v;
        }
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double mean = (total - value[i]) / (n - 1);
            double variance = (squares - value[i] * value[i]) / (n - 1) - mean * mean;
            double k = counts[i];
            double spread = Math.sqrt(variance * ((n - 1) * k - k * k) / (n - 2));
            z[i] = k == 0 ? Double.NaN : spread > 0 ? (sum[i] - k * mean) / spread : 0;
        }
        return z;
    }

    /** Two-sided normal probability of each z. */
    public double[] p() {
        return twoSided(z);
    }

    static double[] twoSided(double[] z) {
        double[] p = new double[z.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = twoSided(z[i]);
        }
        return p;
    }

    /** Two-sided normal probability of one z; NaN for NaN. */
    public static double twoSided(double z) {
        return Double.isNaN(z) ? Double.NaN : Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    static double mean(double[] value) {
        double total = 0;
        for (double v : value) {
            total += v;
        }
        return total / value.length;
    }

    /** Root of {@code Σx²/n − x̄²}, by the differences from the mean; 0 when all are equal. */
    static double deviation(double[] value, double mean) {
        double low = value[0];
        double high = value[0];
        double squares = 0;
        for (double v : value) {
            low = Math.min(low, v);
            high = Math.max(high, v);
            squares += (v - mean) * (v - mean);
        }
        return low == high ? 0 : Math.sqrt(squares / value.length);
    }
}
