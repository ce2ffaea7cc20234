package se.lageskarta.geo.effect;

/**
 * Incidents of one area in two periods, or sums of weights.
 *
 * @param before the period before the measure, 0 or more
 * @param after the period after it, 0 or more
 */
public record BeforeAfter(double before, double after) {
    /** No such area. */
    public static final BeforeAfter NONE = new BeforeAfter(0, 0);

    public BeforeAfter {
        if (!(before >= 0) || !(after >= 0) || Double.isInfinite(before) || Double.isInfinite(after)) {
            throw new IllegalArgumentException("before, after is " + before + ", " + after + ", but must be 0 or more");
        }
    }

    /** After minus before. */
    public double change() {
        return after - before;
    }

    public double sum() {
        return before + after;
    }
}
