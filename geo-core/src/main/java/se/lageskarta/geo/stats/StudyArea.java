package se.lageskarta.geo.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.index.PointIndex;

/**
 * The cells a grid statistic speaks about (undersökningsområde): all cells of a raster, or those whose centre
 * lies inside a boundary or near given points. Cells without incidents belong to it as well: leaving them out,
 * or taking in a forest where nobody lives, changes every mean and so every answer.
 *
 * <p>Inside cells are numbered 0, 1, 2 … by row from the south, then by column from the west; all arrays of
 * values in this room follow those numbers. A point belongs to the cell that holds it, one on an edge to the
 * cell east or north of it.
 */
public final class StudyArea {
    private final Grid grid;
    /** Raster index of each inside cell, ascending. */
    private final int[] cell;
    /** Number of each raster cell, −1 outside; null when all are inside. */
    private final int @Nullable [] number;

    private StudyArea(Grid grid, boolean[] inside) {
        this.grid = grid;
        int[] found = new int[inside.length];
        int[] numbers = new int[inside.length];
        int size = 0;
        for (int i = 0; i < inside.length; i++) {
            numbers[i] = inside[i] ? size : -1;
            if (inside[i]) {
                found[size++] = i;
            }
        }
        if (size == 0) {
            throw new IllegalArgumentException("the study area holds 0 cells of " + grid.cellMetres()
                    + " m, but must hold 1 or more: take smaller cells or a larger boundary");
        }
        cell = Arrays.copyOf(found, size);
        number = size == inside.length ? null : numbers;
    }

    /** All cells of a raster. */
    public static StudyArea whole(Grid grid) {
        boolean[] inside = new boolean[grid.cells()];
        Arrays.fill(inside, true);
        return new StudyArea(grid, inside);
    }

    /**
     * @param inside one a raster cell, row 0 is the southernmost
     * @throws IllegalArgumentException when none is inside
     */
    public static StudyArea of(Grid grid, boolean[] inside) {
        if (inside.length != grid.cells()) {
            throw new IllegalArgumentException(
                    "inside has " + inside.length + " values, but must have one a cell: " + grid.cells());
        }
        return new StudyArea(grid, inside);
    }

    /**
     * Cells whose centre is inside the boundary or on it.
     *
     * @param boundary polygons in metres of the grid's system
     */
    public static StudyArea within(Grid grid, Geometry boundary) {
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(boundary);
        boolean[] inside = new boolean[grid.cells()];
        Coordinate centre = new Coordinate();
        for (int i = 0; i < inside.length; i++) {
            centre.setX(grid.centreX(i % grid.nx()));
            centre.setY(grid.centreY(i / grid.nx()));
            inside[i] = area.locate(centre) != Location.EXTERIOR;
        }
        return new StudyArea(grid, inside);
    }

    /** Cells whose centre is at most the distance from a point: the settled area when no boundary is known. */
    public static StudyArea near(Grid grid, double[] x, double[] y, double metres) {
        PointIndex points = PointIndex.of(x, y);
        boolean[] inside = new boolean[grid.cells()];
        for (int i = 0; i < inside.length; i++) {
            int at = i;
            points.forEachWithin(
                    grid.centreX(i % grid.nx()), grid.centreY(i / grid.nx()), metres, row -> inside[at] = true);
        }
        return new StudyArea(grid, inside);
    }

    /**
     * Those of its cells whose centre is inside the boundary or on it.
     *
     * @param boundary polygons in metres of the grid's system
     * @throws IllegalArgumentException when none is inside
     */
    public StudyArea inside(Geometry boundary) {
        StudyArea bounded = within(grid, boundary);
        boolean[] inside = new boolean[grid.cells()];
        for (int raster : cell) {
            inside[raster] = bounded.numberOf(raster % grid.nx(), raster / grid.nx()) >= 0;
        }
        return new StudyArea(grid, inside);
    }

    public Grid grid() {
        return grid;
    }

    /** Cells inside. */
    public int size() {
        return cell.length;
    }

    /** Raster index of an inside cell: {@code row * nx + column}. */
    public int cell(int insideNumber) {
        return cell[insideNumber];
    }

    /** True when every cell of the raster is inside. */
    public boolean isWhole() {
        return number == null;
    }

    /** Number of the inside cell at a raster column and row, −1 when outside. */
    public int numberOf(int column, int row) {
        if (column < 0 || row < 0 || column >= grid.nx() || row >= grid.ny()) {
            return -1;
        }
        int at = row * grid.nx() + column;
        return number == null ? at : number[at];
    }

    /** Number of the inside cell that holds a point, −1 when none does. */
    public int numberAt(double x, double y) {
        double column = Math.floor((x - grid.x0()) / grid.cellMetres());
        double row = Math.floor((y - grid.y0()) / grid.cellMetres());
        if (!(column >= 0 && row >= 0 && column < grid.nx() && row < grid.ny())) {
            return -1;
        }
        return numberOf((int) column, (int) row);
    }

    /** How many points lie in each inside cell; points outside are left out. */
    public double[] counts(double[] x, double[] y) {
        double[] counts = new double[cell.length];
        for (int i = 0; i < x.length; i++) {
            int at = numberAt(x[i], y[i]);
            if (at >= 0) {
                counts[at]++;
            }
        }
        return counts;
    }

    /** Metres east of an inside cell's centre. */
    public double centreX(int insideNumber) {
        return grid.centreX(cell[insideNumber] % grid.nx());
    }

    /** Metres north of an inside cell's centre. */
    public double centreY(int insideNumber) {
        return grid.centreY(cell[insideNumber] / grid.nx());
    }
}
