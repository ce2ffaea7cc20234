package se.lageskarta.geo.density;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.grid.Grid;

/**
 * Points near a grid sorted by grid row, in units of the kernel's bandwidth relative to the centre of the
 * grid's first cell; points that reach no row or column are left out. Sums follow the order of
 * the rows given, so another order may change their last bits.
 */
final class Bands {
    /** In bandwidths, east of the first column's centre. */
    final double[] u;
    /** In bandwidths, north of the first row's centre. */
    final double[] v;

    final double[] weight;
    /** Rows that a point reaches to either side, rounded up. */
    private final int rows;

    private final int[] start;

    private Bands(double[] u, double[] v, double[] weight, int rows, int[] start) {
        this.u = u;
        this.v = v;
        this.weight = weight;
        this.rows = rows;
        this.start = start;
    }

    /** @param reach bandwidths that a point reaches */
    static Bands of(double[] x, double[] y, double @Nullable [] weight, Grid grid, double bandwidth, double reach) {
        double reachRows = Math.ceil(reach * bandwidth / grid.cellMetres()) + 1;
        // a bandwidth far beyond the grid: every point reaches nearly every row, and sorting gains nothing
        boolean sorted = reachRows <= 2.0 * grid.ny() + 1000;
        int rows = sorted ? (int) reachRows : 0;
        int bands = sorted ? grid.ny() + 2 * rows + 2 : 1;
        double originX = grid.centreX(0);
        double originY = grid.centreY(0);
        double west = -reach * bandwidth;
        double east = (grid.nx() - 1) * grid.cellMetres() + reach * bandwidth;
        double north = (grid.ny() - 1) * grid.cellMetres() + reach * bandwidth;
        int n = x.length;
        int[] start = new int[bands + 1];
        int[] band = new int[n];
        for (int i = 0; i < n; i++) {
            double dx = x[i] - originX;
            double dy = y[i] - originY;
            boolean reaches = dx > west && dx < east && dy > west && dy < north && (weight == null || weight[i] > 0);
            int ofPoint = sorted ? (int) Math.floor(dy / grid.cellMetres()) + rows + 1 : 0;
            band[i] = reaches ? ofPoint : -1;
            if (reaches) {
                start[band[i] + 1]++;
            }
        }
        for (int b = 0; b < bands; b++) {
            start[b + 1] += start[b];
        }
        int kept = start[bands];
        int[] next = Arrays.copyOf(start, bands);
        double[] u = new double[kept];
        double[] v = new double[kept];
        double[] weights = new double[kept];
        for (int i = 0; i < n; i++) {
            if (band[i] >= 0) {
                int at = next[band[i]]++;
                u[at] = (x[i] - originX) / bandwidth;
                v[at] = (y[i] - originY) / bandwidth;
                weights[at] = weight == null ? 1 : weight[i];
            }
        }
        return new Bands(u, v, weights, rows, start);
    }

    /** First of the points that may reach a row. */
    int from(int row) {
        return start.length == 2 ? 0 : start[row + 1];
    }

    /** After the last of the points that may reach a row. */
    int to(int row) {
        return start[Math.min(start.length - 1, row + 2 * rows + 2)];
    }
}
