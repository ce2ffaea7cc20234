package se.lageskarta.geo.density;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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
    GAUSSIAN(Kernel.GAUSSIAN_REACH, 1 / (2 * Math.PI)),
    /** 3/π (1 − u) for u below 1. */
    TRIANGULAR(1, 3 / Math.PI),
    /** 1/π for u below 1. */
    UNIFORM(1, 1 / Math.PI),
    /** 4/π (1 − u²)³ for u below 1. */
    TRIWEIGHT(1, 4 / Math.PI);

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
     * @param name as {@link #code()} gives it, in any case
     * @throws IllegalArgumentException for another name
     */
    public static Kernel parse(String name) {
        for (Kernel kernel : values()) {
            if (kernel.code().equals(name.toLowerCase(Locale.ROOT))) {
                return kernel;
            }
        }
        throw new IllegalArgumentException("kernel is '" + name + "', but must be one of "
                + Arrays.stream(values()).map(Kernel::code).collect(Collectors.joining(", ")));
    }

    /** As it is written in files and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bandwidths that an incident reaches. */
    public double reach() {
        return reach;
    }

    /** Value at distance 0 for a bandwidth of 1. */
    double atZero() {
        return atZero;
    }

    /**
     * Standard deviation along one axis for a bandwidth of 1: kernels whose bandwidths make these equal smooth about
     * alike.
     */
    public double sigma() {
        return switch (this) {
            case GAUSSIAN -> 1;
            case EPANECHNIKOV -> Math.sqrt(1 / 6.0);
            case QUARTIC -> Math.sqrt(1 / 8.0);
            case TRIWEIGHT -> Math.sqrt(1 / 10.0);
            case TRIANGULAR -> Math.sqrt(3 / 20.0);
            case UNIFORM -> Math.sqrt(1 / 4.0);
        };
    }

    /** The power of (1 − u²) that a polynomial kernel is. */
    int power() {
        return switch (this) {
            case EPANECHNIKOV -> 1;
            case QUARTIC -> 2;
            case TRIWEIGHT -> 3;
            default -> throw new IllegalStateException(this + " is no power of 1 - u²");
        };
    }

    /** Value at a squared distance, for a bandwidth of 1. */
    public double valueAt(double uSquared) {
        return atZero * shape(uSquared);
    }

    /** Value at a squared distance, relative to that at distance 0. */
    double shape(double uSquared) {
        double rest = Math.max(0, 1 - uSquared);
        return switch (this) {
            case QUARTIC -> rest * rest;
            case EPANECHNIKOV -> rest;
            case TRIWEIGHT -> rest * rest * rest;
            case TRIANGULAR -> Math.max(0, 1 - Math.sqrt(uSquared));
            case UNIFORM -> rest > 0 ? 1 : 0;
            case GAUSSIAN -> Math.exp(-uSquared / 2);
        };
    }

    /**
     * Shapes along a row of places, from one column to before another.
     *
     * @param cell metres between columns
     * @param east metres of the kernel's centre east of column 0
     * @param dy metres from the kernel's centre to the row
     * @param square of the bandwidth
     */
    void shapes(int from, int to, double cell, double east, double dy, double square, double[] shape) {
        for (int column = from; column < to; column++) {
            double dx = column * cell - east;
            shape[column] = shape((dx * dx + dy * dy) / square);
        }
    }

    /**
     * Integral of the shape along a line.
     *
     * @param v the line's distance from the kernel's centre in bandwidths
     * @param from along the line, in bandwidths from the foot of the centre
     * @param to where it ends, not below {@code from}
     */
    double along(double v, double from, double to) {
        double rest = 1 - v * v;
        if (rest <= 0) {
            return 0;
        }
        double half = Math.sqrt(rest);
        double a = Math.max(-half, Math.min(half, from));
        double b = Math.max(-half, Math.min(half, to));
        return antiderivative(v, rest, b) - antiderivative(v, rest, a);
    }

    private double antiderivative(double v, double rest, double t) {
        double cube = t * t * t;
        return switch (this) {
            case UNIFORM -> t;
            case EPANECHNIKOV -> rest * t - cube / 3;
            case QUARTIC -> rest * rest * t - 2 * rest * cube / 3 + cube * t * t / 5;
            case TRIWEIGHT ->
                rest * rest * rest * t - rest * rest * cube + 3 * rest * cube * t * t / 5 - cube * cube * t / 7;
            case TRIANGULAR -> {
                double u = Math.sqrt(v * v + t * t);
                double tail = v == 0 ? 0 : v * v * Math.log((Math.abs(t) + u) / Math.abs(v));
                yield t - (t * u + Math.copySign(tail, t)) / 2;
            }
            case GAUSSIAN -> throw new IllegalStateException("a Gaussian has no end");
        };
    }
}
