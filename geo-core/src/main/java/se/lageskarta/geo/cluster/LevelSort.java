package se.lageskarta.geo.cluster;

import java.util.Arrays;

/** Order of numbers that are 0 or more: a stable radix sort of their bits, as many digits as they differ in. */
final class LevelSort {
    private static final int DIGIT = 11;
    private static final int FEW = 2000;

    private LevelSort() {}

    /** Positions in ascending order of value. {@code value} comes back sorted. */
    static int[] order(double[] value) {
        int n = value.length;
        long[] key = new long[n];
        long low = Long.MAX_VALUE;
        long high = 0;
        for (int i = 0; i < n; i++) {
            // adding 0 turns -0 into 0; bits of numbers that are not negative ascend with them
            key[i] = Double.doubleToRawLongBits(value[i] + 0.0);
            low = Math.min(low, key[i]);
            high = Math.max(high, key[i]);
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            key[i] -= low;
            order[i] = i;
        }
        int bits = n == 0 ? 0 : 64 - Long.numberOfLeadingZeros(high - low);
        int[] from = order;
        int[] to = new int[n];
        int digit = n < FEW ? 6 : DIGIT;
        for (int shift = 0; shift < bits; shift += digit) {
            pass(key, from, to, shift, digit);
            int[] swap = from;
            from = to;
            to = swap;
        }
        for (int i = 0; i < n; i++) {
            value[i] = Double.longBitsToDouble(key[from[i]] + low);
        }
        return from;
    }

    private static void pass(long[] key, int[] from, int[] to, int shift, int digit) {
        int mask = (1 << digit) - 1;
        int[] start = new int[mask + 2];
        for (long each : key) {
            start[(int) (each >>> shift & mask) + 1]++;
        }
        if (Arrays.stream(start).max().orElse(0) == key.length) {
            System.arraycopy(from, 0, to, 0, from.length);
            return;
        }
        for (int d = 0; d < mask; d++) {
            start[d + 1] += start[d];
        }
        for (int position : from) {
            to[start[(int) (key[position] >>> shift & mask)]++] = position;
        }
    }
}
