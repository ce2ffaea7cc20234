package se.lageskarta.service.publications;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.publicpage.CountClass;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.publicpage.Words;

/**
 * What a release gives away and what it does not (röjandekontroll), for those who decide about it. Counts are told only of
 * what is shown: hidden ones are nobody's.
 *
 * @param accepted true when the gate lets everything through that is shown
 * @param refusals what the gate stopped, with the way out
 * @param areas every area, also where nothing can be told
 * @param smallest the smallest numbers behind what is shown
 * @param neighbour what somebody would learn who knows of some incidents already
 * @param difference to the release before; null for the first
 * @param guess how often a guess at a household would be right; null when nothing happened at an address
 */
record DisclosureReport(
        LocalDate from,
        LocalDate to,
        boolean noise,
        boolean invented,
        DataVersion dataVersion,
        boolean accepted,
        List<Refusal> refusals,
        Summary summary,
        List<Release.Area> areas,
        List<SeriesReport> series,
        List<CellReport> cells,
        List<Smallest> smallest,
        List<Words> neighbour,
        @Nullable Difference difference,
        @Nullable Guess guess,
        List<NearHome> measuresNearHomes) {
    /**
     * A number that must not be told.
     *
     * @param rule G1, G2 or G3
     * @param text what is wrong
     * @param numbers what they count
     * @param areas ids of the areas they are about
     * @param wayOut what can be done
     * @param published the earlier release that it would be read with; null for none
     */
    record Refusal(
            String rule,
            Words text,
            List<String> numbers,
            List<String> areas,
            Words wayOut,
            @Nullable Earlier published) {}

    /** A release that has been made before. */
    record Earlier(long id, String slug) {}

    /**
     * The whole in figures.
     *
     * @param incidents reported within the period, to the nearest ten
     * @param placed those with a place in an area, to the nearest ten
     * @param shownShare part of the placed that lies in an area whose number is shown, 0 to 1
     */
    record Summary(
            int areas,
            long households,
            int incidents,
            int placed,
            double shownShare,
            int cellsShown,
            Hidden cellsHidden) {}

    /** How many cells are hidden, by reason. */
    record Hidden(int few, int dwelling, int complementary, int crossing) {}

    record SeriesReport(String code, Words name, TotalReport total, int shown, int hidden) {}

    /** @param count null when not told, then with the reason */
    record TotalReport(
            @Nullable Long count,
            @JsonProperty("class") @Nullable CountClass countClass,
            @Nullable String reason) {}

    /**
     * One area and series.
     *
     * @param reason {@code few}, {@code dwelling}, {@code complementary}, {@code crossing} or {@code changed}; null when shown
     */
    record CellReport(
            String area,
            String areaName,
            String series,
            @Nullable Long count,
            @JsonProperty("class") CountClass countClass,
            boolean shown,
            @Nullable String reason) {}

    record Smallest(String area, String areaName, String series, long count) {}

    /** How it differs from the release before; cells only where the classes differ. */
    record Difference(Previous previous, boolean sameAreas, List<ChangedCell> cells, int rose, int fell, int same) {}

    record Previous(long id, String slug, LocalDate from, LocalDate to) {}

    record ChangedCell(String area, String areaName, String series, CountClass before, CountClass now) {}

    /**
     * What a guess is worth.
     *
     * @param worlds how many years were invented
     * @param incidents how many lie at a home, to the nearest ten
     * @param bestGuess how often the best guess is right for the incidents of the release, 0 to 1
     * @param simulated the same in the invented years
     * @param limit what both should stay below
     * @param leastHouseholds the fewest households of an area
     */
    record Guess(
            int worlds,
            int incidents,
            double bestGuess,
            double simulated,
            double limit,
            boolean withinLimit,
            long leastHouseholds,
            Words text) {}

    record NearHome(long id, String name, int metres) {}
}
