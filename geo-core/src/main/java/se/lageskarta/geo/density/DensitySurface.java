package se.lageskarta.geo.density;

import se.lageskarta.geo.grid.Grid;

/**
 * Incidents per square kilometre at the centres of a grid's cells.
 *
 * @param grid where
 * @param value one a cell, row after row from the south
 * @param bandwidthMetres of the kernel
 * @param kernel which it was made with
 */
public record DensitySurface(Grid grid, double[] value, double bandwidthMetres, Kernel kernel) {
    public DensitySurface {
        if (value.length != grid.cells()) {
            throw new IllegalArgumentException(
                    "value has " + value.length + " values, but must have one a cell: " + grid.cells());
        }
    }

    /** Value at a place, linear between the four nearest cell centres; 0 outside the grid. */
    public double at(double x, double y) {
        double column = (x - grid.x0()) / grid.cellMetres() - 0.5;
        double row = (y - grid.y0()) / grid.cellMetres() - 0.5;
        if (!(column >= -0.5 && row >= -0.5 && column <= grid.nx() - 0.5 && row <= grid.ny() - 0.5)) {
            return 0;
        }
        int west = Math.max(0, (int) Math.floor(column));
        int south = Math.max(0, (int) Math.floor(row));
        int east = Math.min(grid.nx() - 1, west + 1);
        int north = Math.min(grid.ny() - 1, south + 1);
        double partX = Math.max(0, column - west);
        double partY = Math.max(0, row - south);
        double lower = value[south * grid.nx() + west] * (1 - partX) + value[south * grid.nx() + east] * partX;
        double upper = value[north * grid.nx() + west] * (1 - partX) + value[north * grid.nx() + east] * partX;
        return lower * (1 - partY) + upper * partY;
    }

    /** Mean of the values above 0; 0 when there is none. What the classes of a heat map are multiples of. */
    public double meanOfPositive() {
        double sum = 0;
        long positive = 0;
        for (double density : value) {
            if (density > 0) {
                sum += density;
                positive++;
            }
        }
        return positive == 0 ? 0 : sum / positive;
    }

    public double max() {
        double max = 0;
        for (double density : value) {
            max = Math.max(max, density);
        }
        return max;
    }

    /** Number of incidents under the surface. */
    public double integral() {
        double sum = 0;
        for (double density : value) {
            sum += density;
        }
        return sum * grid.cellKm2();
    }
}
