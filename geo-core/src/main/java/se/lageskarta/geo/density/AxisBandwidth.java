package se.lageskarta.geo.density;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Bandwidths of a Gaussian kernel for numbers on one axis (metres east or north): the standard deviation of the
 * kernel, in the numbers' unit. Rules of thumb assume one hump; the data-driven ones see several.
 *
 * <p>Definitions and constants as in R's {@code stats} and {@code MASS}, whose published figures they give.
 * Sheather–Jones and cross-validation count pairs of a thousand bins: O(n + 10⁶).
 */
public final class AxisBandwidth {
    private static final int BINS = 1000;
    private static final double FURTHEST = 1000;
    private static final int MOST_WIDENINGS = 99;

    private final double[] sorted;
    private final int n;
    private final double deviation;
    private final double quartiles;

    /**
     * @param values finite, at least two
     * @throws IllegalArgumentException for fewer, or when all are equal
     */
    public AxisBandwidth(double[] values) {
        n = values.length;
        sorted = values.clone();
        Arrays.sort(sorted);
        if (n < 2 || !(sorted[n - 1] > sorted[0]) || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[n - 1])) {
            throw new IllegalArgumentException("values is " + n
                    + " numbers" + (n == 0 ? "" : " from " + sorted[0] + " to " + sorted[n - 1])
                    + ", but must be at least two different finite ones");
        }
        // about the smallest value, so that seven-digit northings cost no precision
        double mean = Arrays.stream(sorted).map(v -> v - sorted[0]).sum() / n;
        deviation = Math.sqrt(Arrays.stream(sorted)
                        .map(v -> v - sorted[0] - mean)
                        .map(v -> v * v)
                        .sum()
                / (n - 1));
        quartiles = quantile(0.75) - quantile(0.25);
    }

    /** Standard deviation with n − 1. */
    public double standardDeviation() {
        return deviation;
    }

    /** Distance between the quartiles, linear between ranks (R's type 7). */
    public double interquartileRange() {
        return quartiles;
    }

    /** Silverman's rule of thumb (1986, p. 48): 0.9 min(s, IQR/1.34) n<sup>−1/5</sup>; s alone when the IQR is 0. */
    public double silverman() {
        return 0.9 * spread() * Math.pow(n, -0.2);
    }

    /** Scott's variation of it (1992): 1.06 min(s, IQR/1.34) n<sup>−1/5</sup>. */
    public double scott() {
        return 1.06 * Math.min(deviation, quartiles / 1.34) * Math.pow(n, -0.2);
    }

    /** {@code bandwidth.nrd} of MASS: four times {@link #scott()}, for kernels given by their whole width. */
    public double wholeWidth() {
        return 4 * scott();
    }

    /** Scott's rule for points in the plane (1992): s n<sup>−1/6</sup>; Silverman's factor is 1 there. */
    public double scottInThePlane() {
        return deviation * Math.pow(n, -1 / 6.0);
    }

    /** Sheather and Jones (1991), solving the equation; {@link Double#NaN} when it has no solution. */
    public double sheatherJones() {
        Pairs pairs = new Pairs();
        double scale = spreadOfSheatherJones();
        double curvature = -pairs.sixth(1.23 * scale * Math.pow(n, -1 / 9.0));
        double ratio = 1.357 * Math.pow(pairs.fourth(1.24 * scale * Math.pow(n, -1 / 7.0)) / curvature, 1 / 7.0);
        double most = 1.144 * scale * Math.pow(n, -0.2);
        DoubleUnaryOperator off =
                h -> Math.pow(pairs.roughness() / pairs.fourth(ratio * Math.pow(h, 5 / 7.0)), 0.2) - h;
        double lower = most / 10;
        double upper = most;
        for (int i = 1; i <= MOST_WIDENINGS && off.applyAsDouble(lower) * off.applyAsDouble(upper) > 0; i++) {
            if (i % 2 == 1) {
                upper *= 1.2;
            } else {
                lower /= 1.2;
            }
        }
        boolean crosses = off.applyAsDouble(lower) * off.applyAsDouble(upper) <= 0;
        return crosses ? Brent.root(off, lower, upper, most / 100) : Double.NaN;
    }

    /** Sheather and Jones (1991), plugged in directly. */
    public double plugIn() {
        Pairs pairs = new Pairs();
        double curvature = -pairs.sixth(1.23 * spreadOfSheatherJones() * Math.pow(n, -1 / 9.0));
        return Math.pow(pairs.roughness() / pairs.fourth(Math.pow(2.394 / (n * curvature), 1 / 7.0)), 0.2);
    }

    /**
     * Unbiased cross-validation (Scott and Terrell 1987), sought between a tenth of and the whole of
     * 1.144 s n<sup>−1/5</sup>: values on a lattice, or many equal ones, put it at the lower end.
     */
    public double crossValidated() {
        Pairs pairs = new Pairs();
        double most = 1.144 * deviation * Math.pow(n, -0.2);
        return Brent.minimum(pairs::unbiased, most / 10, most, most / 100);
    }

    private double spread() {
        double least = Math.min(deviation, quartiles / 1.34);
        return least > 0 ? least : deviation;
    }

    private double spreadOfSheatherJones() {
        double least = Math.min(deviation, quartiles / 1.349);
        return least > 0 ? least : deviation;
    }

    private double quantile(double part) {
        double rank = (n - 1) * part;
        int below = (int) Math.floor(rank);
        int above = Math.min(n - 1, below + 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    /** Pairs of values by their distance in bins, and the sums over them that the rules need. */
    private final class Pairs {
        private final double bin = (sorted[n - 1] - sorted[0]) * 1.01 / BINS;
        private final double[] count = new double[BINS + 1];

        Pairs() {
            double[] filled = new double[BINS + 1];
            double first = truncated(sorted[0]);
            for (double value : sorted) {
                filled[(int) (truncated(value) - first)]++;
            }
            for (int i = 0; i <= BINS; i++) {
                count[0] += filled[i] * (filled[i] - 1) / 2;
                for (int j = 0; j < i && filled[i] > 0; j++) {
                    count[i - j] += filled[i] * filled[j];
                }
            }
        }

        private double truncated(double value) {
            double bins = value / bin;
            return bins < 0 ? Math.ceil(bins) : Math.floor(bins);
        }

        double roughness() {
            return 1 / (2 * Math.sqrt(Math.PI) * n);
        }

        /** Estimated integral of the density times its fourth derivative. */
        double fourth(double h) {
            double sum = sum(h, d -> Math.exp(-d / 2) * (d * d - 6 * d + 3));
            return (2 * sum + 3.0 * n) / ((double) n * (n - 1) * Math.pow(h, 5) * Math.sqrt(2 * Math.PI));
        }

        /** Estimated integral of the density times its sixth derivative. */
        double sixth(double h) {
            double sum = sum(h, d -> Math.exp(-d / 2) * (d * d * d - 15 * d * d + 45 * d - 15));
            return (2 * sum - 15.0 * n) / ((double) n * (n - 1) * Math.pow(h, 7) * Math.sqrt(2 * Math.PI));
        }

        double unbiased(double h) {
            double sum = sum(h, d -> Math.exp(-d / 4) - Math.sqrt(8) * Math.exp(-d / 2));
            return (0.5 + sum / n) / (n * h * Math.sqrt(Math.PI));
        }

        private double sum(double h, DoubleUnaryOperator ofSquare) {
            double sum = 0;
            for (int i = 0; i <= BINS; i++) {
                double square = i * bin / h * (i * bin / h);
                if (square >= FURTHEST) {
                    break;
                }
                sum += count[i] == 0 ? 0 : count[i] * ofSquare.applyAsDouble(square);
            }
            return sum;
        }
    }
}
