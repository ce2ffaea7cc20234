package se.lageskarta.geo.stats;

import java.util.function.DoubleBinaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Are two counts of the same rate? For counts too small for anything else: 7 break-ins this month, 2 the month
 * before.
 *
 * <p>{@code eTestP}: the E-test of Krishnamoorthy &amp; Thomson (2004), J. Statistical Planning and Inference 119:
 * the chance, were both rates the one seen over all, of counts whose standardised difference is as great; more
 * powerful than the exact test and still close to its level. The same numbers as scipy's
 * {@code poisson_means_test}. {@code exactP}: the conditional test of Przyborowski &amp; Wilenski (1940), never
 * too small. Both two-sided. {@code poissonZ = √2 (√k1 − √k2)} (Wheeler 2016) leaves exposure aside. The ratio's
 * 95 % interval is the exact one of Clopper &amp; Pearson (1934). O(count).
 *
 * <p>Known limits: counts that come in series scatter more than Poisson's, so p is then too small; the E-test
 * is not exact, its true level can pass the nominal one by a few thousandths.
 *
 * @param count1 first count
 * @param exposure1 what it is a count of: days, people, square metres
 * @param count2 second count
 * @param exposure2 in the same unit
 * @param eTestP two-sided; 1 when both counts are 0
 * @param exactP two-sided; 1 when both counts are 0
 * @param poissonZ positive when the first is greater
 * @param ratio first rate by second; NaN when both counts are 0, infinite when the second is
 * @param ratioLow lower end of the exact 95 % interval, 0 when the first count is 0
 * @param ratioHigh upper end, infinite when the second count is 0
 */
public record TwoCounts(
        int count1,
        double exposure1,
        int count2,
        double exposure2,
        double eTestP,
        double exactP,
        double poissonZ,
        double ratio,
        double ratioLow,
        double ratioHigh) {
    /** Greatest count: beyond it any difference worth knowing is sure. */
    public static final int MOST = 10_000_000;

    private static final double LEAST_CHANCE = 1e-10;
    private static final double GREATEST_CHANCE = 1e-16;

    /** How the E-test estimates the variance of a difference. */
    public enum Variance {
        /** From each of the two rates, as its authors and scipy. */
        SEPARATE,
        /** From the rate over all, as the R package ptools; another number only for unequal exposures. */
        POOLED
    }

    /** Counts of 0 to {@link #MOST}, exposures greater than 0. */
    public static TwoCounts of(int count1, double exposure1, int count2, double exposure2) {
        double eTest = eTest(count1, exposure1, count2, exposure2, Variance.SEPARATE);
        double chance = exposure1 / (exposure1 + exposure2);
        double[] interval = interval(count1, count2);
        double odds = exposure2 / exposure1;
        return new TwoCounts(
                count1,
                exposure1,
                count2,
                exposure2,
                eTest,
                PoissonComparison.binomialTest(count1, count1 + count2, chance),
                Math.sqrt(2) * (Math.sqrt(count1) - Math.sqrt(count2)),
                count1 == 0 && count2 == 0 ? Double.NaN : (double) count1 / count2 * odds,
                interval[0] / (1 - interval[0]) * odds,
                interval[1] == 1 ? Double.POSITIVE_INFINITY : interval[1] / (1 - interval[1]) * odds);
    }

    /** Two-sided p of the E-test only. */
    public static double eTest(int count1, double exposure1, int count2, double exposure2, Variance variance) {
        check("count1", count1);
        check("count2", count2);
        check("exposure1", exposure1);
        check("exposure2", exposure2);
        double rate = (count1 + (double) count2) / (exposure1 + exposure2);
        if (rate == 0) {
            return 1;
        }
        DoubleBinaryOperator difference = variance == Variance.SEPARATE
                ? (a, b) -> (a / exposure1 - b / exposure2)
                        / Math.sqrt(a / exposure1 / exposure1 + b / exposure2 / exposure2)
                : (a, b) -> (a / exposure1 - b / exposure2) / Math.sqrt((a + b) / (exposure1 + exposure2));
        double seen = variance == Variance.SEPARATE
                ? (count1 / exposure1 - count2 / exposure2)
                        / Math.sqrt(count1 / (exposure1 * exposure1) + count2 / (exposure2 * exposure2))
                : difference.applyAsDouble(count1, count2);
        return chance(new Likely(rate * exposure1), new Likely(rate * exposure2), difference, Math.abs(seen));
    }

    /**
     * Chance of a difference as great as the one seen. For every first count the second ones that differ so
     * much are those up to a bound and those from another, and both bounds rise with the first count.
     */
    private static double chance(Likely first, Likely second, DoubleBinaryOperator difference, double seen) {
        double p = 0;
        int low = -1;
        int high = 0;
        int size = second.chance.length;
        for (int i = 0; i < first.chance.length; i++) {
            double a = first.from + i;
            while (low + 1 < size && difference.applyAsDouble(a, second.from + low + 1) >= seen) {
                low++;
            }
            while (high < size && !(difference.applyAsDouble(a, second.from + high) <= -seen)) {
                high++;
            }
            double below = low < 0 ? 0 : second.upTo[low];
            int start = Math.max(high, low + 1);
            double above = start >= size ? 0 : second.upTo[size - 1] - (start == 0 ? 0 : second.upTo[start - 1]);
            p += first.chance[i] * (below + above);
        }
        return Math.min(1, p);
    }

    private static double[] interval(int count1, int count2) {
        double low = count1 == 0 ? 0 : BetaDistribution.of(count1, count2 + 1.0).inverseCumulativeProbability(0.025);
        double high =
                count2 == 0 ? 1 : BetaDistribution.of(count1 + 1.0, count2).inverseCumulativeProbability(0.975);
        return new double[] {low, high};
    }

    private static void check(String name, int count) {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException(name + " is " + count + ", but must be 0 to " + MOST);
        }
    }

    private static void check(String name, double exposure) {
        if (!(exposure > 0) || Double.isInfinite(exposure)) {
            throw new IllegalArgumentException(name + " is " + exposure + ", but must be greater than 0");
        }
    }

    /** Counts of a Poisson distribution, without the tails that nobody sees. */
    private static final class Likely {
        private final int from;
        private final double[] chance;
        private final double[] upTo;

        Likely(double mean) {
            PoissonDistribution poisson = PoissonDistribution.of(mean);
            from = poisson.inverseCumulativeProbability(LEAST_CHANCE);
            int to = poisson.inverseSurvivalProbability(GREATEST_CHANCE);
            chance = new double[to - from + 1];
            upTo = new double[chance.length];
            double sum = 0;
            for (int i = 0; i < chance.length; i++) {
                chance[i] = poisson.probability(from + i);
                sum += chance[i];
                upTo[i] = sum;
            }
        }
    }
}
