package se.lageskarta.service.pictures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.PoissonComparison;

/**
 * A period and the same days of up to three earlier years. A year takes part when it is wholly known: the data begin with the
 * month of their first incident and end with their last day; the present period is cut there, and the years before alike.
 *
 * @param periods the present one first, then the earlier ones, latest first; empty when nothing of it is known
 * @param whole false when the data end before the period does
 */
record SamePeriods(List<Days> periods, boolean whole) {
    private static final int MOST_YEARS = 3;
    private static final int MINUTES_A_DAY = 1440;
    /** Where little happens the last days of a month pass without an incident: they are no gap in the data. */
    private static final int QUIET_DAYS = 6;
    /** What may have happened in a longer span has no month. */
    private static final int LONGEST_MINUTES = 31 * MINUTES_A_DAY;

    SamePeriods {
        periods = List.copyOf(periods);
    }

    /** Days, both included. */
    record Days(LocalDate from, LocalDate to) {
        int length() {
            return (int) ChronoUnit.DAYS.between(from, to) + 1;
        }

        private boolean holds(int minute) {
            return minute >= TimeSpan.minuteOf(from.atStartOfDay())
                    && minute < TimeSpan.minuteOf(to.plusDays(1).atStartOfDay());
        }
    }

    /** The days that some incidents cover; null when no time is known. O(n). */
    static @Nullable Days known(List<Incidents> all) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Incidents set : all) {
            for (int i = 0; i < set.size(); i++) {
                if (set.fromMinute()[i] != TimeSpan.UNKNOWN_MINUTE) {
                    first = Math.min(first, set.fromMinute()[i]);
                    last = Math.max(last, set.toMinute()[i] - 1);
                }
            }
        }
        return first > last
                ? null
                : new Days(
                        LocalDate.ofEpochDay(Math.floorDiv(first, MINUTES_A_DAY))
                                .withDayOfMonth(1),
                        LocalDate.ofEpochDay(Math.floorDiv(last, MINUTES_A_DAY)));
    }

    static SamePeriods of(LocalDate from, LocalDate to, @Nullable Days known) {
        List<Days> periods = new ArrayList<>();
        if (known == null || known.to.isBefore(from) || known.from.isAfter(to)) {
            return new SamePeriods(periods, false);
        }
        LocalDate last = to.isAfter(known.to.plusDays(QUIET_DAYS)) ? known.to : to;
        periods.add(new Days(from, last));
        for (int back = 1; back <= MOST_YEARS && !from.minusYears(back).isBefore(known.from); back++) {
            periods.add(new Days(from.minusYears(back), last.minusYears(back)));
        }
        return new SamePeriods(periods, last.equals(to));
    }

    /** The last month that the data cover as a whole; the last one with any data when there is none. */
    static YearMonth lastWhole(Days known) {
        YearMonth last = YearMonth.from(known.to);
        boolean whole = !last.atEndOfMonth().isAfter(known.to.plusDays(QUIET_DAYS));
        return whole || !last.atDay(1).isAfter(known.from) ? last : last.minusMonths(1);
    }

    /** The earlier years, latest first. */
    int[] years() {
        return periods.stream()
                .skip(1)
                .mapToInt(period -> period.from().getYear())
                .toArray();
    }

    int days() {
        return periods.isEmpty() ? 1 : periods.get(0).length();
    }

    int earlierDays() {
        return periods.stream().skip(1).mapToInt(Days::length).sum();
    }

    /** Which period a row belongs to, 0 for the present one; -1 for none. */
    int periodOf(Incidents set, int row) {
        int from = set.fromMinute()[row];
        if (from == TimeSpan.UNKNOWN_MINUTE || set.toMinute()[row] - from > LONGEST_MINUTES) {
            return -1;
        }
        for (int k = 0; k < periods.size(); k++) {
            if (periods.get(k).holds(from)) {
                return k;
            }
        }
        return -1;
    }

    /** Compares what was counted in each period, the present one first. */
    PoissonComparison compare(int[] counts) {
        int[] earlier = java.util.Arrays.copyOfRange(counts, 1, Math.max(1, periods.size()));
        return PoissonComparison.of(counts[0], days(), years(), earlier, earlierDays());
    }
}
