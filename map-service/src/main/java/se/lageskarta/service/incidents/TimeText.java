package se.lageskarta.service.incidents;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * How a time span is written: first and last moment, both included, no finer than it is known.
 *
 * @param precision {@code minute}, {@code day}, {@code month}, {@code span} or {@code unknown}
 * @param from such as 2026-01-31T23:05 or 2026-01-31; null when unknown
 * @param to likewise
 */
record TimeText(
        String precision, @Nullable String from, @Nullable String to) {
    static final TimeText UNKNOWN = new TimeText("unknown", null, null);

    private static final int MINUTES_A_DAY = 1440;

    static TimeText of(int fromMinute, int toMinute) {
        if (fromMinute == TimeSpan.UNKNOWN_MINUTE) {
            return UNKNOWN;
        }
        LocalDateTime from = TimeSpan.timeOf(fromMinute);
        LocalDateTime to = TimeSpan.timeOf(toMinute - 1);
        if (toMinute - fromMinute <= 1) {
            return new TimeText("minute", from.toString(), from.toString());
        }
        boolean wholeDays =
                Math.floorMod(fromMinute, MINUTES_A_DAY) == 0 && Math.floorMod(toMinute, MINUTES_A_DAY) == 0;
        if (!wholeDays) {
            return new TimeText("span", from.toString(), to.toString());
        }
        String precision = "span";
        if (toMinute - fromMinute == MINUTES_A_DAY) {
            precision = "day";
        } else if (from.getDayOfMonth() == 1
                && to.toLocalDate().equals(from.toLocalDate().plusMonths(1).minusDays(1))) {
            precision = "month";
        }
        return new TimeText(
                precision, from.toLocalDate().toString(), to.toLocalDate().toString());
    }
}
