package se.lageskarta.geo.stats;

import java.util.Arrays;

/** What the methods of this room ask of coordinates before they begin. */
final class Places {
    private Places() {}

    /** Refuses columns of different length and what is not a finite number. */
    static void check(double[] x, double[] y) {
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
    }

    /** Rows from west to east, those equally far east from south to north: the same whatever order they came in. */
    static int[] order(double[] x, double[] y) {
        Integer[] rows = new Integer[x.length];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, (a, b) -> {
            int byX = Double.compare(x[a], x[b]);
            return byX != 0 ? byX : Double.compare(y[a], y[b]);
        });
        int[] order = new int[rows.length];
        Arrays.setAll(order, i -> rows[i]);
        return order;
    }

    static double[] pick(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }
}
