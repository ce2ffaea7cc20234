package se.lageskarta.geo.effect;

import java.util.List;

/**
 * What several follow-ups say together: ln RES weighed by the inverse of its variance, once as if all measures did the
 * same (fixed), once with the variance between measures (DerSimonian &amp; Laird 1986, Controlled Clinical Trials 7).
 *
 * <p>Known limits: below {@link #FEWEST} nothing is said; the variance between measures is poorly known from fewer than
 * ten; measures that were followed up are not a sample of all, and those that seemed to work are followed up more often.
 *
 * @param measures how many
 * @param fixed as if all did the same
 * @param mixed with the variance between measures
 * @param between variance of ln RES between measures, 0 or more
 * @param heterogeneity Cochran's Q, with one degree of freedom fewer than measures
 * @param inconsistency I², part of the variation that is not chance, 0 to 1
 */
public record PooledEffect(
        int measures, Mean fixed, Mean mixed, double between, double heterogeneity, double inconsistency) {
    /** With fewer measures than this, nothing is said. */
    public static final int FEWEST = 3;

    private static final double QUANTILE_95 = 1.959963984540054;

    /**
     * A mean RES with its 95 % interval.
     *
     * @param ratio above 1 when there were fewer than expected
     */
    public record Mean(double ratio, double low, double high) {
        /** By the interval. */
        public Verdict verdict() {
            return low > 1 ? Verdict.DECREASE : high < 1 ? Verdict.INCREASE : Verdict.NO_SURE_CHANGE;
        }
    }

    /** @param effects at least {@link #FEWEST}, of different measures */
    public static PooledEffect of(List<RelativeEffect> effects) {
        if (effects.size() < FEWEST) {
            throw new IllegalArgumentException("effects are " + effects.size() + ", but must be at least " + FEWEST);
        }
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (RelativeEffect effect : effects) {
            double weight = 1 / effect.variance();
            weights += weight;
            squares += weight * weight;
            sum += weight * Math.log(effect.ratio());
        }
        double mean = sum / weights;
        double scattered = 0;
        for (RelativeEffect effect : effects) {
            double off = Math.log(effect.ratio()) - mean;
            scattered += off * off / effect.variance();
        }
        int degrees = effects.size() - 1;
        double between = Math.max(0, (scattered - degrees) / (weights - squares / weights));
        return new PooledEffect(
                effects.size(),
                mean(effects, 0),
                mean(effects, between),
                between,
                scattered,
                scattered == 0 ? 0 : Math.max(0, 1 - degrees / scattered));
    }

    private static Mean mean(List<RelativeEffect> effects, double between) {
        double weights = 0;
        double sum = 0;
        for (RelativeEffect effect : effects) {
            double weight = 1 / (effect.variance() + between);
            weights += weight;
            sum += weight * Math.log(effect.ratio());
        }
        double mean = sum / weights;
        double reach = QUANTILE_95 / Math.sqrt(weights);
        return new Mean(Math.exp(mean), Math.exp(mean - reach), Math.exp(mean + reach));
    }
}
