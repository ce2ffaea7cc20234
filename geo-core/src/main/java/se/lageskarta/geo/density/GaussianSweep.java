package se.lageskarta.geo.density;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.grid.Grid;

/**
 * Sums of Gaussians at cell centres: each point is the product of a row part and a column part. Terms are
 * rounded as in {@link DirectSum}, so that the order of the points does not matter.
 */
final class GaussianSweep {
    private static final int ROWS_A_TASK = 32;

    private GaussianSweep() {}

    static double[] sum(double[] x, double[] y, double @Nullable [] weight, Grid grid, double bandwidth) {
        NearPoints points = NearPoints.unblocked(x, y, weight, grid, Kernel.GAUSSIAN_REACH * bandwidth);
        double rounder = DirectSum.rounder(points.weight, points.size());
        double[] value = new double[grid.cells()];
        int tasks = (grid.ny() + ROWS_A_TASK - 1) / ROWS_A_TASK;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            int fromRow = task * ROWS_A_TASK;
            int toRow = Math.min(grid.ny(), fromRow + ROWS_A_TASK);
            double[] along = new double[grid.nx()];
            for (int i = points.from(0, fromRow); i < points.to(0, toRow - 1); i++) {
                add(points, i, grid, bandwidth, fromRow, toRow, rounder, along, value);
            }
        });
        return value;
    }

    private static void add(
            NearPoints points,
            int i,
            Grid grid,
            double bandwidth,
            int fromRow,
            int toRow,
            double rounder,
            double[] along,
            double[] value) {
        double step = grid.cellMetres() / bandwidth;
        double u = points.east[i] / bandwidth;
        double v = points.north[i] / bandwidth;
        int from = (int) Math.max(0, Math.ceil((u - Kernel.GAUSSIAN_REACH) / step));
        int to = (int) Math.min(grid.nx(), Math.floor((u + Kernel.GAUSSIAN_REACH) / step) + 1);
        int south = (int) Math.max(fromRow, Math.ceil((v - Kernel.GAUSSIAN_REACH) / step));
        int north = (int) Math.min(toRow, Math.floor((v + Kernel.GAUSSIAN_REACH) / step) + 1);
        if (south >= north) {
            return;
        }
        for (int column = from; column < to; column++) {
            double du = column * step - u;
            along[column] = Math.exp(-du * du / 2);
        }
        for (int row = south; row < north; row++) {
            double dv = row * step - v;
            double across = points.weight[i] * Math.exp(-dv * dv / 2);
            int offset = row * grid.nx();
            for (int column = from; column < to; column++) {
                value[offset + column] += across * along[column] + rounder - rounder;
            }
        }
    }
}
