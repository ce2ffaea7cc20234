package se.lageskarta.geo.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of day as they are written: {@code 21:30}, {@code 21.30}, {@code 2130}, {@code kl. 21:30}, {@code 21:30:05},
 * {@code 24:00}, and Excel's fraction of a day {@code 0,4375}.
 */
final class TimeCells {
    /** Nobody said when. */
    static final int NOT_TOLD = -1;
    /** Something is written that is not a time of day. */
    static final int UNREADABLE = -2;

    private static final int MINUTES_A_DAY = 1440;
    private static final Pattern CLOCK =
            Pattern.compile("(?:[Kk]l\\.? ?)?([0-9]{1,2})(?:[:.]([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?)?");
    private static final Pattern FOUR_DIGITS = Pattern.compile("([0-9]{2})([0-9]{2})");
    private static final Pattern DAY_FRACTION = Pattern.compile("0[.,][0-9]{1,17}");
    private static final Pattern NOT_KNOWN = Pattern.compile("(?i)ok[aä]nd?t?|saknas|unknown|n/?a|-+");

    private TimeCells() {}

    /** Minutes since midnight, 0 to 1440; {@link #NOT_TOLD} or {@link #UNREADABLE} otherwise. */
    static int minuteOf(String cell) {
        String text = cell.strip();
        if (text.isEmpty() || NOT_KNOWN.matcher(text).matches()) {
            return NOT_TOLD;
        }
        if (DAY_FRACTION.matcher(text).matches()) {
            return (int) Math.round(Decimal.parse(text) * MINUTES_A_DAY);
        }
        Matcher digits = FOUR_DIGITS.matcher(text);
        if (digits.matches()) {
            return minute(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2)), 0);
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches() || (clock.group(2) == null && Character.isDigit(text.charAt(0)))) {
            return UNREADABLE;
        }
        return minute(number(clock.group(1)), number(clock.group(2)), number(clock.group(3)));
    }

    private static int minute(int hour, int minute, int second) {
        boolean endOfDay = hour == 24 && minute == 0 && second == 0;
        return endOfDay || (hour < 24 && minute < 60 && second < 60) ? hour * 60 + minute : UNREADABLE;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
