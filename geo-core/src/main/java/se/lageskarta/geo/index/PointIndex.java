package se.lageskarta.geo.index;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Rows of points by place: a uniform grid in compressed rows (one start per cell, the points of a cell side
 * by side), about two points a cell. Building is O(n); a question costs the cells it touches plus its answer.
 * Immutable and safe for several threads. About 24 bytes a point.
 *
 * <p>Known limit: a uniform grid suits points spread over their box; when nearly all points lie in a
 * vanishing part of it, a cell holds many of them and questions cost as much as looking at those.
 */
public final class PointIndex {
    private static final int POINTS_A_CELL = 2;

    private final double minX;
    private final double minY;
    private final double perCell;
    private final int columns;
    private final int lines;
    private final int[] start;
    private final int[] row;
    private final double[] x;
    private final double[] y;

    private PointIndex(double[] east, double[] north) {
        int n = east.length;
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            west = Math.min(west, east[i]);
            right = Math.max(right, east[i]);
            south = Math.min(south, north[i]);
            top = Math.max(top, north[i]);
        }
        double width = n == 0 ? 0 : right - west;
        double height = n == 0 ? 0 : top - south;
        int wanted = Math.max(1, n / POINTS_A_CELL);
        double cell = cellSize(width, height, wanted);
        minX = n == 0 ? 0 : west;
        minY = n == 0 ? 0 : south;
        perCell = 1 / cell;
        columns = (int) (width * perCell) + 1;
        lines = (int) (height * perCell) + 1;
        start = new int[columns * lines + 1];
        row = new int[n];
        x = new double[n];
        y = new double[n];
        fill(east, north);
    }

    /**
     * @param x metres east, finite; read once, not kept
     * @param y metres north, as many as {@code x}
     */
    public static PointIndex of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "y has " + y.length + " values, but must have as many as x: " + x.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        "x, y is " + x[i] + ", " + y[i] + " in row " + i + ", but must be finite metres");
            }
        }
        return new PointIndex(x, y);
    }

    public int size() {
        return row.length;
    }

    /** Rows inside the box, its edges included, ascending. */
    public int[] within(double west, double south, double east, double north) {
        Rows found = new Rows();
        forEachWithin(west, south, east, north, found);
        return found.sorted();
    }

    /** Rows at most the distance away, ascending. */
    public int[] within(double centreX, double centreY, double radiusMetres) {
        Rows found = new Rows();
        forEachWithin(centreX, centreY, radiusMetres, found);
        return found.sorted();
    }

    /** Hands over the rows inside the box, its edges included, in an order that depends on place only. */
    public void forEachWithin(double west, double south, double east, double north, IntConsumer found) {
        int fromColumn = cellAt(west - minX, columns);
        int toColumn = cellAt(east - minX, columns);
        int fromLine = cellAt(south - minY, lines);
        int toLine = cellAt(north - minY, lines);
        for (int line = fromLine; line <= toLine; line++) {
            int end = start[line * columns + toColumn + 1];
            for (int i = start[line * columns + fromColumn]; i < end; i++) {
                if (x[i] >= west && x[i] <= east && y[i] >= south && y[i] <= north) {
                    found.accept(row[i]);
                }
            }
        }
    }

    /** Hands over the rows at most the distance away, in an order that depends on place only. */
    public void forEachWithin(double centreX, double centreY, double radiusMetres, IntConsumer found) {
        int fromColumn = cellAt(centreX - radiusMetres - minX, columns);
        int toColumn = cellAt(centreX + radiusMetres - minX, columns);
        int fromLine = cellAt(centreY - radiusMetres - minY, lines);
        int toLine = cellAt(centreY + radiusMetres - minY, lines);
        double limit = radiusMetres * radiusMetres;
        for (int line = fromLine; line <= toLine; line++) {
            int end = start[line * columns + toColumn + 1];
            for (int i = start[line * columns + fromColumn]; i < end; i++) {
                double dx = x[i] - centreX;
                double dy = y[i] - centreY;
                if (dx * dx + dy * dy <= limit) {
                    found.accept(row[i]);
                }
            }
        }
    }

    private static double cellSize(double width, double height, int wanted) {
        double cell = Math.sqrt(width * height / wanted);
        double longest = Math.max(width, height);
        // a thin or empty box: never more cells along one side than wanted in all
        cell = Math.max(cell, longest / wanted);
        return cell > 0 ? cell : 1;
    }

    private void fill(double[] east, double[] north) {
        int n = east.length;
        int[] key = new int[n];
        for (int i = 0; i < n; i++) {
            key[i] = cellAt(north[i] - minY, lines) * columns + cellAt(east[i] - minX, columns);
            start[key[i] + 1]++;
        }
        for (int c = 0; c < columns * lines; c++) {
            start[c + 1] += start[c];
        }
        int[] next = Arrays.copyOf(start, columns * lines);
        for (int i = 0; i < n; i++) {
            int at = next[key[i]]++;
            row[at] = i;
            x[at] = east[i];
            y[at] = north[i];
        }
    }

    private int cellAt(double offset, int cells) {
        double cell = offset * perCell;
        return cell <= 0 ? 0 : cell >= cells ? cells - 1 : (int) cell;
    }

    private static final class Rows implements IntConsumer {
        private int[] rows = new int[16];
        private int size;

        @Override
        public void accept(int value) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
            }
            rows[size++] = value;
        }

        int[] sorted() {
            int[] found = Arrays.copyOf(rows, size);
            Arrays.sort(found);
            return found;
        }
    }
}
