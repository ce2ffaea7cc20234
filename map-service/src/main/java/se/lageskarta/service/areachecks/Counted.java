package se.lageskarta.service.areachecks;

import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.privacy.ReleaseAreas;
import se.lageskarta.geo.stats.Darkness;

/**
 * The incidents of a period that are known to a street or better, each with its planner area: what all numbers of a check are
 * counted from. O(incidents).
 */
final class Counted {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    /** Codes of what happened on the globe but outside every area. */
    private static final int OUTSIDE = ReleaseAreas.NONE;

    /**
     * One incident.
     *
     * @param area place in the planner areas
     * @param dark null when its hour is not known
     */
    record Row(
            int area,
            YearMonth month,
            long dataset,
            String group,
            @Nullable Boolean dark) {}

    private final List<Row> rows;

    private Counted(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * @param sets incidents of the period, one set a working system
     * @param groupOf the group of a type
     */
    static Counted of(List<Incidents> sets, PlannerAreas areas, UnaryOperator<String> groupOf) {
        Point middle = ProjectedGeometry.toLonLat(areas.outlines().get(0), areas.projection())
                .getCentroid();
        Darkness darkness = Darkness.at(middle.getX(), middle.getY(), SWEDEN);
        List<Row> rows = new ArrayList<>();
        for (Incidents set : sets) {
            double[] x = set.x();
            double[] y = set.y();
            if (!set.crs().equals(areas.crs())) {
                x = x.clone();
                y = y.clone();
                Projection.of(set.crs()).toLonLat(x, y, 0, x.length, x, y);
                areas.projection().fromLonLat(x, y, 0, x.length, x, y);
            }
            for (int i = 0; i < set.size(); i++) {
                int area = Double.isFinite(x[i]) ? areas.areas().areaAt(x[i], y[i]) : OUTSIDE;
                TimeSpan time = set.time(i);
                if (area != OUTSIDE && time.isKnown()) {
                    YearMonth month = YearMonth.from(TimeSpan.timeOf(time.fromMinute()));
                    Boolean dark = time.knowsHour()
                            ? darkness.isDark(time.fromMinute() + (time.toMinute() - time.fromMinute()) / 2)
                            : null;
                    rows.add(new Row(area, month, set.dataset(i), groupOf.apply(set.type(i)), dark));
                }
            }
        }
        return new Counted(rows);
    }

    /** For tests and what is composed of parts. */
    static Counted ofRows(List<Row> rows) {
        return new Counted(List.copyOf(rows));
    }

    /** Counts of each group of one block in each area that has any. */
    Map<Integer, Map<String, Integer>> in(Block block, Set<Integer> areas) {
        Map<Integer, Map<String, Integer>> counts = new TreeMap<>();
        for (Row row : rows) {
            if (areas.contains(row.area)
                    && !row.month.isBefore(block.from())
                    && !row.month.isAfter(block.to())
                    && block.datasets().contains(row.dataset)) {
                counts.computeIfAbsent(row.area, unused -> new TreeMap<>()).merge(row.group, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How many there are in each area. */
    int[] perArea(int areas) {
        int[] counts = new int[areas];
        rows.forEach(row -> counts[row.area]++);
        return counts;
    }

    /** Those of some areas. */
    Counted within(Set<Integer> areas) {
        return new Counted(rows.stream().filter(row -> areas.contains(row.area)).toList());
    }

    int size() {
        return rows.size();
    }

    /** How many of each group. */
    Map<String, Integer> groups() {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.group, 1, Integer::sum));
        return counts;
    }

    /** Winter (December to February), spring, summer, autumn. */
    int[] seasons() {
        int[] counts = new int[4];
        rows.forEach(row -> counts[season(row.month.getMonth())]++);
        return counts;
    }

    /** How many have a known hour. */
    int timed() {
        return (int) rows.stream().filter(row -> row.dark != null).count();
    }

    /** How many of those happened in the dark. */
    int dark() {
        return (int) rows.stream().filter(row -> Boolean.TRUE.equals(row.dark)).count();
    }

    int during(YearMonth from, YearMonth to) {
        return (int) rows.stream()
                .filter(row -> !row.month.isBefore(from) && !row.month.isAfter(to))
                .count();
    }

    private static int season(Month month) {
        return month.getValue() % 12 / 3;
    }
}
