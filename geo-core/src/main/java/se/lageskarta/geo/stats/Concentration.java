package se.lageskarta.geo.stats;

import java.util.Arrays;

/**
 * How few places hold how many incidents: Gini coefficient, the generalised one that does not take "fewer
 * incidents than places" for concentration, and how many places hold a quarter and half of all.
 *
 * <p>{@code G = 2 Σ i·c_i / (L·N) − (L+1)/L} with counts ascending; {@code G' = max(L/N, 1)(G − 1) + 1}. 0 is
 * even, 1 all at one place. Sources: Weisburd (2015), Criminology 53; Bernasco &amp; Steenbeek (2017), J. Quant.
 * Criminology 33. O(L log L).
 *
 * <p>Known limits: the plain Gini and the shares depend on the size of the places and on whether empty ones
 * are listed, so compare only years of the same places.
 *
 * @param places L, with and without incidents
 * @param events N, all incidents
 * @param placesWithQuarter fewest places that together hold 25 % of the incidents
 * @param placesWithHalf fewest places that together hold 50 %
 * @param gini 0 to 1
 * @param generalisedGini 0 to 1
 */
public record Concentration(
        int places, long events, int placesWithQuarter, int placesWithHalf, double gini, double generalisedGini) {

    /** @param count incidents of each place, 0 or more, not all 0 */
    public static Concentration of(int[] count) {
        int[] sorted = count.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || sorted[sorted.length - 1] == 0) {
            throw new IllegalArgumentException("count is 0 everywhere, but must be greater at some place");
        }
        if (sorted[0] < 0) {
            throw new IllegalArgumentException("count is " + sorted[0] + ", but must be 0 or more");
        }
        int places = sorted.length;
        long events = 0;
        double ranked = 0;
        for (int i = 0; i < places; i++) {
            events += sorted[i];
            ranked += (i + 1.0) * sorted[i];
        }
        double gini = 2 * ranked / ((double) places * events) - (places + 1.0) / places;
        return new Concentration(
                places,
                events,
                placesHolding(sorted, events * 0.25),
                placesHolding(sorted, events * 0.5),
                gini,
                Math.max((double) places / events, 1) * (gini - 1) + 1);
    }

    /** Part of all places that hold half of the incidents, 0 to 1. */
    public double shareOfPlacesWithHalf() {
        return (double) placesWithHalf / places;
    }

    private static int placesHolding(int[] sorted, double wanted) {
        long held = 0;
        int places = 0;
        while (held < wanted) {
            held += sorted[sorted.length - 1 - places++];
        }
        return places;
    }
}
