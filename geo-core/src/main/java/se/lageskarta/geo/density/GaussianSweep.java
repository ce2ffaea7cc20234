package se.lageskarta.geo.density;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.grid.Grid;

/** Sums of Gaussians at cell centres: each point is the product of a row part and a column part. */
final class GaussianSweep {
    private static final int ROWS_A_TASK = 32;

    private GaussianSweep() {}

    static double[] sum(double[] x, double[] y, double @Nullable [] weight, Grid grid, double bandwidth) {
        Bands bands = Bands.of(x, y, weight, grid, bandwidth, Kernel.GAUSSIAN_REACH);
        double step = grid.cellMetres() / bandwidth;
        double[] value = new double[grid.cells()];
        int tasks = (grid.ny() + ROWS_A_TASK - 1) / ROWS_A_TASK;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            int firstRow = task * ROWS_A_TASK;
            int afterRow = Math.min(grid.ny(), firstRow + ROWS_A_TASK);
            double[] along = new double[grid.nx()];
            for (int i = bands.from(firstRow); i < bands.to(afterRow - 1); i++) {
                add(bands, i, step, firstRow, afterRow, grid.nx(), along, value);
            }
        });
        return value;
    }

    private static void add(
            Bands bands, int i, double step, int firstRow, int afterRow, int columns, double[] along, double[] value) {
        double u = bands.u[i];
        double v = bands.v[i];
        int from = (int) Math.max(0, Math.ceil((u - Kernel.GAUSSIAN_REACH) / step));
        int to = (int) Math.min(columns, Math.floor((u + Kernel.GAUSSIAN_REACH) / step) + 1);
        int low = (int) Math.max(firstRow, Math.ceil((v - Kernel.GAUSSIAN_REACH) / step));
        int high = (int) Math.min(afterRow, Math.floor((v + Kernel.GAUSSIAN_REACH) / step) + 1);
        if (low >= high) {
            return;
        }
        for (int column = from; column < to; column++) {
            double du = column * step - u;
            along[column] = Math.exp(-du * du / 2);
        }
        for (int row = low; row < high; row++) {
            double dv = row * step - v;
            double across = bands.weight[i] * Math.exp(-dv * dv / 2);
            int offset = row * columns;
            for (int column = from; column < to; column++) {
                value[offset + column] += across * along[column];
            }
        }
    }
}
