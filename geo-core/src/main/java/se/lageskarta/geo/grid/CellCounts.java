package se.lageskarta.geo.grid;

import java.util.Arrays;

/**
 * How many points fall in each occupied square cell; empty cells take no room. Cells lie on whole multiples
 * of their side, so that counts of different periods share their cells. A point on an edge belongs to the
 * cell east or north of it. O(n log n).
 *
 * @param cellMetres side of a cell
 * @param column cell number east: the cell reaches from {@code column * cellMetres} to {@code (column + 1) * cellMetres}
 * @param row cell number north, likewise
 * @param count points in the cell, 1 or more
 */
public record CellCounts(double cellMetres, int[] column, int[] row, int[] count) {
    /** Counts points; cells come by row, then column. */
    public static CellCounts of(double[] x, double[] y, double cellMetres) {
        if (!(cellMetres > 0) || Double.isInfinite(cellMetres)) {
            throw new IllegalArgumentException("cellMetres is " + cellMetres + ", but must be greater than 0");
        }
        long[] key = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            long east = cellOf(x[i], cellMetres);
            long north = cellOf(y[i], cellMetres);
            // flipping the sign bit of the lower half makes the whole sort by row, then column
            key[i] = north << 32 | ((east ^ 0x80000000L) & 0xffffffffL);
        }
        Arrays.sort(key);
        int cells = 0;
        for (int i = 0; i < key.length; i++) {
            cells += i == 0 || key[i] != key[i - 1] ? 1 : 0;
        }
        CellCounts counts = new CellCounts(cellMetres, new int[cells], new int[cells], new int[cells]);
        int cell = -1;
        for (int i = 0; i < key.length; i++) {
            if (i == 0 || key[i] != key[i - 1]) {
                cell++;
                counts.column[cell] = (int) key[i] ^ 0x80000000;
                counts.row[cell] = (int) (key[i] >> 32);
            }
            counts.count[cell]++;
        }
        return counts;
    }

    /** Occupied cells. */
    public int size() {
        return count.length;
    }

    private static long cellOf(double metres, double cellMetres) {
        double cell = Math.floor(metres / cellMetres);
        if (!(Math.abs(cell) < Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("cellMetres is " + cellMetres + ", but must be at least "
                    + Math.abs(metres) / Integer.MAX_VALUE + " for a coordinate of " + metres);
        }
        return (long) cell;
    }
}
