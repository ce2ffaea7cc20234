package se.lageskarta.geo.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.privacy.GateAnswer.Rule;

/**
 * Chooses what {@link ReleaseTable} tells. What the gate refuses beside the history is hidden and the choice made anew, until
 * nothing is refused: each time at least one number more is hidden for good, so it ends.
 */
final class ReleaseComposer {
    private static final int NO_TOTAL = -1;
    /** The total with what has no place, and without. */
    private static final boolean[] TOTALS = {true, false};

    private final ReleasePlan plan;
    private final ShowRule rule;
    private final PlacedIncidents incidents;
    private final List<ToldNumber> history;
    private final Map<CountedSet, ToldNumber> before = new HashMap<>();
    private final int areas;
    private final int series;
    private final List<int[]> rows;
    private final int[] allRows;
    private final CellCount[] counts;
    private final List<CountedSet> cellSets = new ArrayList<>();
    private final List<CountedSet> totalSets = new ArrayList<>();
    private final List<int[]> atoms;
    private final int atomCount;
    /** What the gate has refused, of cells and of the two totals. */
    private final @Nullable WhyHidden[] refusedCells;

    private final @Nullable WhyHidden[] refusedTotals = new WhyHidden[TOTALS.length];

    /** What is told at the moment: null for what is. */
    private @Nullable WhyHidden[] why;

    /** Which of the two totals is told, or {@link #NO_TOTAL}. */
    private int total;

    ReleaseComposer(ReleasePlan plan, PlacedIncidents incidents, List<ToldNumber> history) {
        this.plan = plan;
        this.rule = plan.rule();
        this.incidents = incidents;
        this.history = history;
        history.forEach(number -> before.put(number.over(), number));
        areas = plan.areas().areas().size();
        series = plan.series().size();
        rows = incidents.rowsByArea(areas);
        allRows = rows.stream().flatMapToInt(Arrays::stream).toArray();
        counts = incidents.cells(areas, series);
        IntStream.range(0, counts.length).forEach(cell -> cellSets.add(plan.cell(cell / series, cell % series)));
        for (boolean unplaced : TOTALS) {
            totalSets.add(plan.total(unplaced, 0));
        }
        atoms = AtomClasses.of(Stream.of(history.stream().map(ToldNumber::over), totalSets.stream(), cellSets.stream())
                .flatMap(each -> each)
                .toList());
        atomCount =
                1 + atoms.stream().mapToInt(set -> set[set.length - 1]).max().orElse(0);
        refusedCells = new WhyHidden[counts.length];
        why = new WhyHidden[counts.length];
    }

    ReleaseTable compose(GateAnswer history0) {
        if (!history0.accepted()) {
            Arrays.fill(why, WhyHidden.COMPLEMENTARY);
            total = NO_TOTAL;
            return table(history0);
        }
        do {
            showWhatTheRuleAllows();
            chooseTotal();
            for (int area = 0; area < areas; area++) {
                chooseGroups(area);
            }
        } while (isRefusedBeside());
        return table(history0);
    }

    private void showWhatTheRuleAllows() {
        for (int cell = 0; cell < why.length; cell++) {
            WhyHidden refused = refusedCells[cell];
            why[cell] = refused != null
                    ? refused
                    : isKept(cell) ? null : rule.judge(counts[cell].count(), counts[cell].mostHit());
        }
    }

    private boolean isKept(int cell) {
        return before.containsKey(cellSets.get(cell));
    }

    private void chooseTotal() {
        total = NO_TOTAL;
        for (int each = 0; each < TOTALS.length; each++) {
            if (before.containsKey(totalSets.get(each))) {
                total = each;
                protectToldTotal();
                return;
            }
        }
        if (!plan.totals()) {
            return;
        }
        for (int each = 0; each < TOTALS.length && total == NO_TOTAL; each++) {
            if (totalMayBeTold(each)) {
                total = each;
            }
        }
        int smallest = smallest(IntStream.range(0, areas).map(area -> area * series));
        if (total == NO_TOTAL && smallest >= 0) {
            why[smallest] = WhyHidden.COMPLEMENTARY;
            total = totalMayBeTold(0) ? 0 : totalMayBeTold(1) ? 1 : NO_TOTAL;
            why[smallest] = total == NO_TOTAL ? null : WhyHidden.COMPLEMENTARY;
        }
    }

    /** A total that is out already cannot be dropped: what is new beside it must leave enough. */
    private void protectToldTotal() {
        while (true) {
            CellCount left = rest(total, any -> false);
            int smallest = smallest(IntStream.range(0, areas).map(area -> area * series));
            if (smallest < 0 || rule.leaves(left.count(), left.mostHit())) {
                return;
            }
            why[smallest] = WhyHidden.COMPLEMENTARY;
        }
    }

    private boolean totalMayBeTold(int each) {
        CellCount whole = total(each);
        CellCount left = rest(each, any -> false);
        return refusedTotals[each] == null
                && rule.judge(whole.count(), whole.mostHit()) == null
                && rule.leaves(left.count(), left.mostHit());
    }

    private CellCount total(int each) {
        return incidents.count(allRows, row -> TOTALS[each] || incidents.area(row) >= 0);
    }

    /** What is left of a total beside the areas and groups that are told, and some rows more that are to be told. */
    private CellCount rest(int each, IntPredicate further) {
        return incidents.count(
                allRows, row -> incidents.area(row) < 0 ? TOTALS[each] : !isTold(row) && !further.test(row));
    }

    private boolean isTold(int row) {
        int first = incidents.area(row) * series;
        for (int s = 0; s < series; s++) {
            if (why[first + s] == null && incidents.isIn(row, s)) {
                return true;
            }
        }
        return false;
    }

    /** The told cell with the fewest that was not told before; of those as small, the first; -1 when there is none. */
    private int smallest(IntStream cells) {
        return cells.filter(cell -> why[cell] == null && !isKept(cell))
                .boxed()
                .min(Comparator.comparingInt((Integer cell) -> counts[cell].count())
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(-1);
    }

    private void chooseGroups(int area) {
        if (series == 1) {
            return;
        }
        if (why[area * series] == null) {
            chooseGroupsWithin(area);
        } else if (total != NO_TOTAL) {
            chooseGroupsBeside(area);
        }
    }

    /** What is left of an area beside its groups. */
    private void chooseGroupsWithin(int area) {
        while (true) {
            CellCount left = incidents.count(rows.get(area), row -> !isInToldGroup(row));
            boolean anyTold = left.count() < rows.get(area).length;
            int smallest = smallest(IntStream.range(area * series + 1, (area + 1) * series));
            if (!anyTold || rule.leaves(left.count(), left.mostHit()) || smallest < 0) {
                return;
            }
            why[smallest] = WhyHidden.COMPLEMENTARY;
        }
    }

    private boolean isInToldGroup(int row) {
        for (int s = 1; s < series; s++) {
            if (why[incidents.area(row) * series + s] == null && incidents.isIn(row, s)) {
                return true;
            }
        }
        return false;
    }

    /** Groups of an area whose own number is hidden take something away from what is left of the total. */
    private void chooseGroupsBeside(int area) {
        List<Integer> wanted = IntStream.range(area * series + 1, (area + 1) * series)
                .filter(cell -> why[cell] == null && !isKept(cell))
                .boxed()
                .toList();
        wanted.forEach(cell -> why[cell] = WhyHidden.COMPLEMENTARY);
        for (int cell : largestFirst(wanted)) {
            CellCount left = rest(total, row -> incidents.area(row) == area && incidents.isIn(row, cell % series));
            if (rule.leaves(left.count(), left.mostHit())) {
                why[cell] = null;
            }
        }
    }

    private List<Integer> largestFirst(List<Integer> cells) {
        return cells.stream()
                .sorted(Comparator.comparingInt((Integer cell) -> -counts[cell].count())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Offers what is told to the gate after the history; remembers what it refuses. */
    private boolean isRefusedBeside() {
        NumberForest forest = new NumberForest(rule.least(), atomCount);
        for (int i = 0; i < history.size(); i++) {
            forest.offer(atoms.get(i), history.get(i).value());
        }
        boolean refused = false;
        if (total != NO_TOTAL && !before.containsKey(totalSets.get(total))) {
            Rule broken =
                    forest.offer(atoms.get(history.size() + total), total(total).count());
            refusedTotals[total] = broken == null ? null : hidden(broken);
            refused = broken != null;
        }
        int firstCell = history.size() + TOTALS.length;
        for (boolean groups : new boolean[] {false, true}) {
            List<Integer> told = IntStream.range(0, why.length)
                    .filter(cell -> why[cell] == null && !isKept(cell) && cell % series > 0 == groups)
                    .boxed()
                    .toList();
            for (int cell : largestFirst(told)) {
                Rule broken = forest.offer(atoms.get(firstCell + cell), counts[cell].count());
                if (broken != null) {
                    refusedCells[cell] = hidden(broken);
                    refused = true;
                }
            }
        }
        return refused;
    }

    private static WhyHidden hidden(Rule broken) {
        return switch (broken) {
            case LAMINAR -> WhyHidden.CROSSING;
            case LARGE_ENOUGH -> WhyHidden.FEW;
            case REMAINDER -> WhyHidden.COMPLEMENTARY;
        };
    }

    private ReleaseTable table(GateAnswer refusal) {
        List<ReleaseCell> cells = new ArrayList<>();
        List<ToldNumber> numbers = new ArrayList<>();
        for (int cell = 0; cell < why.length; cell++) {
            String name = plan.areas().areas().get(cell / series).id();
            cells.add(cell(cell / series, cell % series, counts[cell], why[cell], cellSets.get(cell), name, numbers));
        }
        List<ReleaseCell> totals = new ArrayList<>();
        int shownTotal = Math.max(0, total);
        totals.add(cell(
                ReleaseCell.WHOLE,
                0,
                total(shownTotal),
                total == NO_TOTAL ? whyNoTotal() : null,
                totalSets.get(shownTotal),
                "total",
                numbers));
        for (int s = 1; s < series; s++) {
            int each = s;
            CellCount count = incidents.count(allRows, row -> incidents.isIn(row, each));
            WhyHidden whyNot = plan.totals() ? WhyHidden.CROSSING : WhyHidden.NOT_ASKED;
            totals.add(new ReleaseCell(ReleaseCell.WHOLE, s, count.count(), 0, whyNot, false));
        }
        long counted = allRows.length;
        check(numbers);
        return new ReleaseTable(
                cells,
                totals,
                TOTALS[shownTotal],
                rows.get(areas).length,
                incidents.size() - counted,
                numbers,
                refusal);
    }

    private ReleaseCell cell(
            int area,
            int seriesNumber,
            CellCount count,
            @Nullable WhyHidden hidden,
            CountedSet over,
            String place,
            List<ToldNumber> numbers) {
        if (hidden != null) {
            return new ReleaseCell(area, seriesNumber, count.count(), 0, hidden, false);
        }
        ToldNumber kept = before.get(over);
        if (kept != null) {
            return new ReleaseCell(area, seriesNumber, kept.value(), kept.told(), null, true);
        }
        CellKeys noise = plan.noise();
        long told = noise == null ? count.count() : noise.noisy(count.count(), count.keys());
        String name = plan.series().get(seriesNumber).code() + " " + place + " " + plan.from() + "/" + plan.to();
        numbers.add(new ToldNumber(name, over, count.count(), told));
        return new ReleaseCell(area, seriesNumber, count.count(), told, null, false);
    }

    private WhyHidden whyNoTotal() {
        if (!plan.totals()) {
            return WhyHidden.NOT_ASKED;
        }
        WhyHidden refused = refusedTotals[0];
        CellCount whole = total(0);
        WhyHidden small = rule.judge(whole.count(), whole.mostHit());
        return refused != null ? refused : small != null ? small : WhyHidden.COMPLEMENTARY;
    }

    /** The gate itself has the last word. */
    private void check(List<ToldNumber> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        GateAnswer answer = new ReleaseGate(rule.least())
                .judge(AtomClasses.published(
                        Stream.concat(history.stream(), numbers.stream()).toList()));
        if (!answer.accepted()) {
            throw new IllegalStateException("a composed release was refused: " + answer.whyEn());
        }
    }
}
