package se.lageskarta.geo.tile;

/**
 * Numbers squares so that near ones get near numbers: the bits of y and x take turns (Morton 1966), y first.
 */
final class Morton {
    private static final int DIGIT_BITS = 12;
    private static final int BITS = 60;

    private Morton() {}

    /** For x and y of at most 30 bits. */
    static long of(long x, long y) {
        return spread(x) | spread(y) << 1;
    }

    static long x(long morton) {
        return gather(morton);
    }

    static long y(long morton) {
        return gather(morton >>> 1);
    }

    /** Row numbers in ascending order of their Morton numbers, equal ones ascending: radix sort, O(n). */
    static int[] sortedRows(long[] morton) {
        int n = morton.length;
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        int[] other = new int[n];
        for (int shift = 0; shift < BITS; shift += DIGIT_BITS) {
            int mask = (1 << DIGIT_BITS) - 1;
            int[] start = new int[mask + 2];
            for (long number : morton) {
                start[(int) (number >>> shift & mask) + 1]++;
            }
            for (int digit = 0; digit <= mask; digit++) {
                start[digit + 1] += start[digit];
            }
            for (int i = 0; i < n; i++) {
                other[start[(int) (morton[rows[i]] >>> shift & mask)]++] = rows[i];
            }
            int[] sorted = other;
            other = rows;
            rows = sorted;
        }
        return rows;
    }

    private static long spread(long value) {
        long bits = value & 0x3fffffffL;
        bits = (bits | bits << 16) & 0x0000ffff0000ffffL;
        bits = (bits | bits << 8) & 0x00ff00ff00ff00ffL;
        bits = (bits | bits << 4) & 0x0f0f0f0f0f0f0f0fL;
        bits = (bits | bits << 2) & 0x3333333333333333L;
        return (bits | bits << 1) & 0x5555555555555555L;
    }

    private static long gather(long value) {
        long bits = value & 0x5555555555555555L;
        bits = (bits | bits >>> 1) & 0x3333333333333333L;
        bits = (bits | bits >>> 2) & 0x0f0f0f0f0f0f0f0fL;
        bits = (bits | bits >>> 4) & 0x00ff00ff00ff00ffL;
        bits = (bits | bits >>> 8) & 0x0000ffff0000ffffL;
        return (bits | bits >>> 16) & 0x00000000ffffffffL;
    }
}
