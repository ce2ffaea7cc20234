package se.lageskarta.geo.read;

/**
 * Numbers of one column, straight from their bytes, eight digits at a time. Most numbers of a column have as many
 * decimals as the one before; such a number is checked and read without a look for its point.
 *
 * <p>Plain digits with at most one point or comma and a minus; whatever else a cell may say is left to
 * {@link Decimal#parse}, whose answers for these are the same.
 */
final class DecimalColumn {
    private static final long ZEROS = 0x3030303030303030L;
    // makes the highest bit of a byte one that is more than nine
    private static final long MORE_THAN_NINE = 0x7676767676767676L;
    private static final long HIGHS = 0x8080808080808080L;

    // with eight digits before the point no more than divide exactly
    private static final int MOST_USUAL_DECIMALS = Decimal.MAX_EXACT_DIGITS - Long.BYTES;

    private static final long[] WHOLE_POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    // of the usual number; nowhere until there is one with decimals
    private int pointFromEnd = Integer.MAX_VALUE / 2;
    private int shift;
    private long scale;
    private double power;

    /**
     * The number, NaN when the cell is not as plain as that: then it may still be a number.
     *
     * @param text with at least seven more bytes after {@code to}
     */
    double read(byte[] text, int from, int to) {
        int point = to - pointFromEnd;
        int whole = point - from;
        if (whole - 1 >>> 3 != 0 || (text[point] | 2) != '.') {
            return otherwise(text, from, to);
        }
        long w = ((long) TextHash.LONGS.get(text, from) ^ ZEROS) << -(whole << 3);
        long d = ((long) TextHash.LONGS.get(text, point + 1) ^ ZEROS) << shift;
        if (((w + MORE_THAN_NINE | w | d + MORE_THAN_NINE | d) & HIGHS) != 0) {
            return otherwise(text, from, to);
        }
        return (eight(w) * scale + eight(d)) / power;
    }

    private double otherwise(byte[] text, int from, int to) {
        boolean negative = text[from] == '-';
        int first = negative ? from + 1 : from;
        int point = point(text, first, to);
        int whole = point - first;
        int decimals = Math.max(0, to - point - 1);
        if (whole < 1 || whole > 8 || decimals > 8 || whole + decimals > Decimal.MAX_EXACT_DIGITS) {
            return Double.NaN;
        }
        if (decimals > 0 && decimals <= MOST_USUAL_DECIMALS) {
            pointFromEnd = decimals + 1;
            shift = -(decimals << 3);
            scale = WHOLE_POWERS_OF_TEN[decimals];
            power = Decimal.POWERS_OF_TEN[decimals];
        }
        long digits = digits(text, first, whole);
        long after = decimals == 0 ? 0 : digits(text, point + 1, decimals);
        if ((digits | after) < 0) {
            return Double.NaN;
        }
        double value = (digits * WHOLE_POWERS_OF_TEN[decimals] + after) / Decimal.POWERS_OF_TEN[decimals];
        return negative ? -value : value;
    }

    /** Where the first point or comma stands, {@code to} when there is none in the first nine bytes. */
    private static int point(byte[] text, int from, int to) {
        // a comma differs from a point in one bit
        long w = ((long) TextHash.LONGS.get(text, from) | 0x0202020202020202L) ^ 0x2E2E2E2E2E2E2E2EL;
        long found = (w - 0x0101010101010101L) & ~w & HIGHS;
        int at = from + (Long.numberOfTrailingZeros(found) >>> 3);
        boolean is = found != 0 || (at < to && (text[at] == '.' || text[at] == ','));
        return is ? Math.min(at, to) : to;
    }

    /** Up to eight digits as a number, negative when one of the bytes is no digit. */
    private static long digits(byte[] text, int from, int count) {
        long w = ((long) TextHash.LONGS.get(text, from) ^ ZEROS) << -(count << 3);
        return ((w + MORE_THAN_NINE | w) & HIGHS) == 0 ? eight(w) : -1;
    }

    /** The number of eight digits, each a byte, the first one lowest (Lemire 2021). */
    private static long eight(long digits) {
        long pairs = (digits * 2561) >>> 8;
        long fours = ((pairs & 0x00FF00FF00FF00FFL) * 6553601) >>> 16;
        return ((fours & 0x0000FFFF0000FFFFL) * 42949672960001L) >>> 32;
    }
}
