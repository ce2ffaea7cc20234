package se.lageskarta.geo.effect;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How much would incidents have to fall for the relative effect to show it? To be asked before a measure, so that
 * nobody promises a change that could never be seen.
 *
 * <p>The smallest reduction in steps of 5 % with which the test of {@link RelativeEffect} (5 %, two-sided) says so
 * in 80 of 100 cases. Counts at the target are Poisson and added up exactly; the comparison's change is taken as
 * normal. O(before) counts by counts: 20,000 before takes a second or two.
 *
 * <p>Known limit: assumes that the comparison area stays as it is on average.
 */
public final class MinimumDetectable {
    /** Chance with which a true reduction shall be seen. */
    public static final double POWER = 0.8;
    /** Greatest count before; with more, reductions of a few per cent show. */
    public static final int MOST = 20_000;

    private static final double QUANTILE_95 = 1.959963984540054;
    private static final double UNSEEN = 1e-12;
    private static final int STEPS = 20;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private MinimumDetectable() {}

    /**
     * @param before incidents expected at the target in a period, 1 to {@link #MOST}
     * @param comparisonTimes incidents of the comparison area by those of the target, greater than 0
     * @param variance by which Poisson's variance is multiplied in the test, 1 or more; 2 as a guard
     * @return part of the incidents that must go away, 0.05 to 0.95; empty when none would show
     */
    public static OptionalDouble reduction(int before, double comparisonTimes, double variance) {
        if (before < 1 || before > MOST) {
            throw new IllegalArgumentException("before is " + before + ", but must be 1 to " + MOST);
        }
        if (!(comparisonTimes > 0) || Double.isInfinite(comparisonTimes)) {
            throw new IllegalArgumentException(
                    "comparisonTimes is " + comparisonTimes + ", but must be greater than 0");
        }
        if (!(variance >= 1) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("variance is " + variance + ", but must be 1 or more");
        }
        int unseen = 0;
        int seen = STEPS;
        while (seen - unseen > 1) {
            int middle = (unseen + seen) / 2;
            if (power(before, comparisonTimes, variance, (double) middle / STEPS) >= POWER) {
                seen = middle;
            } else {
                unseen = middle;
            }
        }
        return seen == STEPS ? OptionalDouble.empty() : OptionalDouble.of((double) seen / STEPS);
    }

    /** Chance that the test calls a true reduction one (or, rarely, its opposite). */
    public static double power(int before, double comparisonTimes, double variance, double reduction) {
        Counts first = new Counts(before);
        Counts second = new Counts(before * (1 - reduction));
        double other = 2 / (before * comparisonTimes);
        double spread = Math.sqrt(other);
        double power = 0;
        for (int i = 0; i < first.chance.length; i++) {
            for (int j = 0; j < second.chance.length; j++) {
                boolean none = first.from + i == 0 || second.from + j == 0;
                double a = first.from + i + (none ? 0.5 : 0);
                double b = second.from + j + (none ? 0.5 : 0);
                double needed = QUANTILE_95 * Math.sqrt(variance * (1 / a + 1 / b + other));
                double log = Math.log(a / b);
                power += first.chance[i]
                        * second.chance[j]
                        * (NORMAL.survivalProbability((needed - log) / spread)
                                + NORMAL.cumulativeProbability((-needed - log) / spread));
            }
        }
        return power;
    }

    /** Counts of a Poisson distribution that are not too unlikely. */
    private static final class Counts {
        private final int from;
        private final double[] chance;

        Counts(double mean) {
            PoissonDistribution poisson = PoissonDistribution.of(mean);
            from = poisson.inverseCumulativeProbability(UNSEEN);
            int to = poisson.inverseSurvivalProbability(UNSEEN);
            chance = new double[to - from + 1];
            for (int i = 0; i < chance.length; i++) {
                chance[i] = poisson.probability(from + i);
            }
        }
    }
}
