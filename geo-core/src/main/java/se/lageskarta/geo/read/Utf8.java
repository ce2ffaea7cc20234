package se.lageskarta.geo.read;

/** Well-formed UTF-8 (Unicode 15, table 3-7) and the blanks in it. */
final class Utf8 {
    private static final long HIGHS = 0x8080808080808080L;

    private Utf8() {}

    /**
     * True when this is UTF-8 of letters of one or two bytes only; looks at eight bytes at once.
     *
     * @param bytes with at least seven more after {@code to}
     */
    static boolean isShort(byte[] bytes, int from, int to) {
        long carry = 0;
        for (int at = from; at < to; at += Long.BYTES) {
            long w = (long) TextHash.LONGS.get(bytes, at);
            int left = to - at;
            if (left < Long.BYTES) {
                w &= (1L << (left << 3)) - 1;
            }
            long high = w & HIGHS;
            if ((high | carry) == 0) {
                continue;
            }
            long following = high & ~(w << 1);
            long leading = high & (w << 1) & ~(w << 2);
            // a leading byte with nothing in these bits is C0 or C1
            long used = (w << 3 | w << 4 | w << 5 | w << 6) & HIGHS;
            boolean formed = (following | leading) == high && (leading << 8 | carry) == following;
            if (!formed || (leading & ~used) != 0) {
                return false;
            }
            carry = leading >>> 56;
        }
        return carry == 0;
    }

    /** Length of the well-formed sequence of two bytes or more that begins here, 0 when there is none. */
    static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return at + 1 < to && isContinuation(bytes[at + 1]) ? 2 : 0;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            if (at + 2 >= to || !isContinuation(bytes[at + 1]) || !isContinuation(bytes[at + 2])) {
                return 0;
            }
            int second = bytes[at + 1] & 0xFF;
            boolean tooShort = lead == 0xE0 && second < 0xA0;
            boolean surrogate = lead == 0xED && second >= 0xA0;
            return tooShort || surrogate ? 0 : 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? four(bytes, at, to, lead) : 0;
    }

    private static int four(byte[] bytes, int at, int to, int lead) {
        for (int i = 1; i <= 3; i++) {
            if (at + i >= to || !isContinuation(bytes[at + i])) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90) ? 0 : 4;
    }

    /** Number of bytes of the blank that begins here, 0 when it is none; as {@link CsvRows#isBlank}. */
    static int blankAt(byte[] bytes, int at, int to) {
        int b = bytes[at];
        if (b >= 0) {
            return b <= ' ' ? 1 : 0;
        }
        int length = Math.min(3, to - at);
        return b == (byte) 0xC2 && length >= 2 && bytes[at + 1] == (byte) 0xA0
                ? 2
                : length == 3 && isLongBlank(bytes, at) ? 3 : 0;
    }

    /** Number of bytes of the blank that ends here, 0 when it is none. */
    static int blankBefore(byte[] bytes, int from, int end) {
        int b = bytes[end - 1];
        if (b >= 0) {
            return b <= ' ' ? 1 : 0;
        }
        if (b == (byte) 0xA0 && end - 2 >= from && bytes[end - 2] == (byte) 0xC2) {
            return 2;
        }
        return end - 3 >= from && isLongBlank(bytes, end - 3) ? 3 : 0;
    }

    /** True when these bytes, which are UTF-8, hold the mark for a letter that is lost, U+FFFD. */
    static boolean hasLostLetter(byte[] bytes, int from, int to) {
        for (int i = from; i + 2 < to; i++) {
            if (bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] == (byte) 0xBD) {
                return true;
            }
        }
        return false;
    }

    // U+202F, U+200B, U+FEFF
    private static boolean isLongBlank(byte[] bytes, int at) {
        int letter = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
        return letter == 0xE280AF || letter == 0xE2808B || letter == 0xEFBBBF;
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
