package se.lageskarta.geo.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a place would do as a comparison, and why.
 *
 * @param candidate the place
 * @param before its incidents in the period before
 * @param metres from the target
 * @param types how alike the mixes of types are, 0 to 1
 * @param correlation of the months before the measure, −1 to 1; null when one does not vary
 * @param trend how target and place changed before the measure, 1 for alike; null when earlier years are not known
 * @param landUse how alike the land use is, 0 to 1; null when not known
 * @param score smaller is better, among places of one grade
 * @param grade the worst of the reasons
 * @param reasons in the order they are told
 */
public record RatedArea(
        ComparisonCandidate candidate,
        int before,
        double metres,
        double types,
        @Nullable Double correlation,
        @Nullable Double trend,
        @Nullable Double landUse,
        double score,
        Grade grade,
        List<Reason> reasons) {
    private static final double GOOD_TIMES = 2;
    private static final double FAIR_TIMES = 4;
    private static final double GOOD_OVERLAP = 0.6;
    private static final double FAIR_OVERLAP = 0.35;
    private static final double GOOD_TREND = 1.5;

    /** How good, the best first. */
    public enum Grade {
        GOOD,
        FAIR,
        POOR,
        /** Must not be used. */
        UNFIT
    }

    /** One thing about it. */
    public record Reason(Grade grade, Said said) {}

    public RatedArea {
        reasons = List.copyOf(reasons);
    }

    static RatedArea of(
            ComparisonCandidate candidate,
            int before,
            double metres,
            double types,
            @Nullable Double correlation,
            @Nullable RelativeEffect trend,
            @Nullable Double landUse,
            double score,
            List<Reason> reasons) {
        Grade worst = reasons.stream().map(Reason::grade).max(Grade::compareTo).orElse(Grade.POOR);
        return new RatedArea(
                candidate,
                before,
                metres,
                types,
                correlation,
                trend == null ? null : trend.ratio(),
                landUse,
                score,
                worst,
                reasons);
    }

    static Reason far(double metres, double least) {
        return metres < least
                ? new Reason(
                        Grade.UNFIT,
                        Said.of(
                                "near",
                                "{0} m bort: närmare än {1} m, så brott kan ha flyttat dit",
                                "{0} m away: nearer than {1} m, so trouble may have moved there",
                                (double) Math.round(metres),
                                least))
                : new Reason(Grade.GOOD, Said.of("far", "{0} m bort", "{0} m away", (double) Math.round(metres)));
    }

    static Reason touched(String measure) {
        return new Reason(
                Grade.UNFIT,
                Said.of(
                        "touched",
                        "en annan åtgärd där i perioden: {0}",
                        "another measure there in the period: {0}",
                        measure));
    }

    static Reason level(int here, int target, int fewest) {
        double times = Math.exp(Math.abs(Math.log((here + 0.5) / (target + 0.5))));
        Grade grade = here < fewest
                ? Grade.UNFIT
                : times <= GOOD_TIMES ? Grade.GOOD : times <= FAIR_TIMES ? Grade.FAIR : Grade.POOR;
        return new Reason(
                grade,
                Said.of(
                        "level",
                        "{0} händelser före, platsen {1}",
                        "{0} incidents before, the place {1}",
                        here,
                        target));
    }

    static Reason types(double overlap) {
        return new Reason(
                grade(overlap), Said.of("types", "{0} % samma brottstyper", "{0}% the same types of crime", (double)
                        Math.round(100 * overlap)));
    }

    /** Whether they changed alike from the years before to the period before. */
    static Reason trend(@Nullable RelativeEffect trend) {
        if (trend == null) {
            return new Reason(
                    Grade.FAIR,
                    new Said("trend-unknown", "utvecklingen före är okänd", "how it changed before is not known"));
        }
        boolean surely = trend.low() > 1 || trend.high() < 1;
        double times = Math.exp(Math.abs(Math.log(trend.ratio())));
        return surely
                ? new Reason(
                        Grade.POOR,
                        new Said(
                                "trend-other",
                                "utvecklades på annat sätt redan före åtgärden",
                                "changed in another way already before the measure"))
                : new Reason(
                        times <= GOOD_TREND ? Grade.GOOD : Grade.FAIR,
                        new Said(
                                "trend",
                                "ingen säker skillnad i utveckling före",
                                "no sure difference in how it changed before"));
    }

    static Reason landUse(@Nullable Double overlap) {
        return overlap == null
                ? new Reason(Grade.GOOD, new Said("use-unknown", "markanvändning ej jämförd", "land use not compared"))
                : new Reason(
                        overlap >= FAIR_OVERLAP ? grade(overlap) : Grade.FAIR,
                        Said.of("use", "{0} % samma markanvändning", "{0}% the same land use", (double)
                                Math.round(100 * overlap)));
    }

    private static Grade grade(double overlap) {
        return overlap >= GOOD_OVERLAP ? Grade.GOOD : overlap >= FAIR_OVERLAP ? Grade.FAIR : Grade.POOR;
    }
}
