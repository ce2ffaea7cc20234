package se.lageskarta.geo.privacy;

import org.jspecify.annotations.Nullable;

/**
 * When a count may be shown at all: it is not small, it is not about one home, and no home makes up most of it.
 *
 * @param least smallest count, 3 to 1,000; also the gate's k
 * @param leastOthers smallest count without the dwelling that was hit most, 1 to {@code least}
 * @param largestShare of one dwelling, more than 0 and at most 0.5
 * @param reachMetres an incident belongs to the nearest dwelling no farther away than this, 0 to 200
 */
public record ShowRule(int least, int leastOthers, double largestShare, double reachMetres) {
    /** What everybody outside the EST group gets. */
    public static final ShowRule DEFAULT = new ShowRule(5, 3, 0.5, 30);

    public ShowRule {
        if (least < 3 || least > 1_000) {
            throw new IllegalArgumentException("least is " + least + ", but must be 3 to 1000");
        }
        if (leastOthers < 1 || leastOthers > least) {
            throw new IllegalArgumentException("leastOthers is " + leastOthers + ", but must be 1 to " + least);
        }
        if (!(largestShare > 0 && largestShare <= 0.5)) {
            throw new IllegalArgumentException(
                    "largestShare is " + largestShare + ", but must be more than 0 and at most 0.5");
        }
        if (!(reachMetres >= 0 && reachMetres <= 200)) {
            throw new IllegalArgumentException("reachMetres is " + reachMetres + ", but must be 0 to 200");
        }
    }

    /**
     * Why a count is not shown; null when it may be.
     *
     * @param mostHit how many of the count belong to the dwelling with the most of them
     */
    public @Nullable WhyHidden judge(long count, long mostHit) {
        if (count < least) {
            return WhyHidden.FEW;
        }
        return isDominated(count, mostHit) ? WhyHidden.DWELLING : null;
    }

    /** True when what is left of a count may be worked out: nothing, or what may be shown. */
    boolean leaves(long count, long mostHit) {
        return count == 0 || judge(count, mostHit) == null;
    }

    /** True when one dwelling makes up so much of a count that the count is about it. */
    boolean isDominated(long count, long mostHit) {
        return count - mostHit < leastOthers || mostHit > largestShare * count;
    }
}
