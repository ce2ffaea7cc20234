package se.lageskarta.geo.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Are a few incidents spread evenly over the weekdays, or over any equally likely bins? The likelihood ratio G and
 * the chance of one as great, added up over every way in which as many can fall.
 *
 * <p>{@code G = 2 Σ c ln(c / e)}. Source: Wheeler (2016), J. Investigative Psychology and Offender Profiling 13.
 * Exact up to {@link #EXACT_UP_TO} incidents by listing the partitions of their number (3 million for the most);
 * beyond that the χ² distribution.
 *
 * <p>Known limits: it tells that days differ, not which; incidents that come in series count as many.
 *
 * @param g 0 when perfectly even
 * @param p chance of a G as great, were all bins equally likely
 * @param exact false when p comes from the χ² distribution
 */
public record EvenShares(double g, double p, boolean exact) {
    /** Most incidents for which every way is listed. */
    public static final int EXACT_UP_TO = 150;

    private static final double SAME = 1e-9;

    /** @param count of each bin, 0 or more, not all 0; 2 to 7 bins */
    public static EvenShares of(int... count) {
        int bins = count.length;
        if (bins < 2 || bins > 7) {
            throw new IllegalArgumentException("count has " + bins + " values, but must have 2 to 7");
        }
        long n = 0;
        for (int c : count) {
            if (c < 0) {
                throw new IllegalArgumentException("count is " + c + ", but must be 0 or more");
            }
            n += c;
        }
        if (n == 0) {
            throw new IllegalArgumentException(
                    "count is " + Arrays.toString(count) + ", but must be greater than 0 somewhere");
        }
        double g = 0;
        for (int c : count) {
            g += c == 0 ? 0 : 2 * c * Math.log((double) c * bins / n);
        }
        if (n > EXACT_UP_TO) {
            return new EvenShares(g, ChiSquaredDistribution.of(bins - 1.0).survivalProbability(Math.max(0, g)), false);
        }
        return new EvenShares(g, Math.min(1, new Ways((int) n, bins, g).chance()), true);
    }

    /** All ways to divide n into at most so many parts, each with its chance. */
    private static final class Ways {
        private final int n;
        private final int bins;
        private final double least;
        private final double[] g;
        private final double[] logFactorial;

        Ways(int n, int bins, double seen) {
            this.n = n;
            this.bins = bins;
            least = seen - SAME;
            g = new double[n + 1];
            logFactorial = new double[Math.max(n, bins) + 1];
            for (int c = 1; c < logFactorial.length; c++) {
                logFactorial[c] = logFactorial[c - 1] + Math.log(c);
            }
            for (int c = 1; c <= n; c++) {
                g[c] = 2 * c * Math.log((double) c * bins / n);
            }
        }

        double chance() {
            return from(n, bins, n, 0, logFactorial[n] + logFactorial[bins] - n * Math.log(bins), 0, 0);
        }

        /**
         * @param rest still to divide
         * @param left bins still empty
         * @param last size of the part before; parts do not grow
         * @param run how many parts of that size there are so far
         */
        private double from(int rest, int left, int last, int run, double log, double sum, int used) {
            if (rest == 0) {
                // the empty bins are a run as well
                return sum >= least ? Math.exp(log - logFactorial[run] - logFactorial[bins - used]) : 0;
            }
            double p = 0;
            for (int part = Math.min(last, rest); part * left >= rest; part--) {
                boolean same = part == last && used > 0;
                double next = log - logFactorial[part] - (same ? 0 : logFactorial[run]);
                p += from(rest - part, left - 1, part, same ? run + 1 : 1, next, sum + g[part], used + 1);
            }
            return p;
        }
    }
}
