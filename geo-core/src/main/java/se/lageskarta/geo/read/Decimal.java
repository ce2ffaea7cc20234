package se.lageskarta.geo.read;

/**
 * Numbers as people and programs write them: {@code 6439031.5}, {@code 6439031,5}, {@code 6 439 031,5} (with plain,
 * hard or narrow spaces between groups of three).
 *
 * <p>Only the digits 0 to 9 count. {@code NaN}, {@code 0x1p3}, {@code 1d}, {@code 1_000}, other scripts' digits and
 * exponents are not numbers here, though {@link Double#parseDouble} and {@link Integer#parseInt} take many of them:
 * in a coordinate column they are always a mistake, and an exponent has lost the metres.
 */
final class Decimal {
    // 18 digits fit a long; 15 or fewer divide exactly by a power of ten that a double holds exactly (Clinger 1990)
    private static final int MAX_EXACT_DIGITS = 15;
    // longer than any coordinate with any sense of precision
    private static final int MAX_LENGTH = 40;
    private static final long ZEROS = 0x3030303030303030L;
    // makes the highest bit of a byte one that is more than nine
    private static final long MORE_THAN_NINE = 0x7676767676767676L;
    private static final long HIGHS = 0x8080808080808080L;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final long[] WHOLE_POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private Decimal() {}

    /** The number, NaN when the text is not one. */
    static double parse(String text) {
        int length = text.length();
        int i = 0;
        boolean negative = false;
        if (i < length && (text.charAt(i) == '-' || text.charAt(i) == '\u2212' || text.charAt(i) == '+')) {
            negative = text.charAt(i) != '+';
            i++;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        boolean spaced = false;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
                if (count > MAX_EXACT_DIGITS) {
                    return slowly(text);
                }
            } else if ((c == '.' || c == ',') && decimals < 0 && count > 0) {
                decimals = 0;
            } else if (isGroupSpace(c) && decimals < 0) {
                spaced = true;
            } else {
                return Double.NaN;
            }
        }
        if (count == 0 || (spaced && !wellGrouped(text))) {
            return Double.NaN;
        }
        double value = decimals > 0 ? digits / POWERS_OF_TEN[decimals] : digits;
        return negative ? -value : value;
    }

    /**
     * The number in a cell of plain digits with at most one point or comma, NaN when it is not as plain as that: then the
     * text may still be a number. Eight digits are read at once.
     *
     * @param text with at least seven more bytes after {@code to}
     * @param decimals how many the column's numbers have, -1 for none and no point: when it is so once more, the number is
     *     read quicker; otherwise it is noted anew
     */
    static double parse(byte[] text, int from, int to, int[] decimals, int column) {
        boolean negative = text[from] == '-';
        int first = negative ? from + 1 : from;
        int usual = decimals[column];
        int point = to - 1 - usual;
        int whole = point - first;
        double value = Double.NaN;
        if (usual > 0 && whole > 0 && whole <= 8 && usual <= 7 && (text[point] == '.' || text[point] == ',')) {
            value = asUsual(text, first, whole, point + 1, usual);
        } else if (usual < 0) {
            value = read(text, first, to, to);
        }
        if (Double.isNaN(value)) {
            int found = point(text, first, to);
            decimals[column] = to - found - 1;
            value = read(text, first, found, to);
        }
        return negative ? -value : value;
    }

    private static double asUsual(byte[] text, int first, int whole, int after, int decimals) {
        int wholeShift = Long.SIZE - (whole << 3);
        int decimalShift = Long.SIZE - (decimals << 3);
        long w = ((long) TextHash.LONGS.get(text, first) ^ ZEROS) << wholeShift;
        long d = ((long) TextHash.LONGS.get(text, after) ^ ZEROS) << decimalShift;
        if (((w + MORE_THAN_NINE | w | d + MORE_THAN_NINE | d) & HIGHS) != 0 || whole + decimals > MAX_EXACT_DIGITS) {
            return Double.NaN;
        }
        return (eight(w) * WHOLE_POWERS_OF_TEN[decimals] + eight(d)) / POWERS_OF_TEN[decimals];
    }

    private static double read(byte[] text, int first, int point, int to) {
        int whole = point - first;
        int decimals = Math.max(0, to - point - 1);
        if (whole < 1 || whole > 8 || decimals > 8 || whole + decimals > MAX_EXACT_DIGITS) {
            return Double.NaN;
        }
        long digits = digits(text, first, whole);
        long after = decimals == 0 ? 0 : digits(text, point + 1, decimals);
        return (digits | after) < 0
                ? Double.NaN
                : (digits * WHOLE_POWERS_OF_TEN[decimals] + after) / POWERS_OF_TEN[decimals];
    }

    /** Where the first point or comma stands, {@code to} when there is none in the first nine bytes. */
    private static int point(byte[] text, int from, int to) {
        // a comma differs from a point in one bit
        long w = ((long) TextHash.LONGS.get(text, from) | 0x0202020202020202L) ^ 0x2E2E2E2E2E2E2E2EL;
        long found = (w - 0x0101010101010101L) & ~w & 0x8080808080808080L;
        int at = from + (Long.numberOfTrailingZeros(found) >>> 3);
        boolean is = found != 0 || (at < to && (text[at] == '.' || text[at] == ','));
        return is ? Math.min(at, to) : to;
    }

    /** Up to eight digits as a number, negative when one of the bytes is no digit. */
    private static long digits(byte[] text, int from, int count) {
        int missing = Long.SIZE - (count << 3);
        long w = (long) TextHash.LONGS.get(text, from) << missing;
        w |= missing == 0 ? 0 : 0x3030303030303030L >>> (count << 3);
        long wrong = (w & 0xF0F0F0F0F0F0F0F0L) ^ 0x3030303030303030L;
        wrong |= ((w + 0x0606060606060606L) & 0xF0F0F0F0F0F0F0F0L) ^ 0x3030303030303030L;
        if (wrong != 0) {
            return -1;
        }
        return eight(w & 0x0F0F0F0F0F0F0F0FL);
    }

    /** The number of eight digits, each a byte, the first one lowest (Lemire 2021). */
    private static long eight(long digits) {
        long pairs = (digits * 2561) >>> 8;
        long fours = ((pairs & 0x00FF00FF00FF00FFL) * 6553601) >>> 16;
        return ((fours & 0x0000FFFF0000FFFFL) * 42949672960001L) >>> 32;
    }

    /** More digits than a double holds: rounds correctly, and refuses what is absurdly long. */
    private static double slowly(String text) {
        if (text.length() > MAX_LENGTH) {
            return Double.NaN;
        }
        StringBuilder plain = new StringBuilder(text.length());
        boolean point = false;
        boolean spaced = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                plain.append(c);
            } else if ((c == '.' || c == ',') && !point) {
                point = true;
                plain.append('.');
            } else if (isGroupSpace(c) && !point) {
                spaced = true;
            } else if (i == 0 && (c == '-' || c == '\u2212')) {
                plain.append('-');
            } else if (i != 0 || c != '+') {
                return Double.NaN;
            }
        }
        return spaced && !wellGrouped(text) ? Double.NaN : Double.parseDouble(plain.toString());
    }

    /** True when each space stands before exactly three digits: {@code 6 439 031}, not {@code 64 39031}. */
    private static boolean wellGrouped(String text) {
        int end = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.' || text.charAt(i) == ',') {
                end = i;
            }
        }
        int sinceSpace = 0;
        boolean seenSpace = false;
        for (int i = 0; i < end; i++) {
            if (isGroupSpace(text.charAt(i))) {
                if (seenSpace ? sinceSpace != 3 : sinceSpace == 0 || sinceSpace > 3) {
                    return false;
                }
                seenSpace = true;
                sinceSpace = 0;
            } else if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                sinceSpace++;
            }
        }
        return sinceSpace == 3;
    }

    private static boolean isGroupSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }
}
