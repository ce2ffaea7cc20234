package se.lageskarta.geo.effect;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Relative effect size: how much better the target did than the comparison area (an odds ratio of counts).
 *
 * <p>{@code RES = a·d / (b·c)} with a, b the target before and after, c, d the comparison before and after; above 1
 * the target did better. {@code Var(ln RES) = 1/a + 1/b + 1/c + 1/d}, widened because crime counts scatter more
 * than Poisson's. With a zero among the four, 0.5 is added to all. Source: Farrington, Gill, Waples &amp; Argomaniz
 * (2007), J. Experimental Criminology 3.
 *
 * <p>Known limits: the comparison area must be alike and out of reach of displacement; a target chosen because it
 * peaked falls by itself (regression to the mean); below about 15 incidents before, hardly anything can be shown.
 *
 * @param ratio RES
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param variance of ln RES, widened
 * @param z standard errors of ln RES from 0
 * @param p two-sided
 * @param halfAdded true when 0.5 was added to the counts
 */
public record RelativeEffect(
        double ratio, double low, double high, double variance, double z, double p, boolean halfAdded) {
    /** How much more than Poisson's the counts are taken to scatter. */
    public enum Scatter {
        /** As Poisson's. */
        POISSON,
        /** Each count n by 0.0008 n + 1.2 times its Poisson variance, found in evaluations of crime measures. */
        VARIANCE_BY_MEAN,
        /** Twice Poisson's, a guard. */
        DOUBLE
    }

    private static final double QUANTILE_95 = 1.959963984540054;
    /** Fewer incidents than this before, at the target or in the comparison, show nothing. */
    private static final int FEWEST = 5;

    public static RelativeEffect of(BeforeAfter target, BeforeAfter comparison, Scatter scatter) {
        double[] counts = {target.before(), target.after(), comparison.before(), comparison.after()};
        boolean half = false;
        for (double count : counts) {
            half |= count == 0;
        }
        double variance = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += half ? 0.5 : 0;
            variance += scatter(counts[i], scatter) / counts[i];
        }
        double log = Math.log(counts[0] * counts[3] / (counts[1] * counts[2]));
        double error = Math.sqrt(variance);
        double z = log / error;
        return new RelativeEffect(
                Math.exp(log),
                Math.exp(log - QUANTILE_95 * error),
                Math.exp(log + QUANTILE_95 * error),
                variance,
                z,
                Math.min(1, 2 * NormalDistribution.of(0, 1).cumulativeProbability(-Math.abs(z))),
                half);
    }

    private static double scatter(double count, Scatter scatter) {
        return switch (scatter) {
            case POISSON -> 1;
            case VARIANCE_BY_MEAN -> 0.0008 * count + 1.2;
            case DOUBLE -> 2;
        };
    }

    /** Part of the incidents expected at the target that did not happen; negative when there were more. */
    public double reduction() {
        return 1 - 1 / ratio;
    }

    public Verdict verdict(BeforeAfter target, BeforeAfter comparison) {
        if (target.before() < FEWEST || comparison.before() < FEWEST) {
            return Verdict.TOO_FEW;
        }
        return low > 1 ? Verdict.DECREASE : high < 1 ? Verdict.INCREASE : Verdict.NO_SURE_CHANGE;
    }
}
