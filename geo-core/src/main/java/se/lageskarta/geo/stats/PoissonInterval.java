package se.lageskarta.geo.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The exact 95 % interval of a Poisson mean, from one count. Source: Garwood (1936), Biometrika 28. Holds the true mean in at
 * least 95 of 100 cases; incidents that come in series scatter more, and then it is too narrow.
 *
 * @param low lower end, 0 for a count of 0
 * @param high upper end
 */
public record PoissonInterval(double low, double high) {
    private static final double TAIL = 0.025;

    /** @param count 0 or more */
    public static PoissonInterval of(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + ", but must be 0 or more");
        }
        double low = count == 0 ? 0 : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(TAIL) / 2;
        double high = ChiSquaredDistribution.of(2.0 * count + 2).inverseCumulativeProbability(1 - TAIL) / 2;
        return new PoissonInterval(low, high);
    }
}
