package se.lageskarta.geo.stats;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * How much of a study area still overlaps itself when it is shifted: 1 unshifted, less the further. Exact for
 * an upright rectangle. For other areas the overlap of a raster of the area with itself, at about the
 * nearest whole number of cells; with 128 cells along each side that is what spatstat's translation correction does.
 */
final class WindowOverlap {
    private final double width;
    private final double height;
    private final boolean rectangle;
    private final int cells;
    /** Shifts from one width backwards to one width forwards fall into 2 · cells + 1 equal classes. */
    private final double classes;

    private final int reachColumns;
    private final int reachRows;
    private final double[] share;

    /**
     * @param cells along each side of the area's box, 1 or more
     * @param reachMetres longest shift that will be asked for
     */
    WindowOverlap(Geometry window, int cells, double reachMetres) {
        Envelope box = window.getEnvelopeInternal();
        width = box.getWidth();
        height = box.getHeight();
        rectangle = window.isRectangle();
        this.cells = cells;
        classes = cells + 0.5;
        reachColumns = rectangle ? 0 : (int) Math.min(cells, Math.ceil(reachMetres / (width / cells)) + 1);
        reachRows = rectangle ? 0 : (int) Math.min(cells, Math.ceil(reachMetres / (height / cells)) + 1);
        share = rectangle ? new double[0] : shares(runs(window, box));
    }

    /** Overlap after a shift by metres east and north, 0 to 1. */
    double at(double east, double north) {
        if (rectangle) {
            return Math.max(0, 1 - Math.abs(east) / width) * Math.max(0, 1 - Math.abs(north) / height);
        }
        int column = (int) Math.rint(east / width * classes);
        int row = (int) Math.rint(north / height * classes);
        // a shift there and back overlap alike
        if (row < 0) {
            row = -row;
            column = -column;
        }
        if (row > reachRows || Math.abs(column) > reachColumns) {
            return 0;
        }
        return share[row * (2 * reachColumns + 1) + column + reachColumns];
    }

    /** For each row of cells the columns where the area begins and ends, by cell centres. */
    private int[][] runs(Geometry window, Envelope box) {
        double[][] crossing = new double[cells][];
        int[] count = new int[cells];
        for (int row = 0; row < cells; row++) {
            crossing[row] = new double[8];
        }
        for (int g = 0; g < window.getNumGeometries(); g++) {
            if (window.getGeometryN(g) instanceof Polygon polygon) {
                cross(polygon.getExteriorRing().getCoordinates(), box, crossing, count);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    cross(polygon.getInteriorRingN(h).getCoordinates(), box, crossing, count);
                }
            }
        }
        int[][] runs = new int[cells][];
        for (int row = 0; row < cells; row++) {
            Arrays.sort(crossing[row], 0, count[row]);
            runs[row] = new int[count[row]];
            for (int i = 0; i < count[row]; i++) {
                double column = (crossing[row][i] - box.getMinX()) / (width / cells) - 0.5;
                runs[row][i] = (int) Math.max(0, Math.min(cells, Math.ceil(column)));
            }
        }
        return runs;
    }

    private void cross(Coordinate[] ring, Envelope box, double[][] crossing, int[] count) {
        for (int i = 0; i + 1 < ring.length; i++) {
            Coordinate a = ring[i];
            Coordinate b = ring[i + 1];
            double low = Math.min(a.y, b.y);
            double high = Math.max(a.y, b.y);
            double perRow = cells / height;
            int first = (int) Math.max(0, Math.ceil((low - box.getMinY()) * perRow - 0.5));
            int last = (int) Math.min(cells - 1.0, Math.ceil((high - box.getMinY()) * perRow - 0.5) - 1);
            for (int row = first; row <= last; row++) {
                double north = box.getMinY() + (row + 0.5) / perRow;
                if (count[row] == crossing[row].length) {
                    crossing[row] = Arrays.copyOf(crossing[row], count[row] * 2);
                }
                crossing[row][count[row]++] = a.x + (north - a.y) / (b.y - a.y) * (b.x - a.x);
            }
        }
    }

    private double[] shares(int[][] runs) {
        int columns = 2 * reachColumns + 1;
        double[] overlap = new double[(reachRows + 1) * columns];
        long all = overlap(runs, 0, 0);
        for (int row = 0; row <= reachRows; row++) {
            for (int column = -reachColumns; column <= reachColumns; column++) {
                overlap[row * columns + column + reachColumns] = (double) overlap(runs, row, column) / all;
            }
        }
        return overlap;
    }

    private static long overlap(int[][] runs, int rows, int columns) {
        long sum = 0;
        for (int row = 0; row + rows < runs.length; row++) {
            int[] a = runs[row];
            int[] b = runs[row + rows];
            for (int i = 0; i + 1 < a.length; i += 2) {
                for (int j = 0; j + 1 < b.length; j += 2) {
                    sum += Math.max(0, Math.min(a[i + 1] + columns, b[j + 1]) - Math.max(a[i] + columns, b[j]));
                }
            }
        }
        return sum;
    }
}
