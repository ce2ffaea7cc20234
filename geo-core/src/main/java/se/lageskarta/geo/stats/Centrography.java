package se.lageskarta.geo.stats;

import java.util.Arrays;

/**
 * Where the middle of the places is, and how far and in which direction they spread.
 *
 * <p>Mean centre, median of each coordinate, geometric median (the place with the least sum of distances, found
 * by Weiszfeld's steps as amended by Vardi &amp; Zhang 2000, PNAS 97), standard distance, standard deviational
 * ellipse (Lefever 1926; the angle as in Ebdon 1985). Programs disagree by constant factors, so three usual
 * ones are given: the plain one (divided by n), Esri's (√2 larger) and CrimeStat's (√2 larger, divided by
 * n − 2). The spread and the ellipse leave weights aside.
 *
 * <p>Known limits: one middle says little when there are several centres, and it can lie where nothing
 * happens; a description, not a test.
 *
 * @param n places
 * @param meanX metres east of the mean
 * @param meanY metres north of the mean
 * @param weightedMeanX metres east of the weighted mean
 * @param weightedMeanY metres north of the weighted mean
 * @param medianX metres east, half of the places on either side
 * @param medianY metres north, half of the places on either side
 * @param geometricMedianX metres east, weighted
 * @param geometricMedianY metres north, weighted
 * @param standardDistance metres, divided by n
 * @param minorAxis metres, standard deviation across the ellipse, divided by n
 * @param majorAxis metres, standard deviation along the ellipse, divided by n
 * @param majorDegrees direction of the long axis, degrees clockwise from north, 0 to 180
 */
public record Centrography(
        int n,
        double meanX,
        double meanY,
        double weightedMeanX,
        double weightedMeanY,
        double medianX,
        double medianY,
        double geometricMedianX,
        double geometricMedianY,
        double standardDistance,
        double minorAxis,
        double majorAxis,
        double majorDegrees) {
    private static final int STEPS = 10_000;
    private static final double CLOSE_METRES = 1e-9;

    /**
     * O(n log n), and about a hundred rounds over the rows for the geometric median.
     *
     * @param x metres east, of 1 place or more
     * @param y metres north, as many
     * @param weight 0 or more each, not all 0, as many
     */
    public static Centrography of(double[] x, double[] y, double[] weight) {
        Places.check(x, y);
        int n = x.length;
        if (n == 0) {
            throw new IllegalArgumentException("x has 0 values, but must have at least one");
        }
        if (weight.length != n) {
            throw new IllegalArgumentException(
                    "weight has " + weight.length + " values, but must have as many as x: " + n);
        }
        int[] order = Places.order(x, y);
        // counted from the first place, so that large coordinates cost no digits
        double east = x[order[0]];
        double north = y[order[0]];
        double[] dx = new double[n];
        double[] dy = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            dx[i] = x[order[i]] - east;
            dy[i] = y[order[i]] - north;
            w[i] = weight[order[i]];
        }
        double sum = sumOfWeights(w);
        double[] mean = {sumOf(dx) / n, sumOf(dy) / n};
        double[] weighted = {product(dx, w) / sum, product(dy, w) / sum};
        double[] median = geometricMedian(dx, dy, w, weighted);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (dx[i] - mean[0]) * (dx[i] - mean[0]);
            yy += (dy[i] - mean[1]) * (dy[i] - mean[1]);
            xy += (dx[i] - mean[0]) * (dy[i] - mean[1]);
        }
        double difference = xx - yy;
        double root = Math.sqrt(difference * difference + 4 * xy * xy);
        double angle = Math.atan2(difference + root, 2 * xy);
        return new Centrography(
                n,
                east + mean[0],
                north + mean[1],
                east + weighted[0],
                north + weighted[1],
                east + medianOf(dx),
                north + medianOf(dy),
                east + median[0],
                north + median[1],
                Math.sqrt((xx + yy) / n),
                Math.sqrt(Math.max(0, along(dx, dy, mean, Math.cos(angle), -Math.sin(angle)) / n)),
                Math.sqrt(Math.max(0, along(dx, dy, mean, Math.sin(angle), Math.cos(angle)) / n)),
                Math.toDegrees(angle));
    }

    /** The standard distance as CrimeStat gives it: divided by n − 2. NaN below 3 places. */
    public double standardDistanceCrimeStat() {
        return standardDistance * lessTwo();
    }

    /** Factor from the plain axes to Esri's. */
    public static double esri() {
        return Math.sqrt(2);
    }

    /** Factor from the plain axes to CrimeStat's. NaN below 3 places. */
    public double crimeStat() {
        return Math.sqrt(2) * lessTwo();
    }

    private double lessTwo() {
        return n > 2 ? Math.sqrt((double) n / (n - 2)) : Double.NaN;
    }

    private static double sumOfWeights(double[] weight) {
        double sum = 0;
        for (double w : weight) {
            if (!(w >= 0) || Double.isInfinite(w)) {
                throw new IllegalArgumentException("weight is " + w + ", but must be 0 or more");
            }
            sum += w;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("weight is 0 everywhere, but must be greater somewhere");
        }
        return sum;
    }

    private static double along(double[] x, double[] y, double[] mean, double cos, double sin) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double d = (x[i] - mean[0]) * cos + (y[i] - mean[1]) * sin;
            sum += d * d;
        }
        return sum;
    }

    /** Weiszfeld's steps from the mean; a step onto a place is weighed against staying there. */
    private static double[] geometricMedian(double[] x, double[] y, double[] w, double[] start) {
        double px = start[0];
        double py = start[1];
        for (int step = 0; step < STEPS; step++) {
            double sum = 0;
            double sx = 0;
            double sy = 0;
            double here = 0;
            for (int i = 0; i < x.length; i++) {
                double d = Math.sqrt((x[i] - px) * (x[i] - px) + (y[i] - py) * (y[i] - py));
                if (d < CLOSE_METRES) {
                    here += w[i];
                } else {
                    sum += w[i] / d;
                    sx += w[i] / d * x[i];
                    sy += w[i] / d * y[i];
                }
            }
            if (sum == 0) {
                break;
            }
            double pull = Math.sqrt((sx - sum * px) * (sx - sum * px) + (sy - sum * py) * (sy - sum * py));
            double stay = pull > 0 ? Math.min(1, here / pull) : 1;
            double nextX = (1 - stay) * (sx / sum) + stay * px;
            double nextY = (1 - stay) * (sy / sum) + stay * py;
            double moved = Math.abs(nextX - px) + Math.abs(nextY - py);
            px = nextX;
            py = nextY;
            if (moved < CLOSE_METRES) {
                break;
            }
        }
        return new double[] {px, py};
    }

    private static double medianOf(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double sumOf(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double product(double[] values, double[] weight) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weight[i];
        }
        return sum;
    }
}
