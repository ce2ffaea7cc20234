package se.lageskarta.service.followups;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.effect.PooledEffect;
import tools.jackson.databind.JsonNode;

/**
 * A follow-up with all that it was made of: as it is answered, frozen and printed.
 *
 * @param years how many years before are counted together in each {@link Counts#before}
 * @param seed of the search for hotspots to compare with; the rest has no chance in it
 * @param dataHash a mark of the incidents in the areas and months, equal when they are
 * @param version of the program
 * @param invented true when data or measure are made up
 * @param masked true when small counts were left out for who may not see them
 */
record FollowUpAnswer(
        About measure,
        Chosen parameters,
        Windows windows,
        Verdict verdict,
        int years,
        Counts target,
        Counts compared,
        List<Estimate> estimates,
        List<Width> around,
        Peak peak,
        List<Month> months,
        List<Note> notes,
        List<Place> comparison,
        JsonNode area,
        List<JsonNode> rings,
        Survey survey,
        String dataHash,
        long seed,
        String version,
        boolean invented,
        boolean masked) {
    /** The measure as it was then. */
    record About(
            long id,
            long version,
            String code,
            String title,
            String owner,
            String status,
            @Nullable LocalDate doneOn) {}

    /**
     * What it was made with.
     *
     * @param chosenBy {@code automatic} or {@code people}: who picked the comparison; {@code none} when there is none
     */
    record Chosen(
            int months,
            int years,
            int leftOut,
            double reach,
            List<Double> widths,
            List<String> types,
            List<Source> datasets,
            List<String> comparison,
            String chosenBy) {}

    record Source(long id, String name, long revision) {}

    /** Months such as 2025-06. */
    record Windows(List<String> before, List<String> leftOut, List<String> after, String dataFrom, String dataTo) {}

    /** @param code decrease, increase, no-sure-change, too-few or not-compared; least and most part fewer by the interval */
    record Verdict(
            String code,
            String sv,
            String en,
            String sentenceSv,
            String sentenceEn,
            @Nullable Double least,
            @Nullable Double most) {}

    /** Incidents before and after; null where they are hidden. */
    record Counts(@Nullable Integer before, @Nullable Integer after) {}

    record Estimate(String scatter, double ratio, double low, double high, double p, boolean halfAdded) {}

    /** @param noQuotient why there is no wdq: zero or no-success; empty when there is one */
    record Width(
            double width,
            Counts ring,
            Counts comparedRing,
            double ratio,
            double low,
            double high,
            String verdict,
            @Nullable Double wdq,
            String noQuotient,
            String meaning,
            @Nullable Double tne,
            double grossEffect,
            @Nullable Double netEffect,
            double wdd,
            double wddLow,
            double wddHigh,
            double wddError,
            double wddLocal,
            double wddDisplaced,
            double p) {}

    record Peak(int before, @Nullable Double earlier, int rounds, double p, double fallsBack, boolean isPeak) {}

    record Month(String month, String window, int target, int compared, List<Integer> rings) {}

    /** @param field the field it belongs to; empty for the whole */
    record Note(String code, String field, String sv, String en) {}

    record Place(
            String id,
            String kind,
            String name,
            int before,
            double metres,
            double types,
            @Nullable Double correlation,
            @Nullable Double trend,
            @Nullable Double landUse,
            String grade,
            boolean chosen,
            List<Note> reasons,
            JsonNode area) {}

    /** @param status none, too-few, no-sure-change, decrease or increase */
    record Survey(
            String status,
            String sv,
            String en,
            @Nullable Wave before,
            @Nullable Wave after,
            @Nullable Double low,
            @Nullable Double high) {}

    record Wave(
            int respondents,
            int unsafeHere,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** The estimate that the verdict goes by; null when there is none. */
    @Nullable
    Estimate estimate() {
        return estimates.stream()
                .filter(each -> each.scatter().equals("variance-by-mean"))
                .findFirst()
                .orElse(null);
    }

    /** How it counts among others: too few to be pooled when the verdict says so. */
    boolean isPooled() {
        return estimate() != null && !verdict.code().equals("too-few");
    }

    static final int FEWEST_POOLED = PooledEffect.FEWEST;
}
