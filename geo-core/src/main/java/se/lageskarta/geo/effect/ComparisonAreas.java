package se.lageskarta.geo.effect;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.incident.Incidents;

/**
 * Finds places that would show what had happened without the measure: about as many incidents before, of the same types,
 * that changed alike before it, two widths of the widest ring away, where nothing else was done. The order depends on the
 * data only. "None good enough" is an answer.
 *
 * <p>Known limits: with few incidents nearly all places have changed "alike" as far as anybody can see; places are rated
 * one by one, and a pooled comparison may be better than its parts.
 */
public final class ComparisonAreas {
    private static final int MOST_CELLS = 20;
    private static final double LEAST_CELL = 100;
    private static final double WIDTHS_AWAY = 2;
    private static final int FEWEST = 5;

    private final AreaMonths.Rows rows;
    private final FollowUpDesign design;
    private final boolean trendKnown;
    private final Map<String, Double> targetUse;
    private final int[] targetRows;
    private final Rating target;

    /**
     * @param points of the types asked about, metres
     * @param design its comparison is not looked at
     * @param firstMonth first whole month that there are data of
     * @param targetUse what lies at the target by its share; empty when not known
     */
    public ComparisonAreas(
            Incidents points, FollowUpDesign design, YearMonth firstMonth, Map<String, Double> targetUse) {
        FollowUpWindows windows = design.windows();
        this.design = design;
        this.targetUse = Map.copyOf(targetUse);
        YearMonth round = windows.before(windows.years()).get(0);
        trendKnown = !round.isBefore(firstMonth);
        YearMonth first = trendKnown ? round : windows.firstBefore();
        rows = AreaMonths.rows(points, first, windows.lastAfter());
        targetRows = rows.inside(design.target());
        target = new Rating(targetRows);
    }

    /** How an area stands before the measure. */
    private final class Rating {
        private final int before;
        private final int earlier;
        private final double[] months;
        private final Map<String, Double> types = new TreeMap<>();

        Rating(int[] inside) {
            FollowUpWindows windows = design.windows();
            AreaMonths counted = counted(inside);
            before = counted.of(0, windows.before());
            earlier = trendKnown ? counted.of(0, windows.before(windows.years())) : 0;
            int length = Math.toIntExact(counted.first().until(windows.firstLeftOut(), ChronoUnit.MONTHS));
            months = Arrays.stream(counted.counts()[0])
                    .limit(length)
                    .asDoubleStream()
                    .toArray();
            int sum = 0;
            for (int row : inside) {
                if (rows.month(row) < length) {
                    types.merge(rows.incidents().type(row), 1.0, Double::sum);
                    sum++;
                }
            }
            int all = Math.max(1, sum);
            types.replaceAll((type, count) -> count / all);
        }

        private AreaMonths counted(int[] inside) {
            int[] counts = new int[rows.months()];
            for (int row : inside) {
                counts[rows.month(row)]++;
            }
            return new AreaMonths(firstMonth(), new int[][] {counts});
        }
    }

    private YearMonth firstMonth() {
        FollowUpWindows windows = design.windows();
        return trendKnown ? windows.before(windows.years()).get(0) : windows.firstBefore();
    }

    /** Incidents of the target before the measure. */
    public int targetBefore() {
        return target.before;
    }

    /**
     * Rates candidates.
     *
     * @param touched names of places where another measure was at work in the period, by where: metres
     * @return the best first; those that must not be used last, with the reason
     */
    public List<RatedArea> rate(List<ComparisonCandidate> candidates, Map<String, Geometry> touched) {
        return candidates.stream()
                .map(candidate -> rate(candidate, touched))
                .sorted(Comparator.comparing(RatedArea::grade)
                        .thenComparingDouble(RatedArea::score)
                        .thenComparing(rated -> rated.candidate().id()))
                .toList();
    }

    private RatedArea rate(ComparisonCandidate candidate, Map<String, Geometry> touched) {
        Rating other = new Rating(rows.inside(candidate.area()));
        double metres = candidate.area().distance(design.target());
        List<RatedArea.Reason> reasons = new ArrayList<>();
        reasons.add(RatedArea.far(metres, WIDTHS_AWAY * design.widest()));
        touched.entrySet().stream()
                .filter(each -> each.getValue().distance(candidate.area()) <= 0)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .ifPresent(name -> reasons.add(RatedArea.touched(name)));
        reasons.add(RatedArea.level(other.before, target.before, FEWEST));
        double alike = overlap(target.types, other.types);
        reasons.add(RatedArea.types(alike));
        Double correlation = correlation(target.months, other.months);
        RelativeEffect trend = trendKnown
                ? RelativeEffect.of(
                        new BeforeAfter(
                                target.earlier,
                                target.before / (double) design.windows().years()),
                        new BeforeAfter(
                                other.earlier,
                                other.before / (double) design.windows().years()),
                        FollowUp.SCATTER)
                : null;
        reasons.add(RatedArea.trend(trend));
        Double use =
                targetUse.isEmpty() || candidate.landUse().isEmpty() ? null : overlap(targetUse, candidate.landUse());
        reasons.add(RatedArea.landUse(use));
        double level = Math.abs(Math.log((other.before + 0.5) / (target.before + 0.5)));
        double score = level
                + 2 * (1 - alike)
                + (trend == null ? 0 : Math.abs(Math.log(trend.ratio())))
                + (correlation == null ? 0 : (1 - correlation) / 2)
                + (use == null ? 0 : 1 - use);
        return RatedArea.of(candidate, other.before, metres, alike, correlation, trend, use, score, reasons);
    }

    /** Sum of the lesser shares: 1 when two mixes are the same, 0 when they share nothing. */
    static double overlap(Map<String, Double> one, Map<String, Double> other) {
        double sum = 0;
        for (String key : new TreeSet<>(one.keySet())) {
            sum += Math.min(one.getOrDefault(key, 0.0), other.getOrDefault(key, 0.0));
        }
        return sum;
    }

    /** Pearson's; null when either does not vary. */
    static @Nullable Double correlation(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElse(0);
        double meanOther = Arrays.stream(other).average().orElse(0);
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return squaresOne == 0 || squaresOther == 0 ? null : both / Math.sqrt(squaresOne * squaresOther);
    }

    /**
     * Squares as large as the target that are about as busy, for places that nobody has given a name. They lie on a grid
     * through the origin of the coordinates; those within reach of the measure are left out. The likest first, at most
     * {@value #MOST_CELLS}.
     */
    public List<ComparisonCandidate> cells() {
        double side = Math.max(LEAST_CELL, Math.round(Math.sqrt(design.target().getArea())));
        Map<List<Long>, Integer> counts = new HashMap<>();
        FollowUpWindows windows = design.windows();
        TreeSet<YearMonth> before = new TreeSet<>(windows.before());
        boolean[] counted = new boolean[rows.months()];
        for (int month = 0; month < counted.length; month++) {
            counted[month] = before.contains(firstMonth().plusMonths(month));
        }
        for (int row : rows.all()) {
            if (counted[rows.month(row)]) {
                long column = (long) Math.floor(rows.incidents().x()[row] / side);
                long line = (long) Math.floor(rows.incidents().y()[row] / side);
                counts.merge(List.of(column, line), 1, Integer::sum);
            }
        }
        Geometry reach = design.target().buffer(WIDTHS_AWAY * design.widest());
        return counts.entrySet().stream()
                .filter(cell -> cell.getValue() >= FEWEST)
                .sorted(Comparator.comparingDouble((Map.Entry<List<Long>, Integer> cell) ->
                                Math.abs(Math.log((cell.getValue() + 0.5) / (target.before + 0.5))))
                        .thenComparing(cell -> cell.getKey().get(0))
                        .thenComparing(cell -> cell.getKey().get(1)))
                .map(cell -> cell(cell.getKey(), side))
                .filter(cell -> !cell.area().intersects(reach))
                .limit(MOST_CELLS)
                .toList();
    }

    private ComparisonCandidate cell(List<Long> at, double side) {
        double west = at.get(0) * side;
        double south = at.get(1) * side;
        Geometry square = design.target()
                .getFactory()
                .toGeometry(new Envelope(new Coordinate(west, south), new Coordinate(west + side, south + side)));
        return new ComparisonCandidate(
                "cell:" + Math.round(side) + ":" + at.get(0) + ":" + at.get(1), "cell", "", square, Map.of());
    }
}
