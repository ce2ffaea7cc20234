package se.lageskarta.geo.stats;

import java.util.Arrays;

/**
 * A balanced k-d tree over places in flat arrays, for the distances to the nearest others. It does not mind
 * how unevenly the places lie or how many coincide. Building is O(n log n), a question about O(log n); 21
 * bytes a place.
 */
final class PointTree {
    private static final int LEAF = 8;

    private final int[] row;
    private final double[] x;
    private final double[] y;
    /** Whether the node whose place is here divides east from west. */
    private final boolean[] byX;

    PointTree(double[] east, double[] north) {
        int n = east.length;
        row = new int[n];
        for (int i = 0; i < n; i++) {
            row[i] = i;
        }
        x = east.clone();
        y = north.clone();
        byX = new boolean[n];
        build(0, n);
    }

    /**
     * Squared distances from place {@code self} to its nearest others, ascending; itself is left out, others at
     * the same place count with 0.
     *
     * @param squared takes them; its length says how many, fewer than there are places
     */
    void nearest(double east, double north, int self, double[] squared) {
        Arrays.fill(squared, Double.POSITIVE_INFINITY);
        visit(0, row.length, east, north, self, squared);
    }

    private void visit(int from, int to, double east, double north, int self, double[] best) {
        int low = from;
        int high = to;
        while (high - low > LEAF) {
            int middle = (low + high) >>> 1;
            double off = byX[middle] ? east - x[middle] : north - y[middle];
            offer(middle, east, north, self, best);
            boolean left = off < 0;
            if (left) {
                visit(low, middle, east, north, self, best);
            } else {
                visit(middle + 1, high, east, north, self, best);
            }
            if (off * off > best[best.length - 1]) {
                return;
            }
            low = left ? middle + 1 : low;
            high = left ? high : middle;
        }
        for (int i = low; i < high; i++) {
            offer(i, east, north, self, best);
        }
    }

    private void offer(int at, double east, double north, int self, double[] best) {
        double dx = x[at] - east;
        double dy = y[at] - north;
        double squared = dx * dx + dy * dy;
        int place = best.length - 1;
        if (squared >= best[place] || row[at] == self) {
            return;
        }
        while (place > 0 && best[place - 1] > squared) {
            best[place] = best[place - 1];
            place--;
        }
        best[place] = squared;
    }

    private void build(int from, int to) {
        int low = from;
        while (to - low > LEAF) {
            int middle = (low + to) >>> 1;
            boolean wide = isWide(low, to);
            select(wide ? x : y, low, to - 1, middle);
            byX[middle] = wide;
            build(low, middle);
            low = middle + 1;
        }
    }

    private boolean isWide(int from, int to) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            west = Math.min(west, x[i]);
            east = Math.max(east, x[i]);
            south = Math.min(south, y[i]);
            north = Math.max(north, y[i]);
        }
        return east - west >= north - south;
    }

    /** Hoare's selection: afterwards nothing before {@code k} is greater than it, nothing after it smaller. */
    private void select(double[] key, int from, int to, int k) {
        int low = from;
        int high = to;
        while (low < high) {
            double pivot = key[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (key[i] < pivot) {
                    i++;
                }
                while (key[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private void swap(int i, int j) {
        double east = x[i];
        x[i] = x[j];
        x[j] = east;
        double north = y[i];
        y[i] = y[j];
        y[j] = north;
        int r = row[i];
        row[i] = row[j];
        row[j] = r;
    }
}
