package se.lageskarta.geo.grid;

/** Someone asked for more cells than {@link Grid#MAX_CELLS}. */
public final class GridTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long cells;

    GridTooLargeException(double nx, double ny) {
        super("nx × ny is " + Math.round(nx) + " × " + Math.round(ny) + ", but must be at most " + Grid.MAX_CELLS
                + " cells");
        cells = Math.round(nx * ny);
    }

    /** How many cells were asked for. */
    public long cells() {
        return cells;
    }
}
