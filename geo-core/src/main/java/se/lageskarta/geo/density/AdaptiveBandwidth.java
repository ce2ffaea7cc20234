package se.lageskarta.geo.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.index.PointIndex;

/**
 * A bandwidth of its own for each incident: narrow where many are, wide where few are (two towns and the
 * forest between them), or as uncertain as the mark was drawn.
 *
 * <p>Metres. Sources: Abramson (1982), On bandwidth variation in kernel estimates, Annals of Statistics 10;
 * normalised by the geometric mean and trimmed as in sparr (Davies, Hazelton and Marshall 2011).
 */
public final class AdaptiveBandwidth {
    /** Wider than so many times the median no bandwidth becomes: a lone incident would cover the whole map. */
    private static final double WIDEST = 5;

    private AdaptiveBandwidth() {}

    /**
     * Abramson's square-root law: h<sub>i</sub> = h₀ f(x<sub>i</sub>)<sup>−1/2</sup> / γ, where f is the density
     * of the incidents with bandwidth h₀ at their own places (each counts at its own) and γ the geometric mean of
     * f<sup>−1/2</sup>; at most 5 times the median. The geometric mean of the bandwidths before that cut is
     * h₀. O(n m) for m incidents within reach of one.
     *
     * @param pilot kernel and h₀ in metres
     * @param weight finite, 0 or more; null for 1 each; an incident of weight 0 gets h₀
     * @return one a row of the input
     */
    public static double[] abramson(KernelDensity pilot, double[] x, double[] y, double @Nullable [] weight) {
        double[] density = atOwnPlaces(pilot, x, y, weight);
        double[] width = new double[x.length];
        double logSum = 0;
        int counted = 0;
        for (int i = 0; i < x.length; i++) {
            width[i] = density[i] > 0 ? 1 / Math.sqrt(density[i]) : Double.NaN;
        }
        double[] sorted = Arrays.stream(width).filter(Double::isFinite).sorted().toArray();
        for (double one : sorted) {
            logSum += Math.log(one);
            counted++;
        }
        double mean = counted == 0 ? 1 : Math.exp(logSum / counted);
        double median = counted == 0 ? 1 : (sorted[(counted - 1) / 2] + sorted[counted / 2]) / 2;
        for (int i = 0; i < x.length; i++) {
            double relative = Double.isFinite(width[i]) ? Math.min(width[i], WIDEST * median) / mean : 1;
            width[i] = pilot.bandwidthMetres() * relative;
        }
        return width;
    }

    /**
     * Bandwidths of marks that were drawn with a radius of uncertainty r: √(h² + r²/4). The mark keeps its
     * weight, its peak falls.
     *
     * @param bandwidthMetres h, greater than 0
     * @param radiusMetres r, one a mark; finite, 0 or more
     */
    public static double[] ofDrawnMarks(double bandwidthMetres, double[] radiusMetres) {
        double[] widened = new double[radiusMetres.length];
        for (int i = 0; i < widened.length; i++) {
            double radius = radiusMetres[i];
            if (!(radius >= 0) || Double.isInfinite(radius)) {
                throw new IllegalArgumentException(
                        "radiusMetres is " + radius + " in row " + i + ", but must be 0 or more and finite");
            }
            widened[i] = Math.sqrt(bandwidthMetres * bandwidthMetres + radius * radius / 4);
        }
        return widened;
    }

    /** Sum of weight × kernel shape at each incident's own place. */
    static double[] atOwnPlaces(KernelDensity method, double[] x, double[] y, double @Nullable [] weight) {
        KernelDensity.check(x, y, weight);
        PointIndex index = PointIndex.of(x, y);
        double reach = method.kernel().reach() * method.bandwidthMetres();
        double square = method.bandwidthMetres() * method.bandwidthMetres();
        // rounded terms add up exactly, so the order of the rows does not matter
        double rounder = DirectSum.rounder(weight, x.length);
        double[] sum = new double[x.length];
        IntStream.range(0, x.length).parallel().forEach(i -> {
            double[] own = new double[1];
            index.forEachWithin(x[i], y[i], reach, j -> {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double term = (weight == null ? 1 : weight[j]) * method.kernel().shape((dx * dx + dy * dy) / square);
                own[0] += term + rounder - rounder;
            });
            sum[i] = weight != null && weight[i] == 0 ? 0 : own[0];
        });
        return sum;
    }
}
