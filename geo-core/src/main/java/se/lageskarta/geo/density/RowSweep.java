package se.lageskarta.geo.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.grid.Grid;

/**
 * Sums of polynomial kernels along grid rows by forward differences. Each difference column holds what
 * changes the running value and its first to fourth differences there; sums begin anew every block of
 * columns, so that rounding cannot drift.
 */
final class RowSweep {
    private static final int SHORTEST_BLOCK = 32;
    private static final int ROWS_A_TASK = 8;
    /** With so few columns a bandwidth, adding each value is as cheap, and wide steps would cost digits. */
    private static final double DIRECT_FROM_STEP = 0.25;

    private RowSweep() {}

    /** Sum of weight × kernel shape at each cell centre. */
    static double[] sum(
            Kernel kernel, double[] x, double[] y, double @Nullable [] weight, Grid grid, double bandwidth) {
        Bands bands = Bands.of(x, y, weight, grid, bandwidth, 1);
        double[] value = new double[grid.cells()];
        double step = grid.cellMetres() / bandwidth;
        if (step > DIRECT_FROM_STEP) {
            return direct(kernel, bands, grid, step);
        }
        int block = blockOf(grid, step);
        boolean quartic = kernel == Kernel.QUARTIC;
        int orders = quartic ? 5 : 3;
        int tasks = (grid.ny() + ROWS_A_TASK - 1) / ROWS_A_TASK;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            double[] change = new double[(grid.nx() + 1) * orders];
            for (int row = task * ROWS_A_TASK; row < Math.min(grid.ny(), (task + 1) * ROWS_A_TASK); row++) {
                Arrays.fill(change, 0);
                if (quartic) {
                    enterQuartic(bands, row, step, grid.nx(), block, change);
                    runQuartic(change, block, value, row * grid.nx(), grid.nx());
                } else {
                    enterEpanechnikov(bands, row, step, grid.nx(), block, change);
                    runEpanechnikov(change, block, value, row * grid.nx(), grid.nx());
                }
            }
        });
        return value;
    }

    private static double[] direct(Kernel kernel, Bands bands, Grid grid, double step) {
        double[] value = new double[grid.cells()];
        IntStream.range(0, grid.ny()).parallel().forEach(row -> {
            double at = row * step;
            for (int i = bands.from(row); i < bands.to(row); i++) {
                double dv = at - bands.v[i];
                double rest = 1 - dv * dv;
                if (rest > 0) {
                    double half = Math.sqrt(rest);
                    int to = afterLastColumn(bands.u[i] + half, step, grid.nx());
                    for (int column = firstColumn(bands.u[i] - half, step, grid.nx()); column < to; column++) {
                        double du = column * step - bands.u[i];
                        value[row * grid.nx() + column] += bands.weight[i] * kernel.shape(dv * dv + du * du);
                    }
                }
            }
        });
        return value;
    }

    /** Points within a radius of each cell centre. */
    static int[] count(double[] x, double[] y, Grid grid, double radius) {
        Bands bands = Bands.of(x, y, null, grid, radius, 1);
        int[] counts = new int[grid.cells()];
        double step = grid.cellMetres() / radius;
        IntStream.range(0, grid.ny()).parallel().forEach(row -> {
            int[] change = new int[grid.nx() + 1];
            double at = row * step;
            for (int i = bands.from(row); i < bands.to(row); i++) {
                double dv = at - bands.v[i];
                double rest = 1 - dv * dv;
                if (rest > 0) {
                    double half = Math.sqrt(rest);
                    change[firstColumn(bands.u[i] - half, step, grid.nx())]++;
                    change[afterLastColumn(bands.u[i] + half, step, grid.nx())]--;
                }
            }
            int running = 0;
            for (int column = 0; column < grid.nx(); column++) {
                running += change[column];
                counts[row * grid.nx() + column] = running;
            }
        });
        return counts;
    }

    private static int blockOf(Grid grid, double step) {
        return (int) Math.min(grid.nx(), Math.max(SHORTEST_BLOCK, Math.ceil(2 / step)));
    }

    private static int firstColumn(double u, double step, int columns) {
        double column = Math.ceil(u / step);
        return column <= 0 ? 0 : column >= columns ? columns : (int) column;
    }

    private static int afterLastColumn(double u, double step, int columns) {
        double column = Math.floor(u / step) + 1;
        return column <= 0 ? 0 : column >= columns ? columns : (int) column;
    }

    private static void enterQuartic(Bands bands, int row, double step, int columns, int block, double[] change) {
        double at = row * step;
        int end = bands.to(row);
        for (int i = bands.from(row); i < end; i++) {
            double dv = at - bands.v[i];
            double rest = 1 - dv * dv;
            if (!(rest > 0)) {
                continue;
            }
            double half = Math.sqrt(rest);
            double u = bands.u[i];
            int from = firstColumn(u - half, step, columns);
            int to = afterLastColumn(u + half, step, columns);
            if (from >= to) {
                continue;
            }
            double weight = bands.weight[i];
            quartic(change, from, from * step - u, rest, step, weight);
            int begin = (from / block + 1) * block;
            for (; begin < to; begin += block) {
                quartic(change, begin, begin * step - u, rest, step, weight);
            }
            if (to < begin && to < columns) {
                quartic(change, to, to * step - u, rest, step, -weight);
            }
        }
    }

    /** Value and forward differences at t = 0 of (rest − (u + t·step)²)², a polynomial of fourth degree. */
    private static void quartic(double[] change, int column, double u, double rest, double step, double weight) {
        double a = rest - u * u;
        double b = -2 * u * step;
        double c = -step * step;
        double c1 = 2 * a * b;
        double c2 = b * b + 2 * a * c;
        double c3 = 2 * b * c;
        double c4 = c * c;
        int k = column * 5;
        change[k] += weight * a * a;
        change[k + 1] += weight * (c1 + c2 + c3 + c4);
        change[k + 2] += weight * (2 * c2 + 6 * c3 + 14 * c4);
        change[k + 3] += weight * (6 * c3 + 36 * c4);
        change[k + 4] += weight * 24 * c4;
    }

    private static void runQuartic(double[] change, int block, double[] value, int offset, int columns) {
        double f0 = 0;
        double f1 = 0;
        double f2 = 0;
        double f3 = 0;
        double f4 = 0;
        int nextBlock = 0;
        for (int column = 0, k = 0; column < columns; column++, k += 5) {
            if (column == nextBlock) {
                f0 = 0;
                f1 = 0;
                f2 = 0;
                f3 = 0;
                f4 = 0;
                nextBlock += block;
            }
            f0 += change[k];
            f1 += change[k + 1];
            f2 += change[k + 2];
            f3 += change[k + 3];
            f4 += change[k + 4];
            value[offset + column] = f0;
            f0 += f1;
            f1 += f2;
            f2 += f3;
            f3 += f4;
        }
    }

    private static void enterEpanechnikov(Bands bands, int row, double step, int columns, int block, double[] change) {
        double at = row * step;
        int end = bands.to(row);
        for (int i = bands.from(row); i < end; i++) {
            double dv = at - bands.v[i];
            double rest = 1 - dv * dv;
            if (!(rest > 0)) {
                continue;
            }
            double half = Math.sqrt(rest);
            double u = bands.u[i];
            int from = firstColumn(u - half, step, columns);
            int to = afterLastColumn(u + half, step, columns);
            if (from >= to) {
                continue;
            }
            double weight = bands.weight[i];
            epanechnikov(change, from, from * step - u, rest, step, weight);
            int begin = (from / block + 1) * block;
            for (; begin < to; begin += block) {
                epanechnikov(change, begin, begin * step - u, rest, step, weight);
            }
            if (to < begin && to < columns) {
                epanechnikov(change, to, to * step - u, rest, step, -weight);
            }
        }
    }

    private static void epanechnikov(double[] change, int column, double u, double rest, double step, double weight) {
        int k = column * 3;
        change[k] += weight * (rest - u * u);
        change[k + 1] -= weight * (2 * u + step) * step;
        change[k + 2] -= weight * 2 * step * step;
    }

    private static void runEpanechnikov(double[] change, int block, double[] value, int offset, int columns) {
        double f0 = 0;
        double f1 = 0;
        double f2 = 0;
        int nextBlock = 0;
        for (int column = 0, k = 0; column < columns; column++, k += 3) {
            if (column == nextBlock) {
                f0 = 0;
                f1 = 0;
                f2 = 0;
                nextBlock += block;
            }
            f0 += change[k];
            f1 += change[k + 1];
            f2 += change[k + 2];
            value[offset + column] = f0;
            f0 += f1;
            f1 += f2;
        }
    }
}
