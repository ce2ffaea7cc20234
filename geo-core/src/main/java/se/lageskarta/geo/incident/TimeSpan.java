package se.lageskarta.geo.incident;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * When something happened: wall-clock minutes since 1970-01-01T00:00 at the place, from (included) to
 * (excluded). A known minute is a span of one minute; "sometime in May" is a span of a month.
 *
 * @param fromMinute first minute, {@link #UNKNOWN_MINUTE} when the time is not known at all
 * @param toMinute minute after the last, greater than {@code fromMinute}
 */
public record TimeSpan(int fromMinute, int toMinute) {
    /** Marks a time that is not known. */
    public static final int UNKNOWN_MINUTE = Integer.MIN_VALUE;
    /** A time that is not known. */
    public static final TimeSpan UNKNOWN = new TimeSpan(UNKNOWN_MINUTE, UNKNOWN_MINUTE);

    private static final int MINUTES_A_DAY = 1440;

    public TimeSpan {
        boolean unknown = fromMinute == UNKNOWN_MINUTE && toMinute == UNKNOWN_MINUTE;
        if (!unknown && toMinute <= fromMinute) {
            throw new IllegalArgumentException(
                    "toMinute is " + toMinute + ", but must be greater than fromMinute " + fromMinute);
        }
    }

    public static TimeSpan at(LocalDateTime minute) {
        int from = minuteOf(minute);
        return new TimeSpan(from, from + 1);
    }

    public static TimeSpan on(LocalDate day) {
        int from = minuteOf(day.atStartOfDay());
        return new TimeSpan(from, from + MINUTES_A_DAY);
    }

    public static TimeSpan in(YearMonth month) {
        return new TimeSpan(
                minuteOf(month.atDay(1).atStartOfDay()),
                minuteOf(month.plusMonths(1).atDay(1).atStartOfDay()));
    }

    /** From the first minute given to the second, both included. */
    public static TimeSpan between(LocalDateTime first, LocalDateTime last) {
        return new TimeSpan(minuteOf(first), minuteOf(last) + 1);
    }

    /** Wall-clock minutes since 1970-01-01T00:00. */
    public static int minuteOf(LocalDateTime time) {
        return Math.toIntExact(Math.floorDiv(time.toEpochSecond(ZoneOffset.UTC), 60L));
    }

    /** The wall-clock time of a minute. */
    public static LocalDateTime timeOf(int minute) {
        return LocalDateTime.ofEpochSecond(minute * 60L, 0, ZoneOffset.UTC);
    }

    public boolean isKnown() {
        return fromMinute != UNKNOWN_MINUTE;
    }

    /** True when the hour is known: the span is at most an hour long. */
    public boolean knowsHour() {
        return isKnown() && toMinute - fromMinute <= 60;
    }

    /** True when the day is known: the span lies within one day. */
    public boolean knowsDay() {
        return isKnown() && Math.floorDiv(fromMinute, MINUTES_A_DAY) == Math.floorDiv(toMinute - 1, MINUTES_A_DAY);
    }
}
