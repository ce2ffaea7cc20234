package se.lageskarta.geo.hotspot;

/**
 * When two outlines are the same place.
 *
 * @param leastOverlap least part of their union that both outlines hold, 0 to 1, 0 excluded
 * @param nearMetres greatest distance between the middles of two outlines that are the same place without so much overlap, 0 or more
 * @param rememberedMonths for how many months a spot that is not seen is recognised, 1 or more
 */
public record SpotOptions(double leastOverlap, double nearMetres, int rememberedMonths) {
    /** Three tenths, a hundred metres, two years. */
    public static final SpotOptions DEFAULT = new SpotOptions(0.3, 100, 24);

    public SpotOptions {
        if (!(leastOverlap > 0 && leastOverlap <= 1)) {
            throw new IllegalArgumentException(
                    "leastOverlap is " + leastOverlap + ", but must be greater than 0 and at most 1");
        }
        if (!(nearMetres >= 0) || Double.isInfinite(nearMetres)) {
            throw new IllegalArgumentException("nearMetres is " + nearMetres + ", but must be 0 metres or more");
        }
        if (rememberedMonths < 1) {
            throw new IllegalArgumentException("rememberedMonths is " + rememberedMonths + ", but must be 1 or more");
        }
    }
}
