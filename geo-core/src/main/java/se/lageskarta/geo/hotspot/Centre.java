package se.lageskarta.geo.hotspot;

import java.util.Arrays;

/**
 * Mean of members' coordinates, the same to the last bit whatever their order, and how many of them differ.
 *
 * @param x metres east
 * @param y metres north
 * @param places distinct coordinates
 */
record Centre(double x, double y, int places) {
    static Centre of(double[] x, double[] y) {
        return new Centre(mean(x), mean(y), distinct(x, y));
    }

    private static double mean(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double origin = sorted[0];
        double sum = 0;
        for (double value : sorted) {
            sum += value - origin;
        }
        return origin + sum / sorted.length;
    }

    private static int distinct(double[] x, double[] y) {
        long[] key = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            // 64 bits mixed from 128: two of a million different places meet once in ten million sets
            key[i] = Double.doubleToLongBits(x[i]) * 0x9E3779B97F4A7C15L
                    ^ Long.rotateLeft(Double.doubleToLongBits(y[i]) * 0xC2B2AE3D27D4EB4FL, 31);
        }
        Arrays.sort(key);
        int distinct = 0;
        for (int i = 0; i < key.length; i++) {
            distinct += i == 0 || key[i] != key[i - 1] ? 1 : 0;
        }
        return distinct;
    }
}
