package se.lageskarta.geo.hotspot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.index.PointIndex;
import se.lageskarta.geo.stats.PoissonComparison;

/**
 * Counts a hotspot's outline now and in the same period of up to three years before, by the same rule: every
 * incident of the filter placed inside counts, member or not.
 *
 * <p>A year takes part when it is wholly known: the data begin with the month of their first incident and end
 * with their last day; the present period is cut there, and the years before are cut alike.
 */
public final class EarlierYears {
    private static final int MOST_YEARS = 3;
    /** Between parts of a street: fine enough to tell which half of it an outline holds. */
    private static final double STEP_METRES = 25;

    private static final int MINUTES_A_DAY = 1440;

    private final int[] year;
    private final int[] fromMinute;
    private final int[] toMinute;
    private final int days;
    private final int earlierDays;
    private final @Nullable PointIndex index;
    private final SpreadPlaces places;
    private final int[] minute;

    private EarlierYears(Incidents all, List<LocalDate[]> periods) {
        int years = Math.max(0, periods.size() - 1);
        year = new int[years];
        fromMinute = new int[periods.size()];
        toMinute = new int[periods.size()];
        int earlier = 0;
        for (int k = 0; k < periods.size(); k++) {
            LocalDate[] period = periods.get(k);
            fromMinute[k] = TimeSpan.minuteOf(period[0].atStartOfDay());
            toMinute[k] = TimeSpan.minuteOf(period[1].plusDays(1).atStartOfDay());
            if (k > 0) {
                year[k - 1] = period[0].getYear();
                earlier += daysOf(period);
            }
        }
        days = periods.isEmpty() ? 1 : daysOf(periods.get(0));
        earlierDays = earlier;
        int[] rows = years < 1 ? new int[0] : rowsInPeriods(all);
        Incidents counted = all.select(rows);
        places = SpreadPlaces.of(counted, STEP_METRES);
        minute = counted.fromMinute();
        index = years < 1 ? null : PointIndex.of(places.x(), places.y());
    }

    /**
     * @param all incidents of all time that the filter's types and datasets let through
     * @param period the present period
     */
    public static EarlierYears of(Incidents all, IncidentFilter period) {
        return new EarlierYears(all, periods(all, period));
    }

    /**
     * @param outline metres in the system of the incidents
     * @param members present count when no earlier year is known; otherwise what lies inside is counted
     */
    public PoissonComparison compare(Geometry outline, int members) {
        if (index == null) {
            return PoissonComparison.of(members, days, new int[0], new int[0], 0);
        }
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(outline);
        Envelope box = outline.getEnvelopeInternal();
        IntStream.Builder inside = IntStream.builder();
        index.forEachWithin(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), piece -> {
            if (area.locate(new Coordinate(places.x()[piece], places.y()[piece])) != Location.EXTERIOR) {
                inside.add(piece);
            }
        });
        int[] count = new int[fromMinute.length];
        for (int row : places.rowsOf(inside.build().toArray())) {
            for (int k = 0; k < count.length; k++) {
                count[k] += minute[row] >= fromMinute[k] && minute[row] < toMinute[k] ? 1 : 0;
            }
        }
        return PoissonComparison.of(count[0], days, year, Arrays.copyOfRange(count, 1, count.length), earlierDays);
    }

    /** The same question about the period a year before; null when that year is not wholly known. */
    @Nullable
    IncidentFilter yearBefore(IncidentFilter period) {
        return year.length == 0
                ? null
                : period.during(
                        TimeSpan.timeOf(fromMinute[1]).toLocalDate(),
                        TimeSpan.timeOf(toMinute[1]).toLocalDate().minusDays(1));
    }

    private int[] rowsInPeriods(Incidents all) {
        int[] rows = new int[all.size()];
        int found = 0;
        for (int i = 0; i < rows.length; i++) {
            int at = all.fromMinute()[i];
            if (at >= fromMinute[fromMinute.length - 1] && at < toMinute[0] && (all.isPoint(i) || all.isSpread(i))) {
                rows[found++] = i;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    /** The present period and the earlier ones, latest first; empty when the present one has no bound. */
    private static List<LocalDate[]> periods(Incidents all, IncidentFilter period) {
        List<LocalDate[]> periods = new ArrayList<>();
        LocalDate from = period.from();
        LocalDate[] known = knownDays(all);
        if (from == null || known.length == 0) {
            return periods;
        }
        LocalDate to = period.to();
        LocalDate last = to == null || to.isAfter(known[1]) ? known[1] : to;
        if (last.isBefore(from)) {
            return periods;
        }
        periods.add(new LocalDate[] {from, last});
        for (int back = 1; back <= MOST_YEARS; back++) {
            LocalDate begin = from.minusYears(back);
            // a period longer than a year would count days twice
            if (begin.isBefore(known[0]) || !last.minusYears(1).isBefore(from)) {
                break;
            }
            periods.add(new LocalDate[] {begin, last.minusYears(back)});
        }
        return periods;
    }

    private static LocalDate[] knownDays(Incidents all) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < all.size(); i++) {
            if (all.fromMinute()[i] != TimeSpan.UNKNOWN_MINUTE) {
                first = Math.min(first, all.fromMinute()[i]);
                last = Math.max(last, all.toMinute()[i] - 1);
            }
        }
        if (first > last) {
            return new LocalDate[0];
        }
        return new LocalDate[] {
            LocalDate.ofEpochDay(Math.floorDiv(first, MINUTES_A_DAY)).withDayOfMonth(1),
            LocalDate.ofEpochDay(Math.floorDiv(last, MINUTES_A_DAY))
        };
    }

    private static int daysOf(LocalDate[] period) {
        return (int) ChronoUnit.DAYS.between(period[0], period[1]) + 1;
    }
}
