package se.lageskarta.geo.read.feature;

/** How much one shape of an imported file may hold. */
public final class ShapeLimits {
    /** Positions in all; the coast of a whole county has fewer. */
    public static final int MAX_VERTICES = 200_000;
    /** Rings, lines and members in all. */
    public static final int MAX_PARTS = 200;

    private ShapeLimits() {}
}
