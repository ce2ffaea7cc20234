package se.lageskarta.geo.density;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.grid.Grid;

/**
 * Counts and weights within a radius of each cell centre, along grid rows: a point is entered at the first
 * column it reaches and taken out after the last. A point at exactly the radius does not count. Weights are
 * whole numbers of 2<sup>−62</sup> of what all of them could weigh, so sums do not depend on the points' order.
 */
final class DiscSweep {
    private static final int BITS_FOR_SUMS = 61;

    private final NearPoints points;
    private final Grid grid;
    private final double radius;

    private DiscSweep(NearPoints points, Grid grid, double radius) {
        this.points = points;
        this.grid = grid;
        this.radius = radius;
    }

    /** Points within a radius of each cell centre. */
    static int[] count(double[] x, double[] y, Grid grid, double radius) {
        DiscSweep sweep = new DiscSweep(NearPoints.unblocked(x, y, null, grid, radius), grid, radius);
        int[] counts = new int[grid.cells()];
        IntStream.range(0, grid.ny()).parallel().forEach(row -> {
            long[] change = sweep.changes(row, 1);
            int running = 0;
            for (int column = 0; column < grid.nx(); column++) {
                running += (int) change[column];
                counts[row * grid.nx() + column] = running;
            }
        });
        return counts;
    }

    /** Weight within a radius of each cell centre. */
    static double[] sum(double[] x, double[] y, double @Nullable [] weight, Grid grid, double radius) {
        NearPoints points = NearPoints.unblocked(x, y, weight, grid, radius);
        DiscSweep sweep = new DiscSweep(points, grid, radius);
        int spare = BITS_FOR_SUMS - Integer.SIZE + Integer.numberOfLeadingZeros(points.size());
        double scale = Math.scalb(1.0, spare - Math.getExponent(points.heaviest) - 1);
        double[] value = new double[grid.cells()];
        IntStream.range(0, grid.ny()).parallel().forEach(row -> {
            long[] change = sweep.changes(row, scale);
            long running = 0;
            for (int column = 0; column < grid.nx(); column++) {
                running += change[column];
                value[row * grid.nx() + column] = running / scale;
            }
        });
        return value;
    }

    private long[] changes(int row, double scale) {
        long[] change = new long[grid.nx() + 1];
        double cell = grid.cellMetres();
        double square = radius * radius;
        for (int i = points.from(0, row); i < points.to(0, row); i++) {
            double dy = row * cell - points.north[i];
            double chord = square - dy * dy;
            if (chord > 0) {
                double half = Math.sqrt(chord);
                double east = points.east[i];
                int first = column((east - half) / cell);
                // the root is rounded: the first and last column are found by the distance itself
                while (first > 0 && reaches(first - 1, east, dy, square)) {
                    first--;
                }
                while (first < grid.nx() && first * cell <= east && !reaches(first, east, dy, square)) {
                    first++;
                }
                int after = Math.max(first, column((east + half) / cell));
                while (after < grid.nx() && reaches(after, east, dy, square)) {
                    after++;
                }
                while (after > first && !reaches(after - 1, east, dy, square)) {
                    after--;
                }
                long own = (long) (points.weight[i] * scale);
                change[first] += own;
                change[after] -= own;
            }
        }
        return change;
    }

    private boolean reaches(int column, double east, double dy, double square) {
        double dx = column * grid.cellMetres() - east;
        return dx * dx + dy * dy < square;
    }

    private int column(double at) {
        return at < 0 ? 0 : at >= grid.nx() ? grid.nx() : (int) at + 1;
    }
}
