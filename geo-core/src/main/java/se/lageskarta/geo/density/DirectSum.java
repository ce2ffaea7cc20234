package se.lageskarta.geo.density;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.grid.Grid;

/**
 * Sums of any kernel by visiting every cell that a point reaches, each point with a bandwidth of its own if
 * need be: O(n (h/c)²) for n points, bandwidth h and cell side c. Each term is rounded to a whole number of a
 * small quantum before it is added, 2<sup>−53</sup> of what all points could add up to; such sums are exact, so
 * that the order of the points does not matter.
 *
 * @param weight what each point adds at its own place; null for 1 each
 * @param bandwidths metres, one a point; null for {@code bandwidth}
 */
record DirectSum(
        Kernel kernel,
        double[] x,
        double[] y,
        double @Nullable [] weight,
        double @Nullable [] bandwidths,
        double bandwidth,
        Grid grid) {
    private static final int ROWS_A_TASK = 16;

    /** Sum of weight × kernel shape at each cell centre. */
    double[] sum() {
        double[] value = new double[grid.cells()];
        double rounder = rounder(weight, x.length);
        int tasks = (grid.ny() + ROWS_A_TASK - 1) / ROWS_A_TASK;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            int fromRow = task * ROWS_A_TASK;
            int toRow = Math.min(grid.ny(), fromRow + ROWS_A_TASK);
            double[] along = new double[grid.nx()];
            for (int i = 0; i < x.length; i++) {
                add(i, fromRow, toRow, rounder, along, value);
            }
        });
        return value;
    }

    /** A number so large that what is added to it is rounded to the quantum. */
    static double rounder(double @Nullable [] weight, int points) {
        double heaviest = weight == null ? 1 : 0;
        for (int i = 0; weight != null && i < points; i++) {
            heaviest = Math.max(heaviest, weight[i]);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(points);
        return heaviest == 0 ? 0 : 1.5 * Math.scalb(1.0, bits + Math.getExponent(heaviest));
    }

    private void add(int i, int fromRow, int toRow, double rounder, double[] along, double[] value) {
        double own = weight == null ? 1 : weight[i];
        double h = bandwidths == null ? bandwidth : bandwidths[i];
        double reach = kernel.reach() * h;
        double cell = grid.cellMetres();
        double east = x[i] - grid.centreX(0);
        double north = y[i] - grid.centreY(0);
        int south = (int) Math.max(fromRow, Math.floor((north - reach) / cell));
        int last = (int) Math.min(toRow - 1.0, Math.ceil((north + reach) / cell));
        if (own == 0 || last < south) {
            return;
        }
        for (int row = south; row <= last; row++) {
            double dy = row * cell - north;
            double chord = reach * reach - dy * dy;
            if (chord > 0) {
                double half = Math.sqrt(chord);
                int from = (int) Math.max(0, Math.floor((east - half) / cell));
                int to = (int) Math.min(grid.nx(), Math.ceil((east + half) / cell) + 1);
                kernel.shapes(from, to, cell, east, dy, h * h, along);
                int offset = row * grid.nx();
                for (int column = from; column < to; column++) {
                    value[offset + column] += own * along[column] + rounder - rounder;
                }
            }
        }
    }
}
