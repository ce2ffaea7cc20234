package se.lageskarta.geo.tile;

import org.jspecify.annotations.Nullable;

/**
 * Where incidents weigh on a heat surface. The arrays are handed out without copying, and nobody writes to them.
 */
public final class HeatPlaces {
    private final double[] x;
    private final double[] y;
    private final double @Nullable [] weight;
    private final double @Nullable [] incidents;

    /**
     * @param x metres east
     * @param y metres north
     * @param weight what each place counts, above 0; null for 1 each
     * @param incidents how many incidents each stands for, parts of one too: so many must be in reach before anything is
     *     drawn; null for 1 each
     */
    public HeatPlaces(double[] x, double[] y, double @Nullable [] weight, double @Nullable [] incidents) {
        int n = x.length;
        if (y.length != n || weight != null && weight.length != n || incidents != null && incidents.length != n) {
            throw new IllegalArgumentException("places must have as many of each as x: " + n);
        }
        this.x = x;
        this.y = y;
        this.weight = weight;
        this.incidents = incidents;
    }

    public double[] x() {
        return x;
    }

    public double[] y() {
        return y;
    }

    public double @Nullable [] weight() {
        return weight;
    }

    public double @Nullable [] incidents() {
        return incidents;
    }
}
