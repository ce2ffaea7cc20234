package se.lageskarta.geo.privacy;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to tell.
 *
 * @param dwellings where people live, in the areas' system
 * @param series the first counts all types; at most {@value #MOST_GROUPS} more, no type in two of them
 * @param from first month
 * @param to last month, not before {@code from}
 * @param totals true when the whole municipality is to be told where that gives nothing away
 * @param noise changes counts by at most two; null for exact counts
 */
public record ReleasePlan(
        ReleaseAreas areas,
        Dwellings dwellings,
        List<ReleaseSeries> series,
        YearMonth from,
        YearMonth to,
        ShowRule rule,
        boolean totals,
        @Nullable CellKeys noise) {
    /** Series beside that of all incidents. */
    public static final int MOST_GROUPS = 3;

    public ReleasePlan {
        series = List.copyOf(series);
        if (!areas.crs().equals(dwellings.crs())) {
            throw new IllegalArgumentException(
                    "dwellings are in " + dwellings.crs() + ", but must be in " + areas.crs() + " as the areas");
        }
        if (series.isEmpty() || !series.get(0).types().isEmpty()) {
            throw new IllegalArgumentException("series must begin with one that counts all types");
        }
        if (series.size() > 1 + MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "series are " + series.size() + ", but must be at most " + (1 + MOST_GROUPS));
        }
        Set<String> seen = new HashSet<>();
        for (ReleaseSeries group : series.subList(1, series.size())) {
            if (group.types().isEmpty()) {
                throw new IllegalArgumentException(
                        "series " + group.code() + " has no types, but must have one or more");
            }
            for (String type : group.types()) {
                if (!seen.add(type)) {
                    throw new IllegalArgumentException(
                            "type " + type + " is in two series, but series must be disjoint");
                }
            }
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to is " + to + ", but must not be before " + from);
        }
    }

    /** The cells of an area. @param area its place in the areas */
    CountedSet cell(int area, int seriesNumber) {
        return over(List.of(areas.areas().get(area)), false, seriesNumber);
    }

    /** All areas together. */
    CountedSet total(boolean unplaced, int seriesNumber) {
        return over(areas.areas(), unplaced, seriesNumber);
    }

    private CountedSet over(List<ReleaseArea> counted, boolean unplaced, int seriesNumber) {
        return CountedSet.over(
                counted,
                areas.squareMetres(),
                unplaced,
                from,
                to,
                series.get(seriesNumber).types());
    }
}
