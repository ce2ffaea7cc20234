package se.lageskarta.geo.effect;

/**
 * Did the trouble move next door, or did next door gain as well?
 *
 * <p>With R the target, C the comparison and D the displacement area, b before and a after: gross effect
 * {@code GE = Rb − Ra}; net effect {@code NE = Rb/Cb − Ra/Ca}; weighted displacement quotient
 * {@code WDQ = (Da/Ca − Db/Cb) / (Ra/Ca − Rb/Cb)}; total net effect
 * {@code TNE = [Rb (Ca/Cb) − Ra] + [Db (Ca/Cb) − Da]}. Source: Bowers &amp; Johnson (2003), J. Quant. Criminology
 * 19. A quotient above 1: next door gained more than the target; 0 to 1: it gained too; 0: nothing; −1 to 0: some
 * moved; below −1: more moved than was won.
 *
 * <p>Known limits: no interval, so no word about chance: look at {@link WeightedDisplacement} for that; the
 * quotient says something only when the target did better than the comparison ({@link #successMeasure} below 0),
 * and is NaN otherwise.
 *
 * @param grossEffect incidents
 * @param netEffect incidents by incidents of the comparison; NaN when the comparison has none in a period
 * @param successMeasure the quotient's denominator; NaN when the comparison has none in a period
 * @param quotient WDQ; NaN when the target did not do better
 * @param totalNetEffect incidents; NaN when the comparison had none before
 */
public record Displacement(
        double grossEffect, double netEffect, double successMeasure, double quotient, double totalNetEffect) {
    public static Displacement of(BeforeAfter target, BeforeAfter comparison, BeforeAfter displacement) {
        double before = comparison.before();
        double after = comparison.after();
        boolean divides = before > 0 && after > 0;
        double success = divides ? target.after() / after - target.before() / before : Double.NaN;
        double moved = divides ? displacement.after() / after - displacement.before() / before : Double.NaN;
        double expected = before > 0 ? after / before : Double.NaN;
        return new Displacement(
                target.before() - target.after(),
                -success,
                success,
                success < 0 ? moved / success : Double.NaN,
                target.before() * expected - target.after() + displacement.before() * expected - displacement.after());
    }

    /** What the quotient means; {@code none} when it is not given. */
    public String meaning() {
        if (Double.isNaN(quotient)) {
            return "none";
        }
        if (quotient > 1) {
            return "diffusion-exceeds-effect";
        }
        if (quotient > 0) {
            return "diffusion";
        }
        if (quotient == 0) {
            return "neither";
        }
        return quotient >= -1 ? "displacement" : "displacement-erases-effect";
    }
}
