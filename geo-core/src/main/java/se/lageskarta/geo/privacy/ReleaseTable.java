package se.lageskarta.geo.privacy;

import java.util.List;
import se.lageskarta.geo.incident.Incidents;

/**
 * What may be told of incidents: each area and series with its count or the reason why it is hidden.
 *
 * <p>A cell is shown when {@link ShowRule} allows it. Then as few further cells as possible are hidden, the smallest first, so
 * that {@link ReleaseGate} accepts everything together with all that has ever been told, and so that what is left of a told
 * number beside the told numbers within it may itself be shown. The municipality's total is told when it costs at most one
 * cell: first with the incidents that have no place, otherwise without them, otherwise not at all. Totals of single series
 * cross the areas' own numbers and are never told. What was told before keeps its number.
 *
 * <p>It depends on the cells' counts and on how many of each belong to one dwelling, and on nothing else of where incidents
 * are: moving them within an area, from one dwelling to another that was hit as often, changes nothing. The order of
 * rows does not matter.
 *
 * <p>O(n log d + S log s) for n incidents, d dwellings and sets of S squares; seconds for a county. Known limits: hiding as little
 * as possible tells those who know the rule that a hidden cell lies between bounds; which number was smallest is one of
 * them. Dwellings are looked at in this period's incidents alone, so what is left of a number told in an earlier release with
 * other series is judged by its size only.
 *
 * @param cells area by area, in the order of the series
 * @param totals the whole municipality, in the order of the series
 * @param countsUnplaced true when the totals hold the incidents without a place
 * @param unplaced incidents without a place good enough for an area; shown to nobody
 * @param outside incidents outside the border, which do not count
 * @param numbers what is told and was not told before: to be kept for ever once it is published
 * @param refusal accepted, unless what was told before already gives somebody away: then nothing is told
 */
public record ReleaseTable(
        List<ReleaseCell> cells,
        List<ReleaseCell> totals,
        boolean countsUnplaced,
        long unplaced,
        long outside,
        List<ToldNumber> numbers,
        GateAnswer refusal) {
    public ReleaseTable {
        cells = List.copyOf(cells);
        totals = List.copyOf(totals);
        numbers = List.copyOf(numbers);
    }

    /**
     * Makes the table.
     *
     * @param incidents those of the plan's months, in the areas' system, each counted once whatever its weight
     * @param history every number that anybody of the same audience has ever been told
     */
    public static ReleaseTable compose(ReleasePlan plan, Incidents incidents, List<ToldNumber> history) {
        return compose(plan, PlacedIncidents.of(plan, incidents), history);
    }

    static ReleaseTable compose(ReleasePlan plan, PlacedIncidents incidents, List<ToldNumber> history) {
        GateAnswer before = new ReleaseGate(plan.rule().least()).judge(AtomClasses.published(history));
        return new ReleaseComposer(plan, incidents, history).compose(before);
    }

    /** A series in an area. @param area its place in the areas @param series its place in the series */
    public ReleaseCell cell(int area, int series) {
        return cells.get(area * totals.size() + series);
    }

    /** How many incidents of the first series are in areas whose number is told. */
    public long shown() {
        return cells.stream()
                .filter(cell -> cell.series() == 0 && cell.isTold())
                .mapToLong(ReleaseCell::count)
                .sum();
    }

    /** How many incidents of the first series are in any area. */
    public long placed() {
        return cells.stream()
                .filter(cell -> cell.series() == 0)
                .mapToLong(ReleaseCell::count)
                .sum();
    }
}
