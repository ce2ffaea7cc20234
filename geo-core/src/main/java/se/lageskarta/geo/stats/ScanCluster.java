package se.lageskarta.geo.stats;

/**
 * A circle and a time window that hold more than expected.
 *
 * @param centre place at the middle of the circle
 * @param places all places within, ascending; also those without a case
 * @param radius distance from the centre to the farthest place, in the unit of the places' distances
 * @param start first time step; 0 when only space was looked at
 * @param end last time step, included; 0 when only space was looked at
 * @param observed cases within
 * @param expected cases that chance brings
 * @param llr log likelihood ratio
 * @param p chance of a circle and window at least as unusual anywhere: (draws at least as unusual + 1) / (draws + 1);
 *     NaN when chance was not drawn
 * @param gumbelP the same from a Gumbel distribution fitted to the draws, which goes below 1 / (draws + 1); NaN
 *     when fewer than two draws were made
 * @param drawn how often chance was drawn
 */
public record ScanCluster(
        int centre,
        int[] places,
        double radius,
        int start,
        int end,
        int observed,
        double expected,
        double llr,
        double p,
        double gumbelP,
        int drawn) {
    private static final int FEW = 10;

    /** Observed by expected. */
    public double ratio() {
        return observed / expected;
    }

    /**
     * How many looks, on average, lie between two clusters as unusual as this one when nothing is going on: with
     * one look a month, months. The tail is used where too few draws reached this far.
     */
    public double recurrence() {
        return 1 / bestP();
    }

    /** {@link #p}, or {@link #gumbelP} where fewer than ten draws were as unusual. */
    public double bestP() {
        double asUnusual = p * (drawn + 1) - 1;
        return asUnusual < FEW - 0.5 && !Double.isNaN(gumbelP) ? gumbelP : p;
    }
}
