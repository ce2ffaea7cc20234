package se.lageskarta.geo.stats;

/**
 * Which cells around a cell count as its neighbours: those whose centre is at most a distance away. The same
 * around every cell and the same in all four directions. The cell itself lies in its shape; whether it counts
 * is each statistic's matter.
 */
public final class CellShape {
    /** The four cells that share a side. */
    public static final CellShape ROOK = new CellShape(1);
    /** The eight cells that share a side or a corner. */
    public static final CellShape QUEEN = new CellShape(2);

    private static final int MOST_CELLS = 1000;

    /** Cells to either side of the middle column in the row so many rows away. */
    private final int[] halfWidth;

    private CellShape(long squaredCells) {
        halfWidth = new int[(int) Math.sqrt(squaredCells) + 1];
        for (int row = 0; row < halfWidth.length; row++) {
            halfWidth[row] = (int) Math.sqrt(squaredCells - (long) row * row);
        }
    }

    /**
     * Cells whose centre is at most so many cell sides away: 1 is {@link #ROOK}, 1.42 is {@link #QUEEN}.
     *
     * @param cells 1 to 1,000; a shortfall below 0.001 is taken for rounding, so that 1.414 means √2
     */
    public static CellShape disc(double cells) {
        if (!(cells >= 1 && cells <= MOST_CELLS)) {
            throw new IllegalArgumentException(
                    "cells is " + cells + ", but must be from 1 to " + MOST_CELLS + " cell sides");
        }
        double reach = cells + 1e-3;
        return new CellShape((long) Math.floor(reach * reach));
    }

    /** Cells whose centre is at most so many metres away. */
    public static CellShape within(double metres, double cellMetres) {
        if (!(metres >= cellMetres)) {
            throw new IllegalArgumentException(
                    "metres is " + metres + ", but must be at least the side of a cell: " + cellMetres);
        }
        return disc(metres / cellMetres);
    }

    /** Rows to the north and to the south. */
    public int reach() {
        return halfWidth.length - 1;
    }

    /** Cells to either side in the row so many rows away, 0 to {@link #reach()}. */
    public int halfWidth(int rows) {
        return halfWidth[rows];
    }

    /** Neighbours of a cell far from any edge, itself not counted. */
    public int neighbours() {
        int cells = 2 * halfWidth[0];
        for (int row = 1; row < halfWidth.length; row++) {
            cells += 2 * (2 * halfWidth[row] + 1);
        }
        return cells;
    }
}
