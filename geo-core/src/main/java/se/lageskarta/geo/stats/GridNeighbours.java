package se.lageskarta.geo.stats;

import java.util.Arrays;
import se.lageskarta.geo.grid.Grid;

/**
 * Neighbours among the cells of a study area by a {@link CellShape}. Sums run over prefix sums of each row: one
 * subtraction for each row of the shape, whatever its width. O(cells · rows of the shape) time; memory of
 * about two rasters. Cells outside the area neither give a value nor count.
 */
public final class GridNeighbours implements Neighbours {
    private final StudyArea area;
    private final CellShape shape;
    private final int[] counts;

    public GridNeighbours(StudyArea area, CellShape shape) {
        Grid grid = area.grid();
        if ((long) grid.ny() * (grid.nx() + 2L * shape.reach() + 1) > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException("the neighbourhood reaches " + shape.reach()
                    + " cells, but must be smaller on a raster of " + grid.nx() + " × " + grid.ny());
        }
        this.area = area;
        this.shape = shape;
        counts = area.isWhole() ? wholeCounts() : maskedCounts();
        for (int i = 0; i < counts.length; i++) {
            counts[i]--;
        }
    }

    public StudyArea area() {
        return area;
    }

    @Override
    public int size() {
        return area.size();
    }

    @Override
    public int[] counts() {
        return counts;
    }

    @Override
    public double[] sumsWithSelf(double[] value) {
        Neighbours.requireValues(value, area.size());
        Grid grid = area.grid();
        int nx = grid.nx();
        int reach = shape.reach();
        int width = nx + 2 * reach + 1;
        double[] prefix = prefixSums(value, width);
        double[] sums = new double[area.size()];
        double[] line = area.isWhole() ? sums : new double[nx];
        int at = 0;
        for (int row = 0; row < grid.ny(); row++) {
            int base = area.isWhole() ? row * nx : 0;
            if (!area.isWhole()) {
                Arrays.fill(line, 0);
            }
            for (int other = Math.max(0, row - reach); other <= Math.min(grid.ny() - 1, row + reach); other++) {
                int half = shape.halfWidth(Math.abs(other - row));
                int low = other * width + reach - half;
                addSpans(line, base, nx, prefix, low, low + 2 * half + 1);
            }
            if (!area.isWhole()) {
                at = gather(line, row, sums, at);
            }
        }
        return sums;
    }

    private static void addSpans(double[] line, int base, int nx, double[] prefix, int low, int high) {
        for (int column = 0; column < nx; column++) {
            line[base + column] += prefix[high + column] - prefix[low + column];
        }
    }

    /** Row by row the sum of all values west of a column, with room for the shape on both sides. */
    private double[] prefixSums(double[] value, int width) {
        Grid grid = area.grid();
        int reach = shape.reach();
        double[] prefix = new double[grid.ny() * width];
        int at = 0;
        for (int row = 0; row < grid.ny(); row++) {
            int base = row * width + reach + 1;
            double total = 0;
            if (area.isWhole()) {
                for (int column = 0; column < grid.nx(); column++) {
                    total += value[at++];
                    prefix[base + column] = total;
                }
            } else {
                for (int column = 0; column < grid.nx(); column++) {
                    if (at < value.length && area.cell(at) == row * grid.nx() + column) {
                        total += value[at++];
                    }
                    prefix[base + column] = total;
                }
            }
            Arrays.fill(prefix, base + grid.nx(), (row + 1) * width, total);
        }
        return prefix;
    }

    private int gather(double[] line, int row, double[] sums, int from) {
        int nx = area.grid().nx();
        int at = from;
        while (at < sums.length && area.cell(at) < (row + 1) * nx) {
            sums[at] = line[area.cell(at) - row * nx];
            at++;
        }
        return at;
    }

    /** Cells in the shape, the middle one counted: by row and column alone when nothing is left out. */
    private int[] wholeCounts() {
        Grid grid = area.grid();
        int[] cells = new int[grid.cells()];
        int reach = shape.reach();
        for (int row = 0; row < grid.ny(); row++) {
            if (row > reach && row + reach < grid.ny()) {
                System.arraycopy(cells, (row - 1) * grid.nx(), cells, row * grid.nx(), grid.nx());
                continue;
            }
            for (int other = Math.max(0, row - reach); other <= Math.min(grid.ny() - 1, row + reach); other++) {
                int half = shape.halfWidth(Math.abs(other - row));
                for (int column = 0; column < grid.nx(); column++) {
                    cells[row * grid.nx() + column] +=
                            Math.min(grid.nx() - 1, column + half) - Math.max(0, column - half) + 1;
                }
            }
        }
        return cells;
    }

    private int[] maskedCounts() {
        double[] ones = new double[area.size()];
        Arrays.fill(ones, 1);
        double[] sums = sumsWithSelf(ones);
        int[] cells = new int[sums.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (int) sums[i];
        }
        return cells;
    }
}
