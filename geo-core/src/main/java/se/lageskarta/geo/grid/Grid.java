package se.lageskarta.geo.grid;

/**
 * A raster of square cells: column 0 is the westernmost, row 0 the southernmost. The value of cell
 * (column, row) is at index {@code row * nx + column} and belongs to the cell's centre.
 *
 * @param x0 metres east of the lower left corner
 * @param y0 metres north of the lower left corner
 * @param cellMetres side of a cell, greater than 0
 * @param nx columns, 1 or more
 * @param ny rows, 1 or more; {@code nx * ny} at most {@link #MAX_CELLS}
 */
public record Grid(double x0, double y0, double cellMetres, int nx, int ny) {
    /** 16 million cells are 128 MB of numbers: more would threaten the service, and no screen shows as many. */
    public static final int MAX_CELLS = 16_000_000;

    public Grid {
        if (!Double.isFinite(x0) || !Double.isFinite(y0)) {
            throw new IllegalArgumentException("x0, y0 is " + x0 + ", " + y0 + ", but must be finite metres");
        }
        if (!(cellMetres > 0) || Double.isInfinite(cellMetres)) {
            throw new IllegalArgumentException("cellMetres is " + cellMetres + ", but must be greater than 0");
        }
        if (nx < 1 || ny < 1) {
            throw new IllegalArgumentException("nx, ny is " + nx + ", " + ny + ", but must be 1 or more");
        }
        if ((long) nx * ny > MAX_CELLS) {
            throw new GridTooLargeException(nx, ny);
        }
    }

    /**
     * The smallest raster over the box whose corner is a whole multiple of the cell side, so that two
     * questions about overlapping boxes share their cells.
     *
     * @throws GridTooLargeException when that takes more than {@link #MAX_CELLS}
     */
    public static Grid covering(double west, double south, double east, double north, double cellMetres) {
        if (!(cellMetres > 0) || Double.isInfinite(cellMetres)) {
            throw new IllegalArgumentException("cellMetres is " + cellMetres + ", but must be greater than 0");
        }
        if (!(east >= west) || !(north >= south)) {
            throw new IllegalArgumentException("the box is " + west + ", " + south + ", " + east + ", " + north
                    + ", but must be west, south, east, north");
        }
        double column = Math.floor(west / cellMetres);
        double row = Math.floor(south / cellMetres);
        double nx = Math.max(1, Math.ceil(east / cellMetres) - column);
        double ny = Math.max(1, Math.ceil(north / cellMetres) - row);
        if (!(nx * ny <= MAX_CELLS)) {
            throw new GridTooLargeException(nx, ny);
        }
        return new Grid(column * cellMetres, row * cellMetres, cellMetres, (int) nx, (int) ny);
    }

    public int cells() {
        return nx * ny;
    }

    /** Metres east of a column's centres. */
    public double centreX(int column) {
        return x0 + (column + 0.5) * cellMetres;
    }

    /** Metres north of a row's centres. */
    public double centreY(int row) {
        return y0 + (row + 0.5) * cellMetres;
    }

    public double maxX() {
        return x0 + nx * cellMetres;
    }

    public double maxY() {
        return y0 + ny * cellMetres;
    }

    /** Square kilometres of one cell. */
    public double cellKm2() {
        return cellMetres * cellMetres / 1e6;
    }
}
