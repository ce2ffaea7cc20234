package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Distinct places in occupied square cells a little under eps/√2 wide: any two places of a cell are within
 * eps, and everything within eps of a place lies at most two cells away. Cells of one line are a strip, sorted
 * by column. Which places a cell holds depends on the set of points only; their order within it does too when
 * rows have weights, so that sums come out the same.
 */
final class Strips {
    /** Cells along an axis: beyond this the cell of a coordinate could be off by rounding. */
    private static final double MAX_CELLS_ALONG = 1e9;
    /** Cells are narrower than eps/√2 by this much, which is far above the rounding of cell numbers. */
    private static final double NARROWER = 1 - 1e-6;

    /** Rows by strip, cell and place. */
    final int[] row;
    /** Where each place's rows begin in {@link #row}, one more entry than places; null when every row is a place. */
    final int @Nullable [] rowStart;
    /** Metres east of each place. */
    final double[] x;
    /** Metres north of each place. */
    final double[] y;
    /** Weight of each place; null when each weighs 1. */
    final double @Nullable [] weight;
    /** First place of each cell; one more entry than cells. */
    final int[] cellStart;
    /** Column of each cell. */
    final int[] column;
    /** First cell of each occupied strip; one more entry than strips. */
    final int[] stripStart;
    /** Line of each occupied strip, ascending. */
    final int[] line;
    /** Occupied cells before each cell of the whole rectangle; null when most of them are empty. */
    final int @Nullable [] before;
    /** Cells of a line. */
    final int columns;

    private Strips(
            StripSort sorted,
            int @Nullable [] rowStart,
            double[] x,
            double[] y,
            double @Nullable [] weight,
            int[] cellStart) {
        row = sorted.row;
        column = sorted.column;
        stripStart = sorted.stripStart;
        line = sorted.line;
        before = sorted.before;
        columns = sorted.columns;
        this.rowStart = rowStart;
        this.x = x;
        this.y = y;
        this.weight = weight;
        this.cellStart = cellStart;
    }

    int rows() {
        return row.length;
    }

    int places() {
        return x.length;
    }

    int cells() {
        return column.length;
    }

    int strips() {
        return line.length;
    }

    int firstRow(int place) {
        return rowStart == null ? place : rowStart[place];
    }

    static Strips of(double[] x, double[] y, double @Nullable [] weight, double epsMetres) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "y has " + y.length + " values, but must have as many as x: " + x.length);
        }
        Box box = Box.of(x, y);
        double longest = Math.max(box.width(), box.height());
        if (!(longest / epsMetres <= MAX_CELLS_ALONG)) {
            throw new IllegalArgumentException("epsMetres is " + epsMetres + ", but must be at least "
                    + longest / MAX_CELLS_ALONG + " for coordinates that far apart");
        }
        double perCell = Math.sqrt(2) / (epsMetres * NARROWER);
        return packed(new StripSort(x, y, box, perCell), weight);
    }

    /** Coincident rows become one place. */
    private static Strips packed(StripSort sorted, double @Nullable [] weight) {
        int cells = sorted.column.length;
        int[] placesBefore = new int[cells + 1];
        Parallel.over(sorted.line.length, strip -> {
            for (int cell = sorted.stripStart[strip]; cell < sorted.stripStart[strip + 1]; cell++) {
                int from = sorted.cellBegin[cell];
                int to = sorted.cellBegin[cell + 1];
                boolean shared = to - from > 1 && Coincident.any(sorted.x, sorted.y, from, to);
                if (to - from > 1 && (shared || weight != null)) {
                    PlaceSort.sort(sorted.x, sorted.y, sorted.row, from, to);
                }
                placesBefore[cell + 1] = shared ? Coincident.distinct(sorted.x, sorted.y, from, to) : to - from;
            }
        });
        Arrays.parallelPrefix(placesBefore, Integer::sum);
        int places = placesBefore[cells];
        if (places == sorted.row.length) {
            return new Strips(sorted, null, sorted.x, sorted.y, ordered(weight, sorted.row), sorted.cellBegin);
        }
        int[] rowStart = new int[places + 1];
        double[] x = new double[places];
        double[] y = new double[places];
        double[] weights = new double[places];
        Parallel.over(sorted.line.length, strip -> {
            for (int cell = sorted.stripStart[strip]; cell < sorted.stripStart[strip + 1]; cell++) {
                int place = placesBefore[cell] - 1;
                int from = sorted.cellBegin[cell];
                boolean one = placesBefore[cell + 1] - placesBefore[cell] == sorted.cellBegin[cell + 1] - from;
                for (int i = from; i < sorted.cellBegin[cell + 1]; i++) {
                    if (one || i == from || sorted.x[i] != sorted.x[i - 1] || sorted.y[i] != sorted.y[i - 1]) {
                        place++;
                        rowStart[place] = i;
                        x[place] = sorted.x[i];
                        y[place] = sorted.y[i];
                    }
                    weights[place] += weight == null ? 1 : weight[sorted.row[i]];
                }
            }
        });
        rowStart[places] = sorted.row.length;
        return new Strips(sorted, rowStart, x, y, weights, placesBefore);
    }

    private static double @Nullable [] ordered(double @Nullable [] weight, int[] row) {
        return weight == null
                ? null
                : Arrays.stream(row).mapToDouble(i -> weight[i]).toArray();
    }

    /** The rectangle around all points. */
    record Box(double minX, double minY, double maxX, double maxY) {
        private static final int ROWS_AT_A_TIME = 1 << 16;

        static Box of(double[] x, double[] y) {
            int tasks = (x.length + ROWS_AT_A_TIME - 1) / ROWS_AT_A_TIME;
            if (tasks == 0) {
                return new Box(0, 0, 0, 0);
            }
            return IntStream.range(0, tasks)
                    .parallel()
                    .mapToObj(task -> of(x, y, task * ROWS_AT_A_TIME, Math.min(x.length, (task + 1) * ROWS_AT_A_TIME)))
                    .reduce(Box::around)
                    .orElseThrow();
        }

        private static Box of(double[] x, double[] y, int from, int to) {
            double minX = Double.POSITIVE_INFINITY;
            double minY = Double.POSITIVE_INFINITY;
            double maxX = Double.NEGATIVE_INFINITY;
            double maxY = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                    throw new IllegalArgumentException(
                            "x, y is " + x[i] + ", " + y[i] + " in row " + i + ", but must be finite metres");
                }
                minX = Math.min(minX, x[i]);
                minY = Math.min(minY, y[i]);
                maxX = Math.max(maxX, x[i]);
                maxY = Math.max(maxY, y[i]);
            }
            return new Box(minX, minY, maxX, maxY);
        }

        private Box around(Box other) {
            return new Box(
                    Math.min(minX, other.minX),
                    Math.min(minY, other.minY),
                    Math.max(maxX, other.maxX),
                    Math.max(maxY, other.maxY));
        }

        double width() {
            return maxX - minX;
        }

        double height() {
            return maxY - minY;
        }
    }
}
