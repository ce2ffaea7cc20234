package se.lageskarta.geo.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Whether a share differs from a share that is known, such as that of the rest of a town.
 *
 * <p>Under no difference the count is binomial; {@code p} is the probability of all outcomes at most as likely as the one seen
 * (two-sided, exact; the same as R's {@code binom.test}). The interval is Clopper and Pearson's (1934), Biometrika 26: it holds
 * the true share in at least 95 of 100 cases.
 *
 * <p>Known limits: the known share is taken as exact, which it nearly is when it comes of many more; incidents that come in
 * series are no independent trials, so p is somewhat too small.
 *
 * @param count how many have it, 0 or more
 * @param of of how many, {@code count} or more
 * @param share count by of; NaN of none
 * @param low of the interval, 0 to 1
 * @param high of the interval, 0 to 1
 * @param reference the share compared with, 0 to 1
 * @param p two-sided probability
 */
public record ShareComparison(int count, int of, double share, double low, double high, double reference, double p) {
    private static final double TAIL = 0.025;

    /**
     * @param count how many have it, 0 or more
     * @param of of how many, {@code count} or more
     * @param reference 0 to 1
     */
    public static ShareComparison of(int count, int of, double reference) {
        if (count < 0 || of < count) {
            throw new IllegalArgumentException("count is " + count + ", but must be 0 to " + of);
        }
        if (!(reference >= 0 && reference <= 1)) {
            throw new IllegalArgumentException("reference is " + reference + ", but must be 0 to 1");
        }
        double low =
                count == 0 ? 0 : BetaDistribution.of(count, of - count + 1.0).inverseCumulativeProbability(TAIL);
        double high =
                count == of ? 1 : BetaDistribution.of(count + 1.0, of - count).inverseCumulativeProbability(1 - TAIL);
        double p = PoissonComparison.binomialTest(count, of, reference);
        return new ShareComparison(count, of, (double) count / of, low, high, reference, Math.min(1, p));
    }

    /** True when the share seen is greater than the known one. */
    public boolean exceeds() {
        return share > reference;
    }
}
