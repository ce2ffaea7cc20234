package se.lageskarta.geo.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.grid.Grid;

/**
 * Sums of the kernels (1 − u²)<sup>p</sup>, p = 1 to 3, along grid rows. On a row each point is a polynomial of
 * degree 2p between two columns; its coefficients, about the middle of a block of columns, are entered at the
 * first and taken out after the last, and one pass over the block adds them up and reads off the values.
 *
 * <p>Coefficients are whole numbers of a small quantum, a power of two chosen by how many points may reach the
 * row: taking out leaves exactly nothing behind, so there is no drift, and sums do not depend on the order of
 * the points or on how rows are shared among threads. Each point's value is off by at most some thirty quanta,
 * 10<sup>−10</sup> of its peak when a hundred thousand reach the row, and these errors cancel in sums.
 */
final class RowSweep {
    private static final int ROWS_A_TASK = 16;
    private static final int CHUNK = 512;
    /** The largest coefficient of a point of weight 1 is 20, and a sum must stay below 2⁶³. */
    private static final int BITS_FOR_SUMS = 57;

    private final int power;
    private final NearPoints points;
    private final double cell;
    private final double bandwidth;
    private final int columns;
    /** Columns that a point reaches to either side, rounded up. */
    private final int margin;

    private RowSweep(int power, NearPoints points, Grid grid, double bandwidth) {
        this.power = power;
        this.points = points;
        this.cell = grid.cellMetres();
        this.bandwidth = bandwidth;
        this.columns = grid.nx();
        this.margin = (int) Math.min(grid.nx(), Math.floor(bandwidth / cell) + 1);
    }

    /** Sum of weight × (1 − u²)<sup>power</sup> at each cell centre. */
    static double[] sum(int power, double[] x, double[] y, double @Nullable [] weight, Grid grid, double bandwidth) {
        int block = (int) Math.max(8, Math.min(Grid.MAX_CELLS, Math.ceil(2 * bandwidth / grid.cellMetres())));
        RowSweep sweep = new RowSweep(power, new NearPoints(x, y, weight, grid, bandwidth, block), grid, bandwidth);
        double[] value = new double[grid.cells()];
        int tasks = (grid.ny() + ROWS_A_TASK - 1) / ROWS_A_TASK;
        IntStream.range(0, tasks)
                .parallel()
                .forEach(task -> sweep.rows(task * ROWS_A_TASK, Math.min(grid.ny(), (task + 1) * ROWS_A_TASK), value));
        return value;
    }

    private void rows(int fromRow, int toRow, double[] value) {
        Entries entries = new Entries();
        long[] change = new long[(Math.min(columns, points.blockColumns + 2 * margin) + 1) * (2 * power + 1)];
        for (int block = 0; block < points.blocks; block++) {
            long firstColumn = (block - 1L) * points.blockColumns;
            int west = (int) Math.max(0, firstColumn - margin);
            int east = (int) Math.min(columns, firstColumn + points.blockColumns + margin);
            if (east > west) {
                double middle = firstColumn + 0.5 * points.blockColumns;
                for (int row = fromRow; row < toRow; row++) {
                    block(entries, change, value, block, row, west, east, middle);
                }
            }
        }
    }

    /** @param middle the column about which the polynomials are written down */
    private void block(
            Entries entries, long[] change, double[] value, int block, int row, int west, int east, double middle) {
        int from = points.from(block, row);
        int to = points.to(block, row);
        if (from == to) {
            return;
        }
        int spare = BITS_FOR_SUMS - Integer.SIZE + Integer.numberOfLeadingZeros(to - from);
        double scale = Math.scalb(1.0, spare - Math.getExponent(points.heaviest) - 1);
        Arrays.fill(change, 0, (east - west + 1) * (2 * power + 1), 0);
        double origin = (west - middle) * cell;
        for (int chunk = from; chunk < to; chunk += CHUNK) {
            int n = entries.read(
                    this, chunk, Math.min(to, chunk + CHUNK), row * cell, middle * cell, origin, east - west, scale);
            entries.enter(power, n, change);
        }
        add(change, value, row * columns + west, east - west, origin / bandwidth, 1 / scale);
    }

    /** Adds up the coefficients and reads off the values. */
    private void add(long[] change, double[] value, int offset, int n, double t0, double unit) {
        double step = cell / bandwidth;
        int terms = 2 * power + 1;
        long[] sum = new long[terms];
        for (int column = 0, k = 0; column < n; column++) {
            for (int term = 0; term < terms; term++, k++) {
                sum[term] += change[k];
            }
            double t = t0 + column * step;
            double of = sum[terms - 1];
            for (int term = terms - 2; term >= 0; term--) {
                of = of * t + sum[term];
            }
            value[offset + column] += of * unit;
        }
    }

    /** Points of one row and block: where they begin and end, and what their coefficients are made of. */
    private static final class Entries {
        final int[] first = new int[CHUNK];
        final int[] after = new int[CHUNK];
        final double[] rest = new double[CHUNK];
        final double[] twice = new double[CHUNK];
        final double[] weight = new double[CHUNK];

        int read(
                RowSweep sweep,
                int from,
                int to,
                double rowNorth,
                double middle,
                double origin,
                int width,
                double scale) {
            double perBandwidth = 1 / sweep.bandwidth;
            double perCell = sweep.bandwidth / sweep.cell;
            double start = -origin / sweep.cell;
            NearPoints points = sweep.points;
            int n = 0;
            for (int i = from; i < to; i++) {
                double v = (rowNorth - points.north[i]) * perBandwidth;
                double chord = 1 - v * v;
                if (!(chord > 0)) {
                    continue;
                }
                double half = Math.sqrt(chord) * perCell;
                double u = (points.east[i] - middle) * perBandwidth;
                double at = u * perCell + start;
                first[n] = column(at - half, width);
                after[n] = column(at + half, width);
                rest[n] = chord - u * u;
                twice[n] = 2 * u;
                weight[n] = points.weight[i] * scale;
                n++;
            }
            return n;
        }

        /** The first column after a place, in columns; on it a kernel that ends there is 0. */
        private static int column(double at, int width) {
            return at < 0 ? 0 : at >= width ? width : (int) at + 1;
        }

        /** (rest + twice·t − t²)<sup>power</sup>, expanded. */
        void enter(int power, int n, long[] change) {
            switch (power) {
                case 1 -> enterSecondDegree(n, change);
                case 2 -> enterFourthDegree(n, change);
                case 3 -> enterSixthDegree(n, change);
                default -> throw new IllegalArgumentException("power is " + power + ", but must be 1 to 3");
            }
        }

        private void enterSecondDegree(int n, long[] change) {
            for (int i = 0; i < n; i++) {
                double w = weight[i];
                long a0 = (long) (w * rest[i]);
                long a1 = (long) (w * twice[i]);
                long a2 = (long) -w;
                int k = first[i] * 3;
                change[k] += a0;
                change[k + 1] += a1;
                change[k + 2] += a2;
                k = after[i] * 3;
                change[k] -= a0;
                change[k + 1] -= a1;
                change[k + 2] -= a2;
            }
        }

        private void enterFourthDegree(int n, long[] change) {
            for (int i = 0; i < n; i++) {
                double w = weight[i];
                double s = rest[i];
                double b = twice[i];
                long a0 = (long) (w * s * s);
                long a1 = (long) (w * 2 * s * b);
                long a2 = (long) (w * (b * b - 2 * s));
                long a3 = (long) (w * -2 * b);
                long a4 = (long) w;
                int k = first[i] * 5;
                change[k] += a0;
                change[k + 1] += a1;
                change[k + 2] += a2;
                change[k + 3] += a3;
                change[k + 4] += a4;
                k = after[i] * 5;
                change[k] -= a0;
                change[k + 1] -= a1;
                change[k + 2] -= a2;
                change[k + 3] -= a3;
                change[k + 4] -= a4;
            }
        }

        private void enterSixthDegree(int n, long[] change) {
            for (int i = 0; i < n; i++) {
                double w = weight[i];
                double s = rest[i];
                double b = twice[i];
                long a0 = (long) (w * s * s * s);
                long a1 = (long) (w * 3 * s * s * b);
                long a2 = (long) (w * 3 * s * (b * b - s));
                long a3 = (long) (w * b * (b * b - 6 * s));
                long a4 = (long) (w * 3 * (s - b * b));
                long a5 = (long) (w * 3 * b);
                long a6 = (long) -w;
                int k = first[i] * 7;
                change[k] += a0;
                change[k + 1] += a1;
                change[k + 2] += a2;
                change[k + 3] += a3;
                change[k + 4] += a4;
                change[k + 5] += a5;
                change[k + 6] += a6;
                k = after[i] * 7;
                change[k] -= a0;
                change[k + 1] -= a1;
                change[k + 2] -= a2;
                change[k + 3] -= a3;
                change[k + 4] -= a4;
                change[k + 5] -= a5;
                change[k + 6] -= a6;
            }
        }
    }
}
