package se.lageskarta.geo.stats;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How surprising is "six in two weeks", when any two weeks of four years would have been noticed? The chance that
 * some window of the stated length, wherever it begins, holds as many.
 *
 * <p>The approximation of Naus (1982), J. Am. Stat. Assoc. 77, in the form of the R package ptools. O(count).
 *
 * <p>Known limits: an approximation, good where it answers less than about 0.1; the mean must be known and even
 * over the year.
 */
public final class NausScan {
    private final PoissonDistribution poisson;
    private final int n;

    private NausScan(double mean, int n) {
        poisson = PoissonDistribution.of(mean);
        this.n = n;
    }

    /**
     * Chance of some window with the count or more.
     *
     * @param periods length of the whole time, in periods, more than {@code window}
     * @param window length of the moving window, in periods, 1 or more
     * @param mean incidents expected in a window, greater than 0
     * @param count incidents seen in one, 2 or more
     */
    public static double p(int periods, int window, double mean, int count) {
        if (window < 1 || periods <= window) {
            throw new IllegalArgumentException("periods, window is " + periods + ", " + window
                    + ", but must be a window of 1 or more and more periods than that");
        }
        if (!(mean > 0) || Double.isInfinite(mean)) {
            throw new IllegalArgumentException("mean is " + mean + ", but must be greater than 0");
        }
        if (count < 2) {
            throw new IllegalArgumentException("count is " + count + ", but must be 2 or more");
        }
        NausScan scan = new NausScan(mean, count);
        double two = scan.noneInTwo(mean);
        double p = 1 - two * Math.pow(scan.noneInThree(mean) / two, periods - window);
        return Math.min(1, Math.max(0, p));
    }

    /** Chance of no window with so many in twice its length. */
    private double noneInTwo(double mean) {
        double f = upTo(n - 1);
        return f * f - (n - 1) * at(n) * at(n - 2) - (n - 1 - mean) * at(n) * upTo(n - 3);
    }

    /** Chance of no window with so many in three times its length. */
    private double noneInThree(double mean) {
        double f = upTo(n - 1);
        double a1 = 2 * at(n) * f * ((n - 1) * upTo(n - 2) - mean * upTo(n - 3));
        double a2 = 0.5
                * at(n)
                * at(n)
                * ((n - 1.0) * (n - 2) * upTo(n - 3) - 2.0 * (n - 2) * mean * upTo(n - 4) + mean * mean * upTo(n - 5));
        double a3 = 0;
        for (int r = 1; r <= n - 1; r++) {
            a3 += at(2 * n - r) * upTo(r - 1) * upTo(r - 1);
        }
        double a4 = 0;
        for (int r = 1; r <= n - 2; r++) {
            a4 += at(2 * n - r) * at(r) * ((r - 1) * upTo(r - 2) - mean * upTo(r - 3));
        }
        return f * f * f - a1 + a2 + a3 - a4;
    }

    private double at(int count) {
        return count < 0 ? 0 : poisson.probability(count);
    }

    private double upTo(int count) {
        return count < 0 ? 0 : poisson.cumulativeProbability(count);
    }
}
