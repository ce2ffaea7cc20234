package se.lageskarta.geo.stats;

import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * Incidents month by month, months without any included, from the first to the last month that has one. A
 * span counts for the month it begins in; one longer than 31 days says nothing about the month and is
 * counted as unknown.
 *
 * @param first first month; null when no month is known
 * @param count incidents of each month from {@code first} on
 * @param unknown incidents whose month is not known
 */
public record MonthBars(@Nullable YearMonth first, int[] count, int unknown) {
    private static final int LONGEST_MONTH_MINUTES = 31 * 1440;
    private static final int MINUTES_A_DAY = 1440;

    public static MonthBars of(Incidents incidents) {
        int[] months = new int[incidents.size()];
        for (int row = 0; row < months.length; row++) {
            months[row] = monthOf(incidents, row);
        }
        return ofMonths(months);
    }

    public static MonthBars of(Incidents incidents, int[] rows) {
        int[] months = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            months[i] = monthOf(incidents, rows[i]);
        }
        return ofMonths(months);
    }

    /** Month {@code i} after {@link #first()}. */
    public YearMonth month(int i) {
        if (first == null) {
            throw new IllegalArgumentException("i is " + i + ", but there are no months");
        }
        return first.plusMonths(i);
    }

    /** @param months months since year 0 (year · 12 + month − 1), {@link Integer#MIN_VALUE} when not known */
    static MonthBars ofMonths(int[] months) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int month : months) {
            if (month != Integer.MIN_VALUE) {
                low = Math.min(low, month);
                high = Math.max(high, month);
            }
        }
        if (low > high) {
            return new MonthBars(null, new int[0], months.length);
        }
        int[] count = new int[high - low + 1];
        int unknown = 0;
        for (int month : months) {
            if (month == Integer.MIN_VALUE) {
                unknown++;
            } else {
                count[month - low]++;
            }
        }
        return new MonthBars(YearMonth.of(Math.floorDiv(low, 12), Math.floorMod(low, 12) + 1), count, unknown);
    }

    private static int monthOf(Incidents incidents, int row) {
        int from = incidents.fromMinute()[row];
        if (from == TimeSpan.UNKNOWN_MINUTE || incidents.toMinute()[row] - from > LONGEST_MONTH_MINUTES) {
            return Integer.MIN_VALUE;
        }
        return monthOfDay(Math.floorDiv(from, MINUTES_A_DAY));
    }

    /**
     * Months since year 0 of a day since 1970-01-01, without making an object of it: the civil calendar with
     * the year beginning in March (Howard Hinnant, chrono-compatible low-level date algorithms).
     */
    static int monthOfDay(int day) {
        int shifted = day + 719468;
        int era = Math.floorDiv(shifted, 146097);
        int dayOfEra = shifted - era * 146097;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        return (yearOfEra + era * 400) * 12 + monthFromMarch + 2;
    }

    @Override
    public String toString() {
        return first + " " + Arrays.toString(count) + ", unknown " + unknown;
    }
}
