package se.lageskarta.geo.effect;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Weighted displacement difference: incidents fewer at the target than the comparison makes one expect, plus the
 * same for the area next door, with a standard error.
 *
 * <p>{@code WDD = (ΔT − ΔCt) + (ΔD − ΔCd)}, {@code SE = √Σ} of the eight counts, each divided by its weight of time
 * and area beforehand (and its variance by the weight's square). Normal approximation. Source: Wheeler &amp;
 * Ratcliffe (2018), Crime Science 7.
 *
 * <p>Known limits: assumes that without the measure both areas had changed by as many incidents, so they should be
 * equally busy; Poisson counts; not for a handful of incidents.
 *
 * @param local at the target, negative when fewer
 * @param localError its standard error
 * @param displaced next door
 * @param displacedError its standard error
 * @param total their sum
 * @param error its standard error; 0 when there are no incidents at all
 * @param z total by error; NaN when there are no incidents
 */
public record WeightedDisplacement(
        double local,
        double localError,
        double displaced,
        double displacedError,
        double total,
        double error,
        double z) {
    private static final int FEWEST = 5;

    /**
     * What counts are divided by before they are compared.
     *
     * @param beforeTime length of the period before, in any unit
     * @param afterTime length of the period after, in the same unit
     * @param comparison size of the comparison area, in any unit
     * @param target size of the target area, in the same unit
     * @param displacementComparison size of the comparison to the area next door
     * @param displacement size of the area next door
     */
    public record Weights(
            double beforeTime,
            double afterTime,
            double comparison,
            double target,
            double displacementComparison,
            double displacement) {
        /** All the same. */
        public static final Weights EQUAL = new Weights(1, 1, 1, 1, 1, 1);

        public Weights {
            for (double weight :
                    new double[] {beforeTime, afterTime, comparison, target, displacementComparison, displacement}) {
                if (!(weight > 0) || Double.isInfinite(weight)) {
                    throw new IllegalArgumentException("a weight is " + weight + ", but must be greater than 0");
                }
            }
        }
    }

    /** Without an area next door. */
    public static WeightedDisplacement of(BeforeAfter target, BeforeAfter comparison) {
        return of(target, comparison, BeforeAfter.NONE, BeforeAfter.NONE, Weights.EQUAL);
    }

    /**
     * @param displacement the area next door, {@link BeforeAfter#NONE} when there is none
     * @param displacementComparison its comparison, {@link BeforeAfter#NONE} when there is none
     */
    public static WeightedDisplacement of(
            BeforeAfter target,
            BeforeAfter comparison,
            BeforeAfter displacement,
            BeforeAfter displacementComparison,
            Weights weights) {
        double local = change(target, weights, weights.target) - change(comparison, weights, weights.comparison);
        double displaced = change(displacement, weights, weights.displacement)
                - change(displacementComparison, weights, weights.displacementComparison);
        double localVariance =
                variance(target, weights, weights.target) + variance(comparison, weights, weights.comparison);
        double displacedVariance = variance(displacement, weights, weights.displacement)
                + variance(displacementComparison, weights, weights.displacementComparison);
        return of(local, localVariance, displaced, displacedVariance);
    }

    /**
     * Several differences as one, each by its weight, such as kinds of crime by their harm.
     *
     * @param parts at least one
     * @param weight of each, 0 or more
     */
    public static WeightedDisplacement sum(WeightedDisplacement[] parts, double[] weight) {
        if (parts.length == 0 || parts.length != weight.length) {
            throw new IllegalArgumentException("parts, weight have " + parts.length + ", " + weight.length
                    + " values, but must have equally many, at least one");
        }
        double local = 0;
        double localVariance = 0;
        double displaced = 0;
        double displacedVariance = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!(weight[i] >= 0) || Double.isInfinite(weight[i])) {
                throw new IllegalArgumentException("weight is " + weight[i] + ", but must be 0 or more");
            }
            double squared = weight[i] * weight[i];
            local += weight[i] * parts[i].local;
            displaced += weight[i] * parts[i].displaced;
            localVariance += squared * parts[i].localError * parts[i].localError;
            displacedVariance += squared * parts[i].displacedError * parts[i].displacedError;
        }
        return of(local, localVariance, displaced, displacedVariance);
    }

    private static WeightedDisplacement of(
            double local, double localVariance, double displaced, double displacedVariance) {
        double error = Math.sqrt(localVariance + displacedVariance);
        double total = local + displaced;
        return new WeightedDisplacement(
                local,
                Math.sqrt(localVariance),
                displaced,
                Math.sqrt(displacedVariance),
                total,
                error,
                error == 0 ? Double.NaN : total / error);
    }

    private static double change(BeforeAfter area, Weights weights, double size) {
        return area.after() / (weights.afterTime * size) - area.before() / (weights.beforeTime * size);
    }

    private static double variance(BeforeAfter area, Weights weights, double size) {
        double after = weights.afterTime * size;
        double before = weights.beforeTime * size;
        return area.after() / (after * after) + area.before() / (before * before);
    }

    /** Two-sided; 1 when there are no incidents. */
    public double p() {
        return Double.isNaN(z) ? 1 : Math.min(1, 2 * NormalDistribution.of(0, 1).cumulativeProbability(-Math.abs(z)));
    }

    /**
     * Interval of the total.
     *
     * @param confidence such as 0.95
     * @return lower and upper end
     */
    public double[] interval(double confidence) {
        if (!(confidence > 0) || !(confidence < 1)) {
            throw new IllegalArgumentException("confidence is " + confidence + ", but must be between 0 and 1");
        }
        double reach = error * NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        return new double[] {total - reach, total + reach};
    }

    /** By the 95 % interval. */
    public Verdict verdict(BeforeAfter target, BeforeAfter comparison) {
        if (target.sum() < FEWEST && comparison.sum() < FEWEST) {
            return Verdict.TOO_FEW;
        }
        double[] interval = interval(0.95);
        return interval[1] < 0 ? Verdict.DECREASE : interval[0] > 0 ? Verdict.INCREASE : Verdict.NO_SURE_CHANGE;
    }
}
