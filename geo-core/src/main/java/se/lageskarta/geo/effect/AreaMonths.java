package se.lageskarta.geo.effect;

import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.index.PointIndex;

/**
 * How many incidents began in each of some areas in each month. A row on an area's edge is inside. Rows of unknown time
 * are nowhere. O(n) once for the index, about 30 bytes a row of the months asked for; then each area costs the rows in
 * its box.
 *
 * @param first the first month
 * @param counts one row of months an area, in the areas' order
 */
public record AreaMonths(YearMonth first, int[][] counts) {
    /** Rows of some months by place, for asking about many areas. */
    public static final class Rows {
        private final Incidents incidents;
        private final YearMonth first;
        private final int[] starts;
        private final int[] rows;
        private final PointIndex index;

        private Rows(Incidents incidents, YearMonth first, int[] starts) {
            this.incidents = incidents;
            this.first = first;
            this.starts = starts;
            int[] chosen = new int[incidents.size()];
            int found = 0;
            for (int row = 0; row < chosen.length; row++) {
                if (month(row) >= 0) {
                    chosen[found++] = row;
                }
            }
            rows = Arrays.copyOf(chosen, found);
            index = PointIndex.of(
                    Arrays.stream(rows).mapToDouble(row -> incidents.x()[row]).toArray(),
                    Arrays.stream(rows).mapToDouble(row -> incidents.y()[row]).toArray());
        }

        /** Row numbers of the incidents inside an area, ascending. */
        public int[] inside(Geometry area) {
            if (area.isEmpty()) {
                return new int[0];
            }
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
            Envelope box = area.getEnvelopeInternal();
            return Arrays.stream(index.within(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()))
                    .map(at -> rows[at])
                    .filter(row -> prepared.covers(area.getFactory()
                            .createPoint(
                                    new Coordinate(incidents.x()[row], incidents.y()[row]))))
                    .toArray();
        }

        /** Number of a row's month from the first; -1 when it lies outside of the months asked for. */
        public int month(int row) {
            int minute = incidents.fromMinute()[row];
            if (minute == TimeSpan.UNKNOWN_MINUTE || minute < starts[0] || minute >= starts[starts.length - 1]) {
                return -1;
            }
            int at = Arrays.binarySearch(starts, minute);
            return at >= 0 ? at : -at - 2;
        }

        public int months() {
            return starts.length - 1;
        }

        Incidents incidents() {
            return incidents;
        }

        /** All rows of these months. */
        int[] all() {
            return rows;
        }

        public AreaMonths count(List<Geometry> areas) {
            int[][] counts = new int[areas.size()][months()];
            for (int area = 0; area < counts.length; area++) {
                for (int row : inside(areas.get(area))) {
                    counts[area][month(row)]++;
                }
            }
            return new AreaMonths(first, counts);
        }
    }

    /**
     * Makes ready to count.
     *
     * @param incidents points in metres
     * @param last the last month, included
     */
    public static Rows rows(Incidents incidents, YearMonth first, YearMonth last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last is " + last + ", but must not be before " + first);
        }
        int months = Math.toIntExact(first.until(last, ChronoUnit.MONTHS)) + 1;
        int[] starts = new int[months + 1];
        for (int i = 0; i <= months; i++) {
            starts[i] = TimeSpan.minuteOf(first.plusMonths(i).atDay(1).atTime(LocalTime.MIDNIGHT));
        }
        return new Rows(incidents, first, starts);
    }

    /** Incidents of an area in one month; 0 outside of the months counted. */
    public int of(int area, YearMonth month) {
        long at = first.until(month, ChronoUnit.MONTHS);
        return at < 0 || at >= counts[area].length ? 0 : counts[area][(int) at];
    }

    /** Incidents of an area in some months together. */
    public int of(int area, List<YearMonth> months) {
        return months.stream().mapToInt(month -> of(area, month)).sum();
    }

    /** Before and after. */
    public BeforeAfter of(int area, FollowUpWindows windows) {
        return new BeforeAfter(of(area, windows.before()), of(area, windows.after()));
    }

    /** Both counted together, such as those of two coordinate systems. */
    public AreaMonths plus(AreaMonths other) {
        if (!first.equals(other.first) || counts.length != other.counts.length) {
            throw new IllegalArgumentException("other begins in " + other.first + " with " + other.counts.length
                    + " areas, but must begin in " + first + " with " + counts.length);
        }
        int[][] sum = new int[counts.length][];
        for (int area = 0; area < sum.length; area++) {
            sum[area] = counts[area].clone();
            for (int month = 0; month < sum[area].length; month++) {
                sum[area][month] += other.counts[area][month];
            }
        }
        return new AreaMonths(first, sum);
    }
}
