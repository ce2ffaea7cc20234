package se.lageskarta.geo.density;

import java.util.Locale;

/**
 * How one incident is spread over its surroundings; u is the distance divided by the bandwidth, and each
 * kernel's integral over the plane is 1.
 */
public enum Kernel {
    /** 3/π (1 − u²)² for u below 1. */
    QUARTIC(1, 3 / Math.PI),
    /** 2/π (1 − u²) for u below 1. */
    EPANECHNIKOV(1, 2 / Math.PI),
    /** exp(−u²/2) / 2π; the bandwidth is the standard deviation. */
    GAUSSIAN(Kernel.GAUSSIAN_REACH, 1 / (2 * Math.PI));

    /**
     * Bandwidths beyond which a Gaussian is left out: there it is below 2·10<sup>−12</sup> of its peak, which
     * bounds the error of a surface by that part of (total weight × peak).
     */
    static final double GAUSSIAN_REACH = 7.4;

    private final double reach;
    private final double atZero;

    Kernel(double reach, double atZero) {
        this.reach = reach;
        this.atZero = atZero;
    }

    /**
     * @param name quartic, epanechnikov or gaussian, in any case
     * @throws IllegalArgumentException for another name
     */
    public static Kernel parse(String name) {
        for (Kernel kernel : values()) {
            if (kernel.code().equals(name.toLowerCase(Locale.ROOT))) {
                return kernel;
            }
        }
        throw new IllegalArgumentException("kernel is '" + name + "', but must be quartic, epanechnikov or gaussian");
    }

    /** As it is written in files and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bandwidths that an incident reaches. */
    double reach() {
        return reach;
    }

    /** Value at distance 0 for a bandwidth of 1. */
    double atZero() {
        return atZero;
    }

    /** Value at a squared distance, for a bandwidth of 1. */
    public double valueAt(double uSquared) {
        return atZero * shape(uSquared);
    }

    /** Value at a squared distance, relative to that at distance 0. */
    double shape(double uSquared) {
        double rest = 1 - uSquared;
        return switch (this) {
            case QUARTIC -> rest > 0 ? rest * rest : 0;
            case EPANECHNIKOV -> Math.max(rest, 0);
            case GAUSSIAN -> Math.exp(-uSquared / 2);
        };
    }
}
