package se.lageskarta.geo.cluster;

/** Whether points lie on the same spot. */
final class Coincident {
    private static final int FEW = 12;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private Coincident() {}

    /** True when two of the points share coordinates. Compares all pairs of a few; hashes many. */
    static boolean any(double[] x, double[] y, int from, int to) {
        if (to - from > FEW) {
            return anyOfMany(x, y, from, to);
        }
        for (int i = from + 1; i < to; i++) {
            double px = x[i];
            for (int k = from; k < i; k++) {
                if (x[k] == px && y[k] == y[i]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Linear probing over twice to four times as many slots as points. */
    private static boolean anyOfMany(double[] x, double[] y, int from, int to) {
        int bits = 33 - Integer.numberOfLeadingZeros(to - from);
        int[] slot = new int[1 << bits];
        int mask = slot.length - 1;
        for (int i = from; i < to; i++) {
            // adding 0 turns -0 into 0
            long hash = (Double.doubleToRawLongBits(x[i] + 0.0) * 31 + Double.doubleToRawLongBits(y[i] + 0.0)) * MIX;
            int at = (int) (hash >>> 64 - bits);
            while (slot[at] != 0) {
                int other = from + slot[at] - 1;
                if (x[other] == x[i] && y[other] == y[i]) {
                    return true;
                }
                at = at + 1 & mask;
            }
            slot[at] = i - from + 1;
        }
        return false;
    }

    /** Number of different spots among sorted points. */
    static int distinct(double[] x, double[] y, int from, int to) {
        int distinct = 1;
        for (int i = from + 1; i < to; i++) {
            distinct += x[i] != x[i - 1] || y[i] != y[i - 1] ? 1 : 0;
        }
        return distinct;
    }
}
