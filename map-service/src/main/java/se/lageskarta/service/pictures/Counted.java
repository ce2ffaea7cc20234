package se.lageskarta.service.pictures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.stats.TwoCounts;
import se.lageskarta.service.evidence.Mask;

/**
 * A count against what the same period of earlier years lets expect. Numbers keep no more digits than they deserve; what is
 * null is unknown, or hidden from who looks.
 *
 * @param count how many now
 * @param expected how many by the earlier years
 * @param low least count that chance alone explains, 95 %
 * @param high greatest such count
 * @param p two-sided exact probability
 * @param eTest the same by the E-test (Krishnamoorthy &amp; Thomson 2004); null where days are not known
 * @param status new, growing, persistent, fading, gone, too-few, no-history, or hidden
 * @param years the earlier years, latest first
 */
record Counted(
        @Nullable Integer count,
        @Nullable Double expected,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double p,
        @Nullable Double eTest,
        String status,
        List<YearCount> years) {
    /** A count that is not shown. */
    static final Counted HIDDEN = new Counted(null, null, null, null, null, null, "hidden", List.of());

    Counted {
        years = List.copyOf(years);
    }

    /** How many in a year; null when hidden. */
    record YearCount(int year, @Nullable Integer count) {}

    static Counted of(PoissonComparison made) {
        return told(made, null);
    }

    /** With the E-test, which needs how long each period was. */
    static Counted of(PoissonComparison made, SamePeriods periods) {
        int before = java.util.Arrays.stream(made.counts()).sum();
        Double eTest = made.years().length == 0
                ? null
                : rounded(
                        TwoCounts.of(made.count(), periods.days(), before, periods.earlierDays())
                                .eTestP(),
                        6);
        return told(made, eTest);
    }

    /** A count without a comparison. */
    static Counted alone(int count) {
        return new Counted(count, null, null, null, null, null, "no-history", List.of());
    }

    private static Counted told(PoissonComparison made, @Nullable Double eTest) {
        List<YearCount> years = new ArrayList<>();
        for (int i = 0; i < made.years().length; i++) {
            years.add(new YearCount(made.years()[i], made.counts()[i]));
        }
        return new Counted(
                made.count(),
                rounded(made.expected(), 2),
                rounded(made.low(), 2),
                rounded(made.high(), 2),
                rounded(made.p(), 6),
                eTest,
                made.status().code(),
                years);
    }

    /** The same to the nearest five, without counts below that, and without what gives the exact ones away. */
    Counted masked() {
        if (count != null && count < Mask.LEAST) {
            return HIDDEN;
        }
        int[] counts = years.stream()
                .mapToInt(year -> year.count() == null ? 0 : year.count())
                .toArray();
        @Nullable
        Integer[] shown = Mask.about(counts, java.util.Arrays.stream(counts).sum());
        List<YearCount> kept = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            kept.add(new YearCount(years.get(i).year(), shown[i]));
        }
        return new Counted(Mask.about(count), whole(expected), whole(low), whole(high), null, null, status, kept);
    }

    private static @Nullable Double whole(@Nullable Double number) {
        return number == null ? null : Double.valueOf(Math.rint(number));
    }

    /** True when an exact test says that it is another rate than before. */
    boolean isSure() {
        return List.of("new", "growing", "fading", "gone").contains(status);
    }

    /** A number with so many decimals; null when it is not finite. */
    static @Nullable Double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Double.isFinite(value) ? Double.valueOf(Math.rint(value * scale) / scale) : null;
    }
}
