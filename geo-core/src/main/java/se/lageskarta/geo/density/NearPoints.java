package se.lageskarta.geo.density;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.grid.Grid;

/**
 * Points near a grid, sorted into blocks of columns and within a block by grid row, in metres from the centre of
 * the grid's first cell; points that reach no row or column are left out. What may reach a row from a block
 * lies in one piece. 28 bytes a point.
 */
final class NearPoints {
    /** Metres east of the first column's centre. */
    final double[] east;
    /** Metres north of the first row's centre. */
    final double[] north;

    final double[] weight;
    /** The largest weight of all; 0 when there is no point. */
    final double heaviest;
    /** Columns of one block. */
    final int blockColumns;
    /** Blocks; the first lies west of the grid. */
    final int blocks;

    /** Rows that a point reaches to either side, rounded up; 0 when the points are not sorted by row. */
    private final int rows;
    /** Rows told apart. */
    private final int bands;

    private final int[] start;

    /**
     * @param reach metres that a point reaches
     * @param blockColumns columns of one block, at least as many as a point reaches to one side; 0 for all points
     *     in one block
     */
    NearPoints(double[] x, double[] y, double @Nullable [] weight, Grid grid, double reach, int blockColumns) {
        double cell = grid.cellMetres();
        double reachRows = Math.ceil(reach / cell) + 1;
        // a reach far beyond the grid: every point reaches nearly every row, and sorting gains nothing
        boolean sorted = reachRows <= 2.0 * grid.ny() + 1000;
        rows = sorted ? (int) reachRows : 0;
        bands = sorted ? grid.ny() + 2 * rows + 2 : 1;
        this.blockColumns = blockColumns;
        // one block west of the grid; the last holds what lies beyond its eastern edge too
        blocks = blockColumns == 0 ? 1 : (grid.nx() - 1) / blockColumns + 3;
        start = new int[blocks * bands + 1];
        int[] bucket = new int[x.length];
        double blockMetres = blockColumns * cell;
        double originX = grid.centreX(0);
        double originY = grid.centreY(0);
        double lastColumn = (grid.nx() - 1) * cell;
        double lastRow = (grid.ny() - 1) * cell;
        double most = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - originX;
            double dy = y[i] - originY;
            boolean reaches = dx > -reach
                    && dx < lastColumn + reach
                    && dy > -reach
                    && dy < lastRow + reach
                    && (weight == null || weight[i] > 0);
            if (reaches) {
                int block = blockColumns == 0 ? 0 : (int) Math.floor(dx / blockMetres) + 1;
                int band = sorted ? (int) Math.floor(dy / cell) + rows + 1 : 0;
                bucket[i] = Math.max(0, Math.min(blocks - 1, block)) * bands + band;
                start[bucket[i] + 1]++;
                most = Math.max(most, weight == null ? 1 : weight[i]);
            } else {
                bucket[i] = -1;
            }
        }
        heaviest = most;
        for (int b = 1; b < start.length; b++) {
            start[b] += start[b - 1];
        }
        int kept = start[start.length - 1];
        int[] next = Arrays.copyOf(start, start.length - 1);
        east = new double[kept];
        north = new double[kept];
        this.weight = new double[kept];
        for (int i = 0; i < x.length; i++) {
            if (bucket[i] >= 0) {
                int at = next[bucket[i]]++;
                east[at] = x[i] - originX;
                north[at] = y[i] - originY;
                this.weight[at] = weight == null ? 1 : weight[i];
            }
        }
    }

    /** All in one block of columns. */
    static NearPoints unblocked(double[] x, double[] y, double @Nullable [] weight, Grid grid, double reach) {
        return new NearPoints(x, y, weight, grid, reach, 0);
    }

    int size() {
        return east.length;
    }

    /** First of a block's points that may reach a row. */
    int from(int block, int row) {
        return start[block * bands + (rows == 0 ? 0 : row + 1)];
    }

    /** After the last of a block's points that may reach a row. */
    int to(int block, int row) {
        return start[block * bands + (rows == 0 ? 1 : row + 2 * rows + 2)];
    }
}
