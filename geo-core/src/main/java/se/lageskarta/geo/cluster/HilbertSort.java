package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows sorted along a Hilbert curve and packed into distinct places. Stretches that one square of the curve
 * cannot tell apart are sorted again along a finer curve of their own, so a stray point far away does not
 * spoil the order of the rest. Coincident rows stay ascending. Source of the curve: Hilbert (1891); its
 * table-free step follows Warren (2012), Hacker's Delight, 16-2. Peak 28 bytes a row.
 */
final class HilbertSort {
    /** The Earth's circumference is 4e7 m; boxes in single precision end at 3e38. */
    private static final double LONGEST = 1e30;

    private static final int BITS = 16;
    private static final int SIDE = (1 << BITS) - 1;
    private static final int DIGIT = 11;
    private static final int SHORT = 12;
    /** Fewer rows than this sort faster by comparing. */
    private static final int FEW = 3000;

    final double width;
    final double height;
    final int[] row;
    final int @Nullable [] rowStart;
    final double[] x;
    final double[] y;

    HilbertSort(double[] rowX, double[] rowY) {
        int n = rowX.length;
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(rowX[i]) || !Double.isFinite(rowY[i])) {
                throw new IllegalArgumentException(
                        "x, y is " + rowX[i] + ", " + rowY[i] + " in row " + i + ", but must be finite metres");
            }
            minX = Math.min(minX, rowX[i]);
            maxX = Math.max(maxX, rowX[i]);
            minY = Math.min(minY, rowY[i]);
            maxY = Math.max(maxY, rowY[i]);
        }
        width = n == 0 ? 0 : maxX - minX;
        height = n == 0 ? 0 : maxY - minY;
        if (!(Math.max(width, height) <= LONGEST)) {
            throw new IllegalArgumentException(
                    "the extent of x, y is " + Math.max(width, height) + " m, but must be at most " + LONGEST + " m");
        }
        row = IntStream.range(0, n).toArray();
        sort(rowX, rowY, 0, n);
        int places = 0;
        for (int i = 0; i < n; i++) {
            places += startsPlace(rowX, rowY, i) ? 1 : 0;
        }
        x = new double[places];
        y = new double[places];
        rowStart = places == n ? null : new int[places + 1];
        pack(rowX, rowY);
    }

    private boolean startsPlace(double[] rowX, double[] rowY, int i) {
        return i == 0 || rowX[row[i]] != rowX[row[i - 1]] || rowY[row[i]] != rowY[row[i - 1]];
    }

    private void pack(double[] rowX, double[] rowY) {
        int place = 0;
        for (int i = 0; i < row.length; i++) {
            if (startsPlace(rowX, rowY, i)) {
                x[place] = rowX[row[i]];
                y[place] = rowY[row[i]];
                if (rowStart != null) {
                    rowStart[place] = i;
                }
                place++;
            }
        }
        if (rowStart != null) {
            rowStart[place] = row.length;
        }
    }

    /** Sorts {@code row[from..to)} along the curve of its own box. */
    private void sort(double[] rowX, double[] rowY, int from, int to) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            minX = Math.min(minX, rowX[row[i]]);
            maxX = Math.max(maxX, rowX[row[i]]);
            minY = Math.min(minY, rowY[row[i]]);
            maxY = Math.max(maxY, rowY[row[i]]);
        }
        double longest = Math.max(maxX - minX, maxY - minY);
        if (!(longest > 0)) {
            Arrays.sort(row, from, to);
            return;
        }
        double perSquare = SIDE / longest;
        if (Double.isInfinite(perSquare)) {
            sortShort(rowX, rowY, from, to);
            return;
        }
        double cornerX = minX;
        double cornerY = minY;
        long[] key = new long[to - from];
        IntStream.range(0, (key.length + 8191) / 8192).parallel().forEach(chunk -> {
            for (int i = chunk * 8192; i < Math.min(key.length, (chunk + 1) * 8192); i++) {
                int at = row[from + i];
                int column = (int) ((rowX[at] - cornerX) * perSquare);
                int line = (int) ((rowY[at] - cornerY) * perSquare);
                key[i] = (long) alongCurve(column, line) << 32 | at;
            }
        });
        long[] sorted = key.length < FEW ? key : bySquare(key);
        if (key.length < FEW) {
            Arrays.sort(key);
        }
        for (int i = 0; i < sorted.length; i++) {
            row[from + i] = (int) sorted[i];
        }
        sortWithinSquares(rowX, rowY, sorted, from);
    }

    private void sortWithinSquares(double[] rowX, double[] rowY, long[] sorted, int from) {
        int begin = 0;
        while (begin < sorted.length) {
            int end = begin + 1;
            while (end < sorted.length && sorted[end] >>> 32 == sorted[begin] >>> 32) {
                end++;
            }
            if (end - begin > SHORT) {
                sort(rowX, rowY, from + begin, from + end);
            } else if (end - begin > 1) {
                sortShort(rowX, rowY, from + begin, from + end);
            }
            begin = end;
        }
    }

    /** By x, then y, then row: insertion, for a handful. */
    private void sortShort(double[] rowX, double[] rowY, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int at = row[i];
            int j = i;
            while (j > from && isBefore(rowX, rowY, at, row[j - 1])) {
                row[j] = row[j - 1];
                j--;
            }
            row[j] = at;
        }
    }

    private static boolean isBefore(double[] rowX, double[] rowY, int a, int b) {
        int order = PlaceSort.compare(rowX[a], rowY[a], rowX[b], rowY[b]);
        return order < 0 || order == 0 && a < b;
    }

    /** Stable radix sort by the upper half; the lower half, the row, is ascending on entry. */
    private static long[] bySquare(long[] key) {
        long[] from = key;
        long[] to = new long[key.length];
        int mask = (1 << DIGIT) - 1;
        for (int shift = 32; shift < 64; shift += DIGIT) {
            int[] start = new int[mask + 2];
            for (long each : from) {
                start[(int) (each >>> shift & mask) + 1]++;
            }
            for (int d = 0; d < mask; d++) {
                start[d + 1] += start[d];
            }
            for (long each : from) {
                to[start[(int) (each >>> shift & mask)]++] = each;
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /** Number of a square along the curve, 32 bits. */
    private static int alongCurve(int column, int line) {
        int across = column;
        int up = line;
        int along = 0;
        for (int side = 1 << BITS - 1; side > 0; side >>= 1) {
            int right = (across & side) != 0 ? 1 : 0;
            int upper = (up & side) != 0 ? 1 : 0;
            along = along << 2 | 3 * right ^ upper;
            if (upper == 0) {
                int flip = -right & SIDE;
                int swap = across ^ flip;
                across = up ^ flip;
                up = swap;
            }
        }
        return along;
    }
}
