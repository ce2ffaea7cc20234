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
    // what makes a byte too large when it is more than the digit 9, or more than 0 where a sign must stand
    private static final long DATE_LIMITS = limits("0000-00-");
    private static final long DATE_SIGNS = signs("0000-00-");
    private static final long CLOCK_LIMITS = limits("00T00:00");
    private static final long CLOCK_SIGNS = signs("00T00:00");
    private static final long DAY_MASK = 0xFFFFL;

    /** Days since 1970 before each month from the first year on, and its length. */
    private static final int[] DAYS_BEFORE = new int[(DateCells.LAST_YEAR - DateCells.FIRST_YEAR + 1) * 12];

    private static final byte[] DAYS_IN = new byte[DAYS_BEFORE.length];

    static {
        for (int i = 0; i < DAYS_IN.length; i++) {
            YearMonth month = YearMonth.of(DateCells.FIRST_YEAR, 1).plusMonths(i);
            DAYS_BEFORE[i] = (int) month.atDay(1).toEpochDay();
            DAYS_IN[i] = (byte) month.lengthOfMonth();
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
        if (((date + DATE_LIMITS | date | rest + CLOCK_LIMITS | rest) & HIGHS) != 0) {
            return UNSURE;
        }
        int year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
        int month = digit(date, 5) * 10 + digit(date, 6);
        int day = digit(rest, 0) * 10 + digit(rest, 1);
        int index = (year - DateCells.FIRST_YEAR) * 12 + month - 1;
        if (month < 1 || month > 12 || index < 0 || index >= DAYS_IN.length || day < 1 || day > DAYS_IN[index]) {
            return UNSURE;
        }
        int midnight = (DAYS_BEFORE[index] + day - 1) * MINUTES_A_DAY;
        if (onlyDay) {
            return span(midnight, MINUTES_A_DAY);
        }
        int hour = digit(rest, 3) * 10 + digit(rest, 4);
        int minute = digit(rest, 6) * 10 + digit(rest, 7);
        boolean valid = hour < 24 && minute < 60 && (length == MINUTE_LENGTH || isSeconds(b, from + MINUTE_LENGTH));
        return valid ? span(midnight + hour * 60 + minute, 1) : UNSURE;
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

    private static int digit(long digits, int at) {
        return (int) (digits >>> (at << 3)) & 15;
    }

    private static long signs(String form) {
        long signs = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            signs |= (long) form.charAt(i) << (i << 3);
        }
        return signs;
    }

    private static long limits(String form) {
        long limits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            limits |= (form.charAt(i) == '0' ? 0x7F - 9 : 0x7FL) << (i << 3);
        }
        return limits;
    }
}
