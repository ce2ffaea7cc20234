package se.lageskarta.geo.read;

import java.time.YearMonth;

/**
 * Dates and times in the form that files mostly have, straight from their bytes, eight at a time: {@code 2024-03-05},
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
    private static final long HIGHS = 0x8080808080808080L;
    // the signs of a form, and what makes a byte too large when it is more than the form's digit, or no such sign
    private static final long DATE_SIGNS = signs("0000-00-");
    private static final long DATE_LIMITS = limits("9999-19-");
    private static final long CLOCK_SIGNS = signs("00T00:00");
    private static final long CLOCK_LIMITS = limits("39T29:59");
    private static final long SECOND_SIGNS = signs(":00");
    private static final long SECOND_LIMITS = limits(":59");
    private static final long SECOND_MASK = 0xFF_FFFFL;
    private static final long DAY_MASK = 0xFFFFL;
    // ten times each digit and the next one
    private static final long PAIRS = 10 << Byte.SIZE | 1;

    private static final int LENGTH_BITS = 5;

    /** For each month from the first year on: days since 1970 before it, and in the lowest bits its length. */
    private static final int[] MONTHS = new int[(DateCells.LAST_YEAR - DateCells.FIRST_YEAR + 1) * 12];

    static {
        for (int i = 0; i < MONTHS.length; i++) {
            YearMonth month = YearMonth.of(DateCells.FIRST_YEAR, 1).plusMonths(i);
            MONTHS[i] = (int) month.atDay(1).toEpochDay() << LENGTH_BITS | month.lengthOfMonth();
        }
    }

    private IsoDates() {}

    /**
     * The first minute and the minute after the last, as {@link #first} and {@link #after} take them apart.
     *
     * @param b with at least fourteen more bytes after {@code to}
     */
    static long read(byte[] b, int from, int to) {
        int length = to - from;
        boolean onlyDay = length == DAY_LENGTH;
        if (!onlyDay && length != MINUTE_LENGTH && length != SECOND_LENGTH) {
            return UNSURE;
        }
        long date = (long) TextHash.LONGS.get(b, from) ^ DATE_SIGNS;
        long rest = (long) TextHash.LONGS.get(b, from + Long.BYTES) ^ CLOCK_SIGNS;
        if (b[from + DAY_LENGTH] == ' ') {
            rest ^= (long) ('T' ^ ' ') << 16;
        }
        rest &= onlyDay ? DAY_MASK : -1;
        long bad = date + DATE_LIMITS | date | rest + CLOCK_LIMITS | rest;
        if (length == SECOND_LENGTH) {
            long second = ((long) TextHash.LONGS.get(b, from + MINUTE_LENGTH) ^ SECOND_SIGNS) & SECOND_MASK;
            bad |= second + SECOND_LIMITS | second;
        }
        long dates = date * PAIRS;
        long clocks = rest * PAIRS;
        int month = pair(dates, 5);
        int index = (pair(dates, 0) * 100 + pair(dates, 2) - DateCells.FIRST_YEAR) * 12 + month - 1;
        int hour = pair(clocks, 3);
        if ((bad & HIGHS) != 0 || month < 1 || month > 12 || hour >= 24 || index < 0 || index >= MONTHS.length) {
            return UNSURE;
        }
        int day = pair(clocks, 0);
        int days = MONTHS[index];
        if (day < 1 || day > (days & (1 << LENGTH_BITS) - 1)) {
            return UNSURE;
        }
        int midnight = ((days >> LENGTH_BITS) + day - 1) * MINUTES_A_DAY;
        return onlyDay ? span(midnight, MINUTES_A_DAY) : span(midnight + hour * 60 + pair(clocks, 6), 1);
    }

    /** Minutes since midnight of {@code 14:30} or {@code 14:30:00}, before 24:00. */
    static long clock(byte[] b, int from, int to) {
        int length = to - from;
        boolean seconds = length == 8;
        if ((length != 5 && !seconds) || b[from + 2] != ':' || (seconds && !isSeconds(b, from + 5))) {
            return UNSURE;
        }
        int hour = two(b, from);
        int minute = two(b, from + 3);
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? hour * 60 + minute : UNSURE;
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

    private static boolean isSeconds(byte[] b, int at) {
        int second = two(b, at + 1);
        return b[at] == ':' && second >= 0 && second < 60;
    }

    /** The two digits as a number, far below zero when they are none. */
    private static int two(byte[] b, int at) {
        int tens = b[at] - '0';
        int ones = b[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
    }

    /** The number that two digits make, of which the first stands there. */
    private static int pair(long pairs, int at) {
        return (int) (pairs >>> (at + 1 << 3)) & 0xFF;
    }

    private static long signs(String form) {
        long signs = 0;
        for (int i = 0; i < form.length(); i++) {
            signs |= (long) form.charAt(i) << (i << 3);
        }
        return signs;
    }

    private static long limits(String form) {
        long limits = 0;
        for (int i = 0; i < form.length(); i++) {
            char most = form.charAt(i);
            limits |= (most >= '0' && most <= '9' ? 0x7F - (most - '0') : 0x7FL) << (i << 3);
        }
        return limits;
    }
}
