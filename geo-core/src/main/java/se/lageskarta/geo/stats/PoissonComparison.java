package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether a count differs from the same period of earlier years.
 *
 * <p>Rule: under an unchanged rate and given the sum of all counts, the present count follows a binomial
 * distribution whose chance is the present period's part of all days. {@code p} is the probability of all
 * outcomes at most as likely as the one seen (two-sided, exact; the same as R's {@code poisson.test} and
 * {@code binom.test}). Source: Przyborowski &amp; Wilenski (1940), Biometrika 31.
 *
 * <p>{@code low} and {@code high} are the test turned round: the smallest and the greatest present count that
 * it would not call a change (an exact 95 % prediction interval). A count outside is a change, a count inside
 * is not; an interval of the earlier years' mean would be narrower and would promise more than the test keeps.
 *
 * <p>Status, with p below 0.05 meaning a change: {@code NEW} more than before and expected below 1;
 * {@code GROWING} more than before; {@code GONE} none now; {@code FADING} fewer than before;
 * {@code PERSISTENT} no sure change; {@code TOO_FEW} when neither the present count nor the expected one
 * reaches 5; {@code NO_HISTORY} when no earlier year is known.
 *
 * <p>Known limits: incidents that come in series scatter more than Poisson counts, so p is somewhat too
 * small; looking at many hotspots at once finds some changes by chance; a place chosen because it peaks now
 * tends to look grown.
 *
 * @param status the answer in a word
 * @param count present count
 * @param expected mean of the earlier years, scaled to the present period's days; NaN without history
 * @param low smallest count that chance alone explains; NaN without history
 * @param high greatest count that chance alone explains; NaN without history
 * @param ratio present count by expected; NaN without history, infinite when nothing was expected
 * @param p two-sided probability; NaN without history
 * @param years the earlier years, latest first
 * @param counts count of each earlier year
 */
public record PoissonComparison(
        Status status,
        int count,
        double expected,
        double low,
        double high,
        double ratio,
        double p,
        int[] years,
        int[] counts) {
    /** The answer in a word; {@link #code()} is how it is written in files. */
    public enum Status {
        NEW,
        GROWING,
        PERSISTENT,
        FADING,
        GONE,
        TOO_FEW,
        NO_HISTORY;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A change is called one when chance alone would bring it less often than this. */
    public static final double SIGNIFICANCE = 0.05;

    private static final int FEW = 5;
    /** R compares probabilities with this slack, so that equally likely outcomes count whatever their rounding. */
    private static final double AS_LIKELY = 1 + 1e-7;

    /**
     * @param count present count, 0 or more
     * @param days days of the present period, 1 or more
     * @param years earlier years, latest first; empty when none is known
     * @param counts count of each earlier year, 0 or more
     * @param earlierDays days of all earlier periods together, 1 or more unless there is none
     */
    public static PoissonComparison of(int count, int days, int[] years, int[] counts, int earlierDays) {
        if (count < 0 || Arrays.stream(counts).anyMatch(earlier -> earlier < 0)) {
            throw new IllegalArgumentException(
                    "counts are " + count + " and " + Arrays.toString(counts) + ", but must be 0 or more");
        }
        if (years.length != counts.length) {
            throw new IllegalArgumentException(
                    "counts has " + counts.length + " values, but must have as many as years: " + years.length);
        }
        if (days < 1 || earlierDays < 1 && years.length > 0) {
            throw new IllegalArgumentException(
                    "days, earlierDays is " + days + ", " + earlierDays + ", but must be 1 or more");
        }
        if (years.length == 0) {
            return new PoissonComparison(
                    Status.NO_HISTORY,
                    count,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    years,
                    counts);
        }
        int before = Arrays.stream(counts).sum();
        double scale = (double) days / earlierDays;
        double expected = before * scale;
        double chance = (double) days / (days + earlierDays);
        double p = binomialTest(count, count + before, chance);
        return new PoissonComparison(
                status(count, expected, p),
                count,
                expected,
                smallestByChance(before, expected, chance),
                greatestByChance(before, expected, chance),
                expected == 0 && count == 0 ? Double.NaN : count / expected,
                p,
                years,
                counts);
    }

    private static Status status(int count, double expected, double p) {
        if (Math.max(count, expected) < FEW) {
            return Status.TOO_FEW;
        }
        if (p >= SIGNIFICANCE) {
            return Status.PERSISTENT;
        }
        if (count > expected) {
            return expected < 1 ? Status.NEW : Status.GROWING;
        }
        return count == 0 ? Status.GONE : Status.FADING;
    }

    /** Two-sided exact binomial test: the probability of all outcomes at most as likely as the one seen. O(trials). */
    static double binomialTest(int successes, int trials, double chance) {
        if (trials == 0) {
            return 1;
        }
        BinomialDistribution binomial = BinomialDistribution.of(trials, chance);
        double seen = binomial.probability(successes) * AS_LIKELY;
        double mean = trials * chance;
        double p = 0;
        if (successes < mean) {
            p = binomial.cumulativeProbability(successes);
            for (int k = trials; k >= mean && k > successes && binomial.probability(k) <= seen; k--) {
                p += binomial.probability(k);
            }
        } else {
            p = binomial.survivalProbability(successes - 1);
            for (int k = 0; k <= mean && k < successes && binomial.probability(k) <= seen; k++) {
                p += binomial.probability(k);
            }
        }
        return Math.min(1, p);
    }

    /** p rises with the count up to the expected one, so halving finds the end. O(log n) tests. */
    private static int smallestByChance(int before, double expected, double chance) {
        int change = -1;
        int same = (int) expected;
        while (same - change > 1) {
            int middle = (change + same) >>> 1;
            if (isChange(middle, before, chance)) {
                change = middle;
            } else {
                same = middle;
            }
        }
        return same;
    }

    private static int greatestByChance(int before, double expected, double chance) {
        int same = (int) expected;
        int change = same + 8;
        while (!isChange(change, before, chance)) {
            same = change;
            change *= 2;
        }
        while (change - same > 1) {
            int middle = (change + same) >>> 1;
            if (isChange(middle, before, chance)) {
                change = middle;
            } else {
                same = middle;
            }
        }
        return same;
    }

    private static boolean isChange(int count, int before, double chance) {
        return binomialTest(count, count + before, chance) < SIGNIFICANCE;
    }
}
