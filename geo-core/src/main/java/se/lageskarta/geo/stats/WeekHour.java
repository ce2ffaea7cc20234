package se.lageskarta.geo.stats;

import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * Weekday by hour of those incidents whose hour is known (a span of at most one hour; it counts for the hour
 * it begins in).
 *
 * @param count 7 rows, Monday first, of 24 hours
 * @param known how many incidents that is
 */
public record WeekHour(int[][] count, int known) {
    /** Below this many incidents a pattern is not worth drawing. */
    public static final int TOO_FEW = 20;

    private static final int MINUTES_A_DAY = 1440;
    /** 1970-01-01 was a Thursday. */
    private static final int THURSDAY = 3;

    public static WeekHour of(Incidents incidents, int[] rows) {
        int[][] count = new int[7][24];
        int known = 0;
        for (int row : rows) {
            int from = incidents.fromMinute()[row];
            if (from != TimeSpan.UNKNOWN_MINUTE && incidents.toMinute()[row] - from <= 60) {
                int day = Math.floorDiv(from, MINUTES_A_DAY);
                count[Math.floorMod(day + THURSDAY, 7)][Math.floorMod(from, MINUTES_A_DAY) / 60]++;
                known++;
            }
        }
        return new WeekHour(count, known);
    }

    /** Incidents by weekday, Monday first, of those whose day is known. */
    public static int[] weekdays(Incidents incidents, int[] rows) {
        int[] weekdays = new int[7];
        for (int row : rows) {
            TimeSpan time = incidents.time(row);
            if (time.knowsDay()) {
                weekdays[Math.floorMod(Math.floorDiv(time.fromMinute(), MINUTES_A_DAY) + THURSDAY, 7)]++;
            }
        }
        return weekdays;
    }

    public boolean isTooFew() {
        return known < TOO_FEW;
    }
}
