package se.lageskarta.geo.stats;

import java.util.OptionalDouble;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * Weekday by hour when many times are known only as "between then and then": each incident counts 1, spread
 * evenly over the minutes in which it can have happened.
 *
 * <p>A burglary between Friday 18:00 and Saturday 06:00 gives a twelfth to each of those hours. Source: Ratcliffe
 * (2000), Int. J. Geographical Information Science 14. Spans longer than a week say nothing about weekday or hour
 * and are counted as unknown. O(rows · hours of their spans).
 *
 * <p>Known limits: times are wall-clock minutes, so the hour that the clocks skip or repeat counts as any other;
 * spreading evenly hides a peak inside long spans, so look at {@code exact} beside it.
 *
 * @param weight 7 rows, Monday first, of 24 hours; their sum is {@code known}
 * @param known incidents that take part
 * @param exact those of them whose hour is known
 * @param unknown incidents without a time, or with a span longer than a week
 */
public record AoristicWeek(double[][] weight, int known, int exact, int unknown) {
    private static final int MINUTES_A_DAY = 1440;
    private static final int LONGEST_MINUTES = 7 * MINUTES_A_DAY;
    private static final int DARK_STEP_MINUTES = 15;
    /** 1970-01-01 was a Thursday. */
    private static final int THURSDAY = 3;

    public static AoristicWeek of(Incidents incidents, int[] rows) {
        double[][] weight = new double[7][24];
        int known = 0;
        int exact = 0;
        for (int row : rows) {
            TimeSpan time = incidents.time(row);
            if (isUsable(time)) {
                known++;
                exact += time.knowsHour() ? 1 : 0;
                spread(weight, time.fromMinute(), time.toMinute());
            }
        }
        return new AoristicWeek(weight, known, exact, rows.length - known);
    }

    /**
     * Part of the incidents that happened in the dark, each by the dark part of its span; empty when fewer than
     * {@link WeekHour#TOO_FEW} have a span of a week or less.
     */
    public static OptionalDouble darkShare(Incidents incidents, int[] rows, Darkness darkness) {
        double dark = 0;
        int known = 0;
        for (int row : rows) {
            TimeSpan time = incidents.time(row);
            if (isUsable(time)) {
                known++;
                dark += darkPart(time, darkness);
            }
        }
        return known < WeekHour.TOO_FEW ? OptionalDouble.empty() : OptionalDouble.of(dark / known);
    }

    private static double darkPart(TimeSpan time, Darkness darkness) {
        int minutes = time.toMinute() - time.fromMinute();
        int steps = Math.max(1, minutes / DARK_STEP_MINUTES);
        int dark = 0;
        for (int step = 0; step < steps; step++) {
            dark += darkness.isDark(time.fromMinute() + (int) ((step + 0.5) * minutes / steps)) ? 1 : 0;
        }
        return (double) dark / steps;
    }

    private static boolean isUsable(TimeSpan time) {
        return time.isKnown() && time.toMinute() - time.fromMinute() <= LONGEST_MINUTES;
    }

    private static void spread(double[][] weight, int from, int to) {
        double minute = 1.0 / (to - from);
        int at = from;
        while (at < to) {
            int endOfHour = Math.min(to, Math.floorDiv(at, 60) * 60 + 60);
            int day = Math.floorMod(Math.floorDiv(at, MINUTES_A_DAY) + THURSDAY, 7);
            weight[day][Math.floorMod(at, MINUTES_A_DAY) / 60] += (endOfHour - at) * minute;
            at = endOfHour;
        }
    }

    /** Incidents by hour of the day, all weekdays together. */
    public double[] hours() {
        double[] hours = new double[24];
        for (double[] day : weight) {
            for (int hour = 0; hour < 24; hour++) {
                hours[hour] += day[hour];
            }
        }
        return hours;
    }

    public boolean isTooFew() {
        return known < WeekHour.TOO_FEW;
    }
}
