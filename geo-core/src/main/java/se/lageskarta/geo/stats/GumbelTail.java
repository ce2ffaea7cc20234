package se.lageskarta.geo.stats;

import java.util.Arrays;

/**
 * Gumbel distribution with the mean and the variance of a sample of maxima; gives the chance of values that no
 * draw reached. Source: Abrams, Kleinman &amp; Kulldorff (2010), Int. J. Health Geographics 9:61.
 *
 * @param location mode
 * @param scale greater than 0
 */
record GumbelTail(double location, double scale) {
    private static final double EULER = 0.577_215_664_901_532_9;

    /** @param maxima two or more */
    static GumbelTail of(double[] maxima) {
        double mean = Arrays.stream(maxima).sum() / maxima.length;
        double squares = 0;
        for (double value : maxima) {
            squares += (value - mean) * (value - mean);
        }
        double scale = Math.sqrt(squares / (maxima.length - 1) * 6) / Math.PI;
        return new GumbelTail(mean - EULER * scale, scale);
    }

    /** Chance of a value at least as great. */
    double chanceOf(double value) {
        if (scale == 0) {
            return value <= location ? 1 : 0;
        }
        return -Math.expm1(-Math.exp(-(value - location) / scale));
    }
}
