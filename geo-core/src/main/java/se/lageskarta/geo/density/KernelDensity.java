package se.lageskarta.geo.density;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.grid.Grid;

/**
 * Kernel density, exact: at every cell centre the sum over all incidents of weight × kernel, in weight per
 * square kilometre. No binning, no moving of points to pixels; coordinates are taken relative to the grid, so
 * that seven-digit northings cost no precision.
 *
 * <p>Quartic, Epanechnikov and triweight are computed row by row ({@link RowSweep}), the uniform kernel likewise
 * by counting ({@link DiscSweep}): O(n h/c + cells) for n incidents, bandwidth h and cell side c; the
 * triangular kernel, cells wider than a quarter of the bandwidth and bandwidths that vary take O(n (h/c)²). The
 * Gaussian is the product of a row and a column part, left out beyond 7.4 bandwidths (error below
 * 2·10<sup>−12</sup> of total weight × peak): O(n (h/c)²). Error otherwise below 10<sup>−9</sup> of the maximum,
 * in practice 10<sup>−12</sup>. 28 bytes an incident beyond the input, besides the surface itself.
 *
 * <p>The same bytes come out for any number of threads and any order of rows, and after a shift of incidents and
 * grid by which all their coordinates remain exact (whole metres, or binary fractions of them); where the shift
 * itself rounds coordinates, values follow to that rounding.
 *
 * <p>Sources: Silverman (1986), Density Estimation; the sweep along rows after Chan et al. (2022), SLAM,
 * SIGMOD.
 *
 * @param kernel shape
 * @param bandwidthMetres reach of the kernel, standard deviation of the Gaussian; greater than 0
 */
public record KernelDensity(Kernel kernel, double bandwidthMetres) {
    private static final double SQUARE_METRES_A_KM2 = 1e6;
    /** With so few columns a bandwidth, adding each value is as cheap. */
    private static final double DIRECT_FROM_STEP = 0.25;

    /** A hundred hundredths are not quite 1. */
    private static final double WHOLE = 1e-6;

    private static final int STEPS_A_ROW = 10;
    private static final int STEPS_A_CELL = 20;

    public KernelDensity {
        if (!(bandwidthMetres > 0) || Double.isInfinite(bandwidthMetres)) {
            throw new IllegalArgumentException(
                    "bandwidthMetres is " + bandwidthMetres + ", but must be greater than 0 and finite");
        }
    }

    /**
     * Without edge correction.
     *
     * @param x metres east, finite
     * @param y metres north, as many as {@code x}
     * @param weight finite, 0 or more; null for 1 each
     * @param grid where values are wanted
     */
    public DensitySurface fit(double[] x, double[] y, double @Nullable [] weight, Grid grid) {
        check(x, y, weight);
        return scaled(sum(x, y, weight, grid), grid);
    }

    private DensitySurface scaled(double[] value, Grid grid) {
        double scale = scale();
        for (int i = 0; i < value.length; i++) {
            // what the running sums leave of an exact zero may be a hair below it
            value[i] = Math.max(0, value[i] * scale);
        }
        return new DensitySurface(grid, value, bandwidthMetres, kernel);
    }

    /**
     * With a bandwidth for each incident, without edge correction; the surface's own bandwidth is the method's.
     * O(n (h/c)²).
     *
     * @param bandwidths metres, one an incident, greater than 0 and finite: see {@link AdaptiveBandwidth}
     */
    public DensitySurface fit(double[] x, double[] y, double @Nullable [] weight, double[] bandwidths, Grid grid) {
        check(x, y, weight);
        if (bandwidths.length != x.length) {
            throw new IllegalArgumentException(
                    "bandwidths has " + bandwidths.length + " values, but must have as many as x: " + x.length);
        }
        double[] peak = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double h = bandwidths[i];
            if (!(h > 0) || Double.isInfinite(h)) {
                throw new IllegalArgumentException(
                        "bandwidths is " + h + " in row " + i + ", but must be greater than 0 and finite");
            }
            peak[i] = (weight == null ? 1 : weight[i]) * (bandwidthMetres / h) * (bandwidthMetres / h);
        }
        double[] value = new DirectSum(kernel, x, y, peak, bandwidths, bandwidthMetres, grid).sum();
        return scaled(value, grid);
    }

    /**
     * With edge correction; cells whose centre is outside the boundary become 0, incidents outside are left out.
     *
     * @param boundary polygon in the same metres
     */
    public DensitySurface fit(
            double[] x,
            double[] y,
            double @Nullable [] weight,
            Grid grid,
            EdgeCorrection correction,
            Geometry boundary) {
        check(x, y, weight);
        if (correction == EdgeCorrection.NONE) {
            return fit(x, y, weight, grid);
        }
        CorrectedDensity corrected = new CorrectedDensity(this, correction, boundary);
        return corrected.fit(x, y, corrected.weights(x, y, weight), grid);
    }

    /**
     * The density at places of any kind, by adding up every incident: O(n) a place, for few places.
     *
     * @param weight finite, 0 or more; null for 1 each
     */
    public double[] at(double[] x, double[] y, double @Nullable [] weight, double[] placeX, double[] placeY) {
        check(x, y, weight);
        double square = bandwidthMetres * bandwidthMetres;
        double[] value = new double[placeX.length];
        IntStream.range(0, placeX.length).parallel().forEach(place -> {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double dx = placeX[place] - x[i];
                double dy = placeY[place] - y[i];
                sum += (weight == null ? 1 : weight[i]) * kernel.shape((dx * dx + dy * dy) / square);
            }
            value[place] = sum * scale();
        });
        return value;
    }

    /**
     * How many incidents lie within one bandwidth of each cell centre (two for the Gaussian), whatever their
     * weight: a value that few stand behind should not be shown.
     */
    public int[] reach(double[] x, double[] y, Grid grid) {
        check(x, y, null);
        double radius = kernel == Kernel.GAUSSIAN ? 2 * bandwidthMetres : bandwidthMetres;
        return DiscSweep.count(x, y, grid, radius);
    }

    /**
     * About how many steps of a nanosecond a surface takes, edge correction not counted: what is too much can be refused
     * beforehand. Gaussian and triangular kernels visit every cell they reach, the others every row.
     *
     * @param points how many, 0 or more
     */
    public double effort(int points, Grid grid) {
        double cells = 2 * kernel.reach() * bandwidthMetres / grid.cellMetres() + 2;
        boolean every = kernel == Kernel.GAUSSIAN || kernel == Kernel.TRIANGULAR;
        double aRow = every ? Math.min(cells, grid.nx() + 2.0) : STEPS_A_ROW;
        return points * Math.min(cells, grid.ny() + 2.0) * aRow + (double) STEPS_A_CELL * grid.cells();
    }

    /**
     * The same for incidents that are spread: how many whole ones their parts within reach add up to.
     *
     * @param incidents how many each place stands for, parts of one too; null for 1 each
     */
    public int[] reach(double[] x, double[] y, double @Nullable [] incidents, Grid grid) {
        if (incidents == null) {
            return reach(x, y, grid);
        }
        check(x, y, incidents);
        double radius = kernel == Kernel.GAUSSIAN ? 2 * bandwidthMetres : bandwidthMetres;
        double[] sums = DiscSweep.sum(x, y, incidents, grid, radius);
        int[] whole = new int[sums.length];
        for (int i = 0; i < sums.length; i++) {
            whole[i] = (int) Math.floor(sums[i] + WHOLE);
        }
        return whole;
    }

    private double[] sum(double[] x, double[] y, double @Nullable [] weight, Grid grid) {
        boolean coarse = grid.cellMetres() > DIRECT_FROM_STEP * bandwidthMetres;
        return switch (kernel) {
            case GAUSSIAN -> GaussianSweep.sum(x, y, weight, grid, bandwidthMetres);
            case UNIFORM -> DiscSweep.sum(x, y, weight, grid, bandwidthMetres);
            case TRIANGULAR -> new DirectSum(kernel, x, y, weight, null, bandwidthMetres, grid).sum();
            case EPANECHNIKOV, QUARTIC, TRIWEIGHT ->
                coarse
                        ? new DirectSum(kernel, x, y, weight, null, bandwidthMetres, grid).sum()
                        : RowSweep.sum(kernel.power(), x, y, weight, grid, bandwidthMetres);
        };
    }

    private double scale() {
        return SQUARE_METRES_A_KM2 * kernel.atZero() / (bandwidthMetres * bandwidthMetres);
    }

    static void check(double[] x, double[] y, double @Nullable [] weight) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "y has " + y.length + " values, but must have as many as x: " + x.length);
        }
        if (weight != null && weight.length != x.length) {
            throw new IllegalArgumentException(
                    "weight has " + weight.length + " values, but must have as many as x: " + x.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        "x, y is " + x[i] + ", " + y[i] + " in row " + i + ", but must be finite metres");
            }
            if (weight != null && (!(weight[i] >= 0) || Double.isInfinite(weight[i]))) {
                throw new IllegalArgumentException(
                        "weight is " + weight[i] + " in row " + i + ", but must be 0 or more");
            }
        }
    }
}
