package se.lageskarta.geo.read;

/**
 * Dates and times in the form that files mostly have, straight from their bytes: {@code 2024-03-05},
 * {@code 2024-03-05 14:30}, {@code 2024-03-05T14:30:00} and {@code 14:30}. Whatever else a cell may say is left to
 * {@link DateCells} and {@link TimeCells}, whose answers for these are the same.
 */
final class IsoDates {
    /** Not of this form, or not within the limits: to be looked at more closely. */
    static final long UNSURE = Long.MIN_VALUE;

    private static final int DAY_LENGTH = 10;
    private static final int MINUTE_LENGTH = 16;
    private static final int SECOND_LENGTH = 19;
    private static final int MINUTES_A_DAY = 1440;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    private static final int DAYS_TO_1970 = 719_162;

    private IsoDates() {}

    /** The first minute and the minute after the last, as {@link #first} and {@link #after} take them apart. */
    static long read(byte[] b, int from, int to) {
        int length = to - from;
        if ((length != DAY_LENGTH && length != MINUTE_LENGTH && length != SECOND_LENGTH)
                || b[from + 4] != '-'
                || b[from + 7] != '-') {
            return UNSURE;
        }
        int year = two(b, from) * 100 + two(b, from + 2);
        int month = two(b, from + 5);
        int day = two(b, from + 8);
        if (year < DateCells.FIRST_YEAR || year > DateCells.LAST_YEAR || month < 1 || month > 12 || day < 1) {
            return UNSURE;
        }
        boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        int leapDay = leap && month > 2 ? 1 : 0;
        int last = DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1] + (leap && month == 2 ? 1 : 0);
        if (day > last) {
            return UNSURE;
        }
        int before = year - 1;
        int days = before * 365 + before / 4 - before / 100 + before / 400 - DAYS_TO_1970;
        int midnight = (days + DAYS_BEFORE_MONTH[month - 1] + leapDay + day - 1) * MINUTES_A_DAY;
        if (length == DAY_LENGTH) {
            return span(midnight, MINUTES_A_DAY);
        }
        byte between = b[from + DAY_LENGTH];
        long minute = between == 'T' || between == ' ' ? clock(b, from + DAY_LENGTH + 1, to) : UNSURE;
        return minute == UNSURE ? UNSURE : span(midnight + (int) minute, 1);
    }

    /** Minutes since midnight of {@code 14:30} or {@code 14:30:00}, before 24:00. */
    static long clock(byte[] b, int from, int to) {
        int length = to - from;
        boolean seconds = length == 8;
        if ((length != 5 && !seconds) || b[from + 2] != ':' || (seconds && b[from + 5] != ':')) {
            return UNSURE;
        }
        int hour = two(b, from);
        int minute = two(b, from + 3);
        int second = seconds ? two(b, from + 6) : 0;
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return valid ? hour * 60 + minute : UNSURE;
    }

    static long span(int fromMinute, int minutes) {
        return (long) fromMinute << Integer.SIZE | ((fromMinute + minutes) & 0xFFFF_FFFFL);
    }

    static int first(long span) {
        return (int) (span >> Integer.SIZE);
    }

    static int after(long span) {
        return (int) span;
    }

    /** The two digits as a number, far below zero when they are none. */
    private static int two(byte[] b, int at) {
        int tens = b[at] - '0';
        int ones = b[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
    }
}
