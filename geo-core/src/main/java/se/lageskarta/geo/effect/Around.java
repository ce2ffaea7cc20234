package se.lageskarta.geo.effect;

/**
 * What happened around a target, for one width of the ring.
 *
 * @param width metres
 * @param ring incidents in the ring
 * @param comparedRing incidents in the ring around the comparison
 * @param whole target and ring together against the comparison, the scatter of {@link FollowUp#SCATTER}
 * @param wholeVerdict what may be said of target and ring together
 * @param displacement the quotient and its parts
 * @param difference target and ring against the comparison and its ring, with a standard error
 */
public record Around(
        double width,
        BeforeAfter ring,
        BeforeAfter comparedRing,
        RelativeEffect whole,
        Verdict wholeVerdict,
        Displacement displacement,
        WeightedDisplacement difference) {
    /**
     * @param years how many times as long the period before is
     */
    static Around of(
            double width,
            BeforeAfter target,
            BeforeAfter ring,
            BeforeAfter compared,
            BeforeAfter comparedRing,
            int years) {
        BeforeAfter whole = new BeforeAfter(target.before() + ring.before(), target.after() + ring.after());
        RelativeEffect effect = RelativeEffect.of(whole, compared, FollowUp.SCATTER);
        return new Around(
                width,
                ring,
                comparedRing,
                effect,
                effect.verdict(whole, compared),
                Displacement.of(yearly(target, years), yearly(compared, years), yearly(ring, years)),
                WeightedDisplacement.of(
                        target, compared, ring, comparedRing, new WeightedDisplacement.Weights(years, 1, 1, 1, 1, 1)));
    }

    private static BeforeAfter yearly(BeforeAfter area, int years) {
        return new BeforeAfter(area.before() / years, area.after());
    }

    /**
     * Why there is no displacement quotient: {@code zero} when the comparison has none in a period, {@code no-success}
     * when the target did not do better than it; empty when there is a quotient.
     */
    public String noQuotient() {
        if (Double.isNaN(displacement.successMeasure())) {
            return "zero";
        }
        return Double.isNaN(displacement.quotient()) ? "no-success" : "";
    }
}
