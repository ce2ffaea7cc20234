package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Distinct places along a Hilbert curve, eight to a leaf, under a binary tree of boxes kept in flat arrays:
 * node 1 is the root, node {@code i} holds nodes {@code 2i} and {@code 2i + 1}, leaves begin at
 * {@link #leaves}. Coincident rows are one place. The layout depends on the set of points only, never on
 * their order. O(n) to build after the sort; about 26 bytes a place.
 *
 * <p>Boxes are single precision, rounded outwards, relative to a place in the middle of the curve: they may be a little
 * too large, so a distance to a box is never greater than that to a place in it.
 */
final class BoxTree {
    static final int LEAF = 8;
    /** Share of the extent by which boxes are widened: far above the rounding of differences. */
    private static final double WIDER = 1e-9;

    /** Rows, place after place. */
    final int[] row;
    /** Where each place's rows begin in {@link #row}; null when every row is a place of its own. */
    final int @Nullable [] rowStart;
    /** Metres east of each place. */
    final double[] x;
    /** Metres north of each place. */
    final double[] y;
    /** Number of leaves, and number of the first leaf's node. */
    final int leaves;

    final double originX;
    final double originY;
    /** West, south, east and north edge of each node's box, metres from the origin. */
    private final float[] box;

    private BoxTree(HilbertSort sorted) {
        row = sorted.row;
        rowStart = sorted.rowStart;
        x = sorted.x;
        y = sorted.y;
        // amid the places and not in a corner: far from the origin single precision is coarse
        originX = x.length == 0 ? 0 : x[x.length / 2];
        originY = y.length == 0 ? 0 : y[y.length / 2];
        leaves = Math.max(1, (x.length + LEAF - 1) / LEAF);
        box = new float[8 * leaves];
        float wider = (float) (Math.max(sorted.width, sorted.height) * WIDER);
        IntStream.range(0, leaves).parallel().forEach(leaf -> boxLeaf(leaf, wider));
        for (int node = leaves - 1; node > 0; node--) {
            int to = 4 * node;
            int from = 8 * node;
            box[to] = Math.min(box[from], box[from + 4]);
            box[to + 1] = Math.min(box[from + 1], box[from + 5]);
            box[to + 2] = Math.max(box[from + 2], box[from + 6]);
            box[to + 3] = Math.max(box[from + 3], box[from + 7]);
        }
    }

    /**
     * @param x metres east, finite
     * @param y metres north, as many as {@code x}
     */
    static BoxTree of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "y has " + y.length + " values, but must have as many as x: " + x.length);
        }
        return new BoxTree(new HilbertSort(x, y));
    }

    int places() {
        return x.length;
    }

    int rows() {
        return row.length;
    }

    /** Rows at one place. */
    int rowsAt(int place) {
        return rowStart == null ? 1 : rowStart[place + 1] - rowStart[place];
    }

    int firstRow(int place) {
        return rowStart == null ? place : rowStart[place];
    }

    /** First place of a leaf's node. */
    int begin(int node) {
        return (node - leaves) * LEAF;
    }

    /** Place after the last of a leaf's node. */
    int end(int node) {
        return Math.min(x.length, (node - leaves + 1) * LEAF);
    }

    /** Square of the distance from a point, given in metres from the origin, to a node's box. */
    double squaredTo(int node, double east, double north) {
        int o = 4 * node;
        double dx = Math.max(Math.max(box[o] - east, east - box[o + 2]), 0);
        double dy = Math.max(Math.max(box[o + 1] - north, north - box[o + 3]), 0);
        return dx * dx + dy * dy;
    }

    /** Square of the distance between the boxes of two nodes. */
    double squaredBetween(int a, int b) {
        int o = 4 * a;
        int q = 4 * b;
        double dx = Math.max(Math.max((double) box[o] - box[q + 2], (double) box[q] - box[o + 2]), 0);
        double dy = Math.max(Math.max((double) box[o + 1] - box[q + 3], (double) box[q + 1] - box[o + 3]), 0);
        return dx * dx + dy * dy;
    }

    Rows rowsByPlace() {
        return new Rows(row, rowStart, x.length);
    }

    /** Which rows lie at each place, without where the places are. */
    record Rows(int[] row, int @Nullable [] rowStart, int places) {
        int count() {
            return row.length;
        }

        int begin(int place) {
            return rowStart == null ? place : rowStart[place];
        }

        /** Rows at one place. */
        int at(int place) {
            return rowStart == null ? 1 : rowStart[place + 1] - rowStart[place];
        }

        /** A value of each place, handed to each of its rows. */
        double[] spread(double[] byPlace) {
            double[] values = new double[row.length];
            for (int place = 0; place < places; place++) {
                for (int i = begin(place); i < begin(place) + at(place); i++) {
                    values[row[i]] = byPlace[place];
                }
            }
            return values;
        }
    }

    private void boxLeaf(int leaf, float wider) {
        int from = leaf * LEAF;
        int to = Math.min(x.length, from + LEAF);
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            west = Math.min(west, x[i]);
            east = Math.max(east, x[i]);
            south = Math.min(south, y[i]);
            north = Math.max(north, y[i]);
        }
        int o = 4 * (leaves + leaf);
        box[o] = Math.nextDown((float) (west - originX) - wider);
        box[o + 1] = Math.nextDown((float) (south - originY) - wider);
        box[o + 2] = Math.nextUp((float) (east - originX) + wider);
        box[o + 3] = Math.nextUp((float) (north - originY) + wider);
        if (from >= to) {
            Arrays.fill(box, o, o + 2, Float.POSITIVE_INFINITY);
            Arrays.fill(box, o + 2, o + 4, Float.NEGATIVE_INFINITY);
        }
    }
}
