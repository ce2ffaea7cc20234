package se.lageskarta.geo.stats;

/**
 * Local Moran's I: whether a place and its neighbours deviate from the mean together (LISA).
 *
 * <p>{@code I_i = (x_i − x̄)/m₂ · mean over neighbours of (x_j − x̄)}, {@code m₂ = Σ(x − x̄)²/n}, row
 * standardised, the place itself left out: the definition of R spdep; PySAL esda's are {@code (n − 1)/n} of
 * it. {@code z} uses the moments under total randomisation (Anselin 1995, Geographical Analysis 27),
 * {@code zConditional} those with the place's own value held fixed (Sokal et al. 1998; Sauer et al. 2021,
 * Geographical Analysis 53). O(places · rows of the neighbourhood).
 *
 * <p>Known limits: as for {@link GiStar}; a place without neighbours has i 0, lag 0 and no z (NaN).
 *
 * @param i local Moran's I
 * @param z under total randomisation
 * @param zConditional with the own value fixed; its sign tells alike (positive) from unlike
 * @param lag mean of the neighbours' values
 * @param quadrant where the place stands
 */
public record LocalMoran(double[] i, double[] z, double[] zConditional, double[] lag, Quadrant[] quadrant) {
    /** A place's own value, then its neighbours' mean, each above the mean of all (high) or not (low). */
    public enum Quadrant {
        HH,
        HL,
        LH,
        LL
    }

    /** Three or more places, one finite value each. */
    public static LocalMoran of(Neighbours neighbours, double[] value) {
        double[] sums = neighbours.sums(value);
        int n = value.length;
        if (n < 3) {
            throw new IllegalArgumentException("value has " + n + " values, but must have 3 or more");
        }
        int[] counts = neighbours.counts();
        double mean = GiStar.mean(value);
        double deviation = GiStar.deviation(value, mean);
        double m2 = deviation * deviation;
        double fourth = 0;
        for (double v : value) {
            fourth += Math.pow(v - mean, 4);
        }
        double b2 = fourth / n / (m2 * m2);
        LocalMoran moran = new LocalMoran(new double[n], new double[n], new double[n], new double[n], new Quadrant[n]);
        for (int k = 0; k < n; k++) {
            double own = value[k] - mean;
            int others = counts[k];
            double lag = others == 0 ? 0 : sums[k] / others;
            double around = others == 0 ? 0 : lag - mean;
            double i = m2 > 0 ? own / m2 * around : 0;
            moran.i[k] = i;
            moran.lag[k] = lag;
            moran.quadrant[k] = quadrant(own > 0, lag > mean);
            moran.z[k] = others == 0 ? Double.NaN : m2 > 0 ? total(i, others, n, b2) : 0;
            moran.zConditional[k] = others == 0 ? Double.NaN : m2 > 0 ? conditional(i, own, others, n, m2) : 0;
        }
        return moran;
    }

    private static double total(double i, int others, int n, double b2) {
        double squares = 1.0 / others;
        double expected = -1 / (n - 1.0);
        double variance = (n - b2) / (n - 1) * squares
                + (2 * b2 - n) / ((n - 1.0) * (n - 2)) * (1 - squares)
                - expected * expected;
        return (i - expected) / Math.sqrt(variance);
    }

    private static double conditional(double i, double own, int others, int n, double m2) {
        double expected = -own * own / ((n - 1) * m2);
        double variance =
                own / m2 * (own / m2) * (n / (n - 2.0)) * (1.0 / others - 1 / (n - 1.0)) * (m2 - own * own / (n - 1));
        return variance > 0 ? (i - expected) / Math.sqrt(variance) : 0;
    }

    private static Quadrant quadrant(boolean high, boolean around) {
        if (high) {
            return around ? Quadrant.HH : Quadrant.HL;
        }
        return around ? Quadrant.LH : Quadrant.LL;
    }

    /** Two-sided normal probability of the conditional z; NaN without neighbours. */
    public double[] p() {
        return GiStar.twoSided(zConditional);
    }
}
