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
    static final int MAX_EXACT_DIGITS = 15;
    // longer than any coordinate with any sense of precision
    private static final int MAX_LENGTH = 40;
    static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
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
