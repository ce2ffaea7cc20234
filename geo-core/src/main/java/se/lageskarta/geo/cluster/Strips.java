package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Distinct places sorted into occupied square cells a little under eps/√2 wide: any two places of a cell
 * are within eps, and everything within eps of a place lies at most two cells away. Cells of one line are a
 * strip, sorted by column; places of a cell are sorted by x, then y. The layout depends on the set of points
 * only, never on their order.
 */
final class Strips {
    /** Cells along an axis: beyond this the cell of a coordinate could be off by rounding. */
    private static final double MAX_CELLS_ALONG = 1e9;
    /** Cells are narrower than eps/√2 by this much, which is far above the rounding of cell numbers. */
    private static final double NARROWER = 1 - 1e-6;

    /** Rows by strip, cell and place. */
    final int[] row;
    /** Where each place's rows begin in {@link #row}; one more entry than places. */
    final int[] rowStart;
    /** Metres east of each place. */
    final double[] x;
    /** Metres north of each place. */
    final double[] y;
    /** Weight of each place. */
    final double[] weight;
    /** First place of each cell; one more entry than cells. */
    final int[] cellStart;
    /** Column of each cell. */
    final int[] column;
    /** First cell of each occupied strip; one more entry than strips. */
    final int[] stripStart;
    /** Line of each occupied strip, ascending. */
    final int[] line;

    private Strips(
            int[] row,
            int[] rowStart,
            double[] x,
            double[] y,
            double[] weight,
            int[] cellStart,
            int[] column,
            int[] stripStart,
            int[] line) {
        this.row = row;
        this.rowStart = rowStart;
        this.x = x;
        this.y = y;
        this.weight = weight;
        this.cellStart = cellStart;
        this.column = column;
        this.stripStart = stripStart;
        this.line = line;
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
        long[] key = new long[x.length];
        int[] begin = sortIntoStrips(x, y, box, perCell, key);
        return new Sorting(x, y, key, begin).strips(weight, box, perCell);
    }

    /** Rows on their way into strips: sorted strip by strip in parallel, then packed into places and cells. */
    private static final class Sorting {
        private final double[] x;
        private final double[] y;
        /** Column in the upper half, row number in the lower. */
        private final long[] key;
        /** Where each strip begins. */
        private final int[] begin;

        private final int[] row;
        private final double[] sortedX;
        private final double[] sortedY;
        private final boolean[] firstOfPlace;
        private final int[] placesBefore;
        private final int[] cellsBefore;

        Sorting(double[] x, double[] y, long[] key, int[] begin) {
            this.x = x;
            this.y = y;
            this.key = key;
            this.begin = begin;
            row = new int[key.length];
            sortedX = new double[key.length];
            sortedY = new double[key.length];
            firstOfPlace = new boolean[key.length];
            placesBefore = new int[begin.length];
            cellsBefore = new int[begin.length];
        }

        Strips strips(double @Nullable [] weight, Box box, double perCell) {
            int strips = begin.length - 1;
            IntStream.range(0, strips).parallel().forEach(this::sort);
            Arrays.parallelPrefix(placesBefore, Integer::sum);
            Arrays.parallelPrefix(cellsBefore, Integer::sum);
            int places = placesBefore[strips];
            int cells = cellsBefore[strips];
            Strips result = new Strips(
                    row,
                    new int[places + 1],
                    new double[places],
                    new double[places],
                    new double[places],
                    new int[cells + 1],
                    new int[cells],
                    cellsBefore,
                    new int[strips]);
            IntStream.range(0, strips).parallel().forEach(strip -> {
                result.line[strip] = (int) ((sortedY[begin[strip]] - box.minY) * perCell);
                pack(strip, weight, result);
            });
            result.rowStart[places] = row.length;
            result.cellStart[cells] = places;
            return result;
        }

        /** Sorts a strip by column, each cell by place, and counts both. */
        private void sort(int strip) {
            int end = begin[strip + 1];
            Arrays.sort(key, begin[strip], end);
            for (int i = begin[strip]; i < end; i++) {
                row[i] = (int) key[i];
                sortedX[i] = x[row[i]];
                sortedY[i] = y[row[i]];
            }
            int from = begin[strip];
            while (from < end) {
                int to = from + 1;
                while (to < end && columnOf(to) == columnOf(from)) {
                    to++;
                }
                PlaceSort.sort(sortedX, sortedY, row, from, to);
                cellsBefore[strip + 1]++;
                placesBefore[strip + 1] += markPlaces(sortedX, sortedY, firstOfPlace, from, to);
                from = to;
            }
        }

        private void pack(int strip, double @Nullable [] weight, Strips result) {
            int place = placesBefore[strip] - 1;
            int cell = cellsBefore[strip] - 1;
            for (int i = begin[strip]; i < begin[strip + 1]; i++) {
                if (firstOfPlace[i]) {
                    place++;
                    result.rowStart[place] = i;
                    result.x[place] = sortedX[i];
                    result.y[place] = sortedY[i];
                    if (i == begin[strip] || columnOf(i) != columnOf(i - 1)) {
                        cell++;
                        result.cellStart[cell] = place;
                        result.column[cell] = columnOf(i);
                    }
                }
                result.weight[place] += weight == null ? 1 : weight[row[i]];
            }
        }

        private int columnOf(int i) {
            return (int) (key[i] >> 32);
        }
    }

    /** Fills {@code key} with column and row number, strip after strip; answers where each occupied strip begins. */
    private static int[] sortIntoStrips(double[] x, double[] y, Box box, double perCell, long[] key) {
        int n = x.length;
        int lines = n == 0 ? 0 : (int) (box.height() * perCell) + 1;
        if (lines > 4L * n + 1024) {
            return sortIntoFewStrips(x, y, box, perCell, key);
        }
        int[] start = new int[lines + 1];
        int[] lineOf = new int[n];
        for (int i = 0; i < n; i++) {
            lineOf[i] = (int) ((y[i] - box.minY) * perCell);
            start[lineOf[i] + 1]++;
        }
        int occupied = 0;
        for (int line = 0; line < lines; line++) {
            occupied += start[line + 1] > 0 ? 1 : 0;
            start[line + 1] += start[line];
        }
        int[] next = Arrays.copyOf(start, lines);
        for (int i = 0; i < n; i++) {
            key[next[lineOf[i]]++] = (long) ((x[i] - box.minX) * perCell) << 32 | i;
        }
        int[] begin = new int[occupied + 1];
        int strip = 0;
        for (int line = 0; line < lines; line++) {
            if (start[line + 1] > start[line]) {
                begin[strip++] = start[line];
            }
        }
        begin[occupied] = n;
        return begin;
    }

    /** The same for points so far apart that most lines are empty: sorts by line instead of counting lines. */
    private static int[] sortIntoFewStrips(double[] x, double[] y, Box box, double perCell, long[] key) {
        int n = x.length;
        long[] byLine = new long[n];
        for (int i = 0; i < n; i++) {
            byLine[i] = (long) ((y[i] - box.minY) * perCell) << 32 | i;
        }
        Arrays.parallelSort(byLine);
        int[] begin = new int[n + 1];
        int strips = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || byLine[i] >> 32 != byLine[i - 1] >> 32) {
                begin[strips++] = i;
            }
            int row = (int) byLine[i];
            key[i] = (long) ((x[row] - box.minX) * perCell) << 32 | row;
        }
        begin[strips] = n;
        return Arrays.copyOf(begin, strips + 1);
    }

    private static int markPlaces(double[] x, double[] y, boolean[] first, int from, int to) {
        int places = 0;
        for (int i = from; i < to; i++) {
            first[i] = i == from || x[i] != x[i - 1] || y[i] != y[i - 1];
            places += first[i] ? 1 : 0;
        }
        return places;
    }

    private record Box(double minX, double minY, double maxX, double maxY) {
        static Box of(double[] x, double[] y) {
            double minX = Double.POSITIVE_INFINITY;
            double minY = Double.POSITIVE_INFINITY;
            double maxX = Double.NEGATIVE_INFINITY;
            double maxY = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < x.length; i++) {
                if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                    throw new IllegalArgumentException(
                            "x, y is " + x[i] + ", " + y[i] + " in row " + i + ", but must be finite metres");
                }
                minX = Math.min(minX, x[i]);
                minY = Math.min(minY, y[i]);
                maxX = Math.max(maxX, x[i]);
                maxY = Math.max(maxY, y[i]);
            }
            return x.length == 0 ? new Box(0, 0, 0, 0) : new Box(minX, minY, maxX, maxY);
        }

        double width() {
            return maxX - minX;
        }

        double height() {
            return maxY - minY;
        }
    }
}
