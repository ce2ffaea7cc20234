package se.lageskarta.geo.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.grid.Grid;

/**
 * Two densities with the same kernel set against each other, place by place: incidents per 1,000 inhabitants
 * (or passers-by, lamps, reported unsafe places), and how many times the average that is.
 *
 * <p>Where the second density is near nothing the ratio means nothing: every reading takes a floor, weight per
 * km², below which a place has no value ({@link Double#NaN}). The tolerance is the chance of so high a ratio if
 * both were spread as the second is, from the Gaussian approximation of the log ratio's variance (Hazelton and
 * Davies 2009, Biometrical Journal 51; the asymptotic {@code tolerance} of the R package sparr); it is for one
 * place, so of 100 quiet places some five fall below 0.05. Both densities are scaled to integrate to 1 inside the
 * boundary for it. Its variance is that of a Gaussian kernel; for a kernel of bounded reach it is that of the
 * Gaussian of the same spread. Weighted samples count as many as (Σw)²/Σw².
 */
public final class DualDensity {
    private static final double SQUARE_METRES_A_KM2 = 1e6;
    /** A hundredth of the boundary's longer side is fine enough for the integral of a surface. */
    private static final double CELLS_ACROSS = 100;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] first;
    private final double[] second;
    private final Sample ofFirst;
    private final Sample ofSecond;
    private final double sigma;
    private final double[] inside;
    private final double[] insideNarrow;
    /** What the corrected densities integrate to inside the boundary. */
    private final double[] integrals;

    private DualDensity(
            double[] first,
            double[] second,
            Sample ofFirst,
            Sample ofSecond,
            double sigma,
            double[] inside,
            double[] insideNarrow,
            double[] integrals) {
        this.first = first;
        this.second = second;
        this.ofFirst = ofFirst;
        this.ofSecond = ofSecond;
        this.sigma = sigma;
        this.inside = inside;
        this.insideNarrow = insideNarrow;
        this.integrals = integrals;
    }

    /**
     * Places with weights.
     *
     * @param weight finite, 0 or more, one a place; null for 1 each
     */
    public record Sample(double[] x, double[] y, double @Nullable [] weight) {
        // written out: NullAway overlooks the annotation of an array in the header
        public Sample(double[] x, double[] y, double @Nullable [] weight) {
            KernelDensity.check(x, y, weight);
            this.x = x;
            this.y = y;
            this.weight = weight;
        }

        /** Sum of the weights. */
        public double total() {
            return weight == null ? x.length : Arrays.stream(weight).sum();
        }

        /** So many places of equal weight say as much: (Σw)²/Σw². */
        double effective() {
            if (weight == null) {
                return x.length;
            }
            double squares = Arrays.stream(weight).map(w -> w * w).sum();
            return squares > 0 ? total() * total() / squares : 0;
        }
    }

    /**
     * At the centres of a grid's cells; a value is 0 where the centre is outside the boundary.
     *
     * @param first what is asked about, such as incidents
     * @param second what it is set against, such as inhabitants
     * @param boundary by which both densities are corrected at each place ({@link EdgeCorrection#UNIFORM}), in
     *     the same metres; null for none
     */
    public static DualDensity on(
            KernelDensity method, Sample first, Sample second, Grid grid, @Nullable Geometry boundary) {
        double[] x = new double[grid.cells()];
        double[] y = new double[grid.cells()];
        for (int cell = 0; cell < x.length; cell++) {
            x[cell] = grid.centreX(cell % grid.nx());
            y[cell] = grid.centreY(cell / grid.nx());
        }
        double[] one = method.fit(first.x, first.y, first.weight, grid).value();
        double[] other = method.fit(second.x, second.y, second.weight, grid).value();
        DualDensity dual = corrected(method, first, second, one, other, x, y, boundary);
        if (boundary != null) {
            EdgeFactor edge = EdgeFactor.of(method.kernel(), method.bandwidthMetres(), boundary);
            IntStream.range(0, x.length).parallel().forEach(cell -> {
                if (!edge.isInside(x[cell], y[cell])) {
                    one[cell] = 0;
                    other[cell] = 0;
                }
            });
        }
        return dual;
    }

    /** At any places, O(n) each: see {@link #on}. */
    public static DualDensity at(
            KernelDensity method,
            Sample first,
            Sample second,
            double[] placeX,
            double[] placeY,
            @Nullable Geometry boundary) {
        double[] one = method.at(first.x, first.y, first.weight, placeX, placeY);
        double[] other = method.at(second.x, second.y, second.weight, placeX, placeY);
        return corrected(method, first, second, one, other, placeX, placeY, boundary);
    }

    private static DualDensity corrected(
            KernelDensity method,
            Sample first,
            Sample second,
            double[] one,
            double[] other,
            double[] x,
            double[] y,
            @Nullable Geometry boundary) {
        double[] inside = new double[x.length];
        double[] narrow = new double[x.length];
        Arrays.fill(inside, 1);
        Arrays.fill(narrow, 1);
        double sigma = method.bandwidthMetres() * method.kernel().sigma();
        if (boundary != null) {
            EdgeFactor edge = EdgeFactor.of(method.kernel(), method.bandwidthMetres(), boundary);
            EdgeFactor half = EdgeFactor.of(Kernel.GAUSSIAN, sigma * Math.sqrt(0.5), boundary);
            IntStream.range(0, x.length).parallel().forEach(place -> {
                if (one[place] > 0 || other[place] > 0) {
                    inside[place] = edge.at(x[place], y[place]);
                    narrow[place] = half.at(x[place], y[place]);
                    one[place] = inside[place] > 0 ? one[place] / inside[place] : 0;
                    other[place] = inside[place] > 0 ? other[place] / inside[place] : 0;
                }
            });
        }
        return new DualDensity(one, other, first, second, sigma, inside, narrow, new double[] {
            integral(method, first, boundary), integral(method, second, boundary)
        });
    }

    private static double integral(KernelDensity method, Sample sample, @Nullable Geometry boundary) {
        if (boundary == null) {
            return sample.total();
        }
        Envelope box = boundary.getEnvelopeInternal();
        double cell = Math.max(box.getWidth(), box.getHeight()) / CELLS_ACROSS;
        Grid grid = Grid.covering(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), cell);
        return method.fit(sample.x, sample.y, sample.weight, grid, EdgeCorrection.UNIFORM, boundary)
                .integral();
    }

    /** Weight of the first per km². */
    public double[] first() {
        return first;
    }

    /** Weight of the second per km². */
    public double[] second() {
        return second;
    }

    /**
     * First per 1,000 of the second.
     *
     * @param floor weight of the second per km², above which a place has a value; 0 or more
     */
    public double[] perThousand(double floor) {
        return read(floor, place -> 1000 * first[place] / second[place]);
    }

    /** How many times the average of all: 1 where both are spread alike. */
    public double[] relativeRisk(double floor) {
        double average = ofFirst.total() / ofSecond.total();
        return read(floor, place -> first[place] / second[place] / average);
    }

    /**
     * The chance of so high a relative risk if both were spread alike; near 1 where it is as much too low.
     */
    public double[] tolerance(double floor) {
        double n = ofFirst.effective();
        double m = ofSecond.effective();
        return read(floor, place -> {
            double f = first[place] / integrals[0];
            double g = second[place] / integrals[1];
            double roughness = insideNarrow[place] / (4 * Math.PI * inside[place] * inside[place]);
            double deviation = Math.sqrt(roughness * (1 / n + 1 / m) / (g / SQUARE_METRES_A_KM2)) / sigma;
            return NORMAL.survivalProbability(Math.log(f / g) / deviation);
        });
    }

    private interface AtPlace {
        double read(int place);
    }

    private double[] read(double floor, AtPlace reading) {
        if (!(floor >= 0)) {
            throw new IllegalArgumentException("floor is " + floor + ", but must be 0 or more");
        }
        double[] value = new double[first.length];
        for (int place = 0; place < value.length; place++) {
            value[place] = second[place] > floor && inside[place] > 0 ? reading.read(place) : Double.NaN;
        }
        return value;
    }
}
