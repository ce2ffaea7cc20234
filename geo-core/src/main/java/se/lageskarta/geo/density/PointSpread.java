package se.lageskarta.geo.density;

import java.util.Arrays;

/** Rules of thumb for points in the plane, in metres. */
public final class PointSpread {
    private PointSpread() {}

    /**
     * Search radius of ArcGIS Pro's Kernel Density: 0.9 min(SD, √(1/ln 2) D) n<sup>−1/5</sup>, with SD the
     * standard distance and D the median distance from the mean centre.
     *
     * @param x metres east, at least one, finite
     */
    public static double searchRadius(double[] x, double[] y) {
        int n = x.length;
        if (n == 0 || y.length != n) {
            throw new IllegalArgumentException(
                    "x, y has " + n + " and " + y.length + " values, but must have at least one and as many of each");
        }
        double meanX = Arrays.stream(x).map(v -> v - x[0]).sum() / n + x[0];
        double meanY = Arrays.stream(y).map(v -> v - y[0]).sum() / n + y[0];
        double[] distance = new double[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            distance[i] = Math.hypot(x[i] - meanX, y[i] - meanY);
            squares += distance[i] * distance[i];
        }
        Arrays.sort(distance);
        double median = (distance[(n - 1) / 2] + distance[n / 2]) / 2;
        return 0.9 * Math.min(Math.sqrt(squares / n), Math.sqrt(1 / Math.log(2)) * median) * Math.pow(n, -0.2);
    }
}
