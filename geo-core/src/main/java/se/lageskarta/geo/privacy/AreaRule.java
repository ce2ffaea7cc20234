package se.lageskarta.geo.privacy;

/**
 * How large an area must be before anything is told of it. Nobody may set less than {@value #FLOOR_SQUARE} and {@value
 * #FLOOR_MERGED} households: below that a count names a family.
 *
 * @param squareMetres side of the squares that areas are made of, a multiple of {@value #STEP}, at most {@value #WIDEST}
 * @param leastSquare households that a square must hold to be an area of its own, {@value #FLOOR_SQUARE} or more
 * @param leastMerged households that an area of several squares must hold, {@value #FLOOR_MERGED} or more and at least
 *     {@code leastSquare}
 */
public record AreaRule(int squareMetres, int leastSquare, int leastMerged) {
    /** Squares are aligned to multiples of this: metres. */
    public static final int STEP = 500;

    public static final int FLOOR_SQUARE = 20;
    public static final int FLOOR_MERGED = 100;
    private static final int WIDEST = 10_000;
    private static final int MOST = 100_000;

    /** What the public gets. */
    public static final AreaRule PUBLIC = new AreaRule(STEP, 50, FLOOR_MERGED);
    /** What the municipality's own planners get. */
    public static final AreaRule PLANNER = new AreaRule(STEP, FLOOR_SQUARE, FLOOR_MERGED);

    public AreaRule {
        if (squareMetres < STEP || squareMetres > WIDEST || squareMetres % STEP != 0) {
            throw new IllegalArgumentException("squareMetres is " + squareMetres + ", but must be a multiple of " + STEP
                    + " from " + STEP + " to " + WIDEST);
        }
        if (leastSquare < FLOOR_SQUARE || leastSquare > MOST) {
            throw new IllegalArgumentException(
                    "leastSquare is " + leastSquare + ", but must be " + FLOOR_SQUARE + " to " + MOST);
        }
        int least = Math.max(FLOOR_MERGED, leastSquare);
        if (leastMerged < least || leastMerged > MOST) {
            throw new IllegalArgumentException(
                    "leastMerged is " + leastMerged + ", but must be " + least + " to " + MOST);
        }
    }

    /** True when an area of as many squares and households may be told of. */
    public boolean allows(int squares, long households) {
        return households >= (squares == 1 ? leastSquare : leastMerged);
    }
}
