package se.lageskarta.geo.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.index.PointIndex;

/**
 * Bandwidths of a Gaussian (its standard deviation, metres) chosen from a point pattern inside a boundary.
 * Definitions as in spatstat: the first two try 16 bandwidths in geometric steps from the least distance above 0
 * between two incidents to half the boundary's diameter, so that their answers are coarse (steps of some 1.5
 * to 2); incidents outside the boundary are left out.
 *
 * <p>O(n m) for m incidents within 8 bandwidths; for more than 5,000 incidents wide bandwidths are read off a
 * surface with cells of an eighth of the bandwidth. Multiply by √8 for a quartic kernel that is as wide.
 */
public final class WindowBandwidth {
    private static final int TRIED = 16;
    private static final int EXACT_UP_TO = 5_000;
    private static final int MOST_CELLS = 4_000_000;
    private static final double CELLS_A_BANDWIDTH = 8;
    private static final int DISTANCES = 512;
    /** Ripley's K is asked for up to where so many neighbours are to be expected. */
    private static final double NEIGHBOURS = 1000;

    private static final double REACH = 8;
    /** An incident without a neighbour within reach is given what comes from so many bandwidths: not nothing. */
    private static final double FURTHEST = 38;

    private static final double SQUARE_METRES_A_KM2 = 1e6;

    private final double[] x;
    private final double[] y;
    private final Geometry boundary;
    private final PixelWindow window;
    private final double[] tried;
    /** Sum of the other incidents' Gaussian shapes at each incident's own place, for each bandwidth tried. */
    private final double[][] sums = new double[TRIED][];

    /**
     * @param boundary polygon in the same metres
     * @throws IllegalArgumentException unless two incidents inside differ
     */
    public WindowBandwidth(double[] allX, double[] allY, Geometry boundary) {
        if (boundary.isEmpty() || boundary.getDimension() != 2) {
            throw new IllegalArgumentException("boundary is a " + boundary.getGeometryType() + " of "
                    + boundary.getNumPoints() + " points, but must be a polygon");
        }
        KernelDensity.check(allX, allY, null);
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(boundary);
        int[] inside = IntStream.range(0, allX.length)
                .filter(i -> area.locate(new Coordinate(allX[i], allY[i])) != Location.EXTERIOR)
                .toArray();
        x = IntStream.of(inside).mapToDouble(i -> allX[i]).toArray();
        y = IntStream.of(inside).mapToDouble(i -> allY[i]).toArray();
        this.boundary = boundary;
        window = new PixelWindow(boundary);
        double least = leastDistance();
        if (!Double.isFinite(least)) {
            throw new IllegalArgumentException(
                    "x, y is " + x.length + " incidents inside the boundary, but two of them must differ");
        }
        double most = diameter() / 2;
        tried = IntStream.range(0, TRIED)
                .mapToDouble(i -> least * Math.pow(most / least, i / (TRIED - 1.0)))
                .toArray();
    }

    /** The bounding box of incidents as a boundary, where none is known. */
    public static Geometry boxOf(double[] x, double[] y) {
        Envelope box = new Envelope();
        for (int i = 0; i < x.length; i++) {
            box.expandToInclude(x[i], y[i]);
        }
        return new GeometryFactory().toGeometry(box);
    }

    /**
     * Likelihood cross-validation (Loader 1999; {@code bw.ppl}): the largest Σ log λ<sub>−i</sub>(x<sub>i</sub>)
     * − ∫λ, with the intensities divided by the part of their kernel inside.
     */
    public double likelihood() {
        double best = Double.NEGATIVE_INFINITY;
        double chosen = tried[0];
        for (int i = 0; i < TRIED; i++) {
            double value = likelihoodOf(i);
            if (value > best) {
                best = value;
                chosen = tried[i];
            }
        }
        return chosen;
    }

    /**
     * Cronie and Van Lieshout (2018; {@code bw.CvL}): the sum of 1/λ over the incidents should be the area.
     * Chooses wide bandwidths; for totals, not for hotspots.
     */
    public double cronieVanLieshout() {
        double area = boundary.getArea();
        double best = Double.POSITIVE_INFINITY;
        double chosen = tried[0];
        for (int i = 0; i < TRIED; i++) {
            double sum = 0;
            for (double own : sums(i)) {
                sum += 2 * Math.PI * tried[i] * tried[i] / (own + 1);
            }
            double off = (sum - area) * (sum - area);
            if (off < best) {
                best = off;
                chosen = tried[i];
            }
        }
        return chosen;
    }

    /**
     * Berman and Diggle (1989; {@code bw.diggle}): least estimated mean square error of the intensity of a Cox
     * process, from Ripley's K with translation correction, among 256 bandwidths. Undersmooths snapped data.
     */
    public double bermanDiggle() {
        int n = x.length;
        double area = boundary.getArea();
        double lambda = n / area;
        Envelope box = boundary.getEnvelopeInternal();
        double furthest =
                Math.min(Math.sqrt(NEIGHBOURS / (Math.PI * lambda)), Math.min(box.getWidth(), box.getHeight()) / 4);
        double step = furthest / (DISTANCES - 1);
        double[] k = ripley(furthest, step, area);
        double best = Double.POSITIVE_INFINITY;
        double chosen = step / 2;
        for (int i = 1; 2 * i < DISTANCES; i++) {
            double radius = i * step;
            double overlap = 0;
            for (int j = 0; j < DISTANCES - 1 && j < 2 * i; j++) {
                double part = j / (2.0 * i);
                overlap += (Math.acos(part) - part * Math.sqrt(1 - part * part)) * (k[j + 1] - k[j]);
            }
            double disc = Math.PI * radius * radius;
            double error = (1 / lambda - 2 * k[i]) / disc + 2 * radius * radius * overlap / (disc * disc);
            if (error < best) {
                best = error;
                chosen = radius / 2;
            }
        }
        return chosen;
    }

    private double[] ripley(double furthest, double step, double area) {
        PointIndex index = PointIndex.of(x, y);
        double[][] shared = window.sharedAreas(furthest);
        double[] k = new double[DISTANCES];
        for (int i = 0; i < x.length; i++) {
            double ownX = x[i];
            double ownY = y[i];
            int own = i;
            index.forEachWithin(ownX, ownY, furthest, j -> {
                if (j > own) {
                    double dx = x[j] - ownX;
                    double dy = y[j] - ownY;
                    int at = (int) Math.ceil(Math.hypot(dx, dy) / step);
                    if (at < DISTANCES) {
                        k[at] += 2 / window.shared(shared, dx, dy);
                    }
                }
            });
        }
        double perPair = area * area / ((double) x.length * (x.length - 1));
        for (int i = 0; i < DISTANCES; i++) {
            k[i] = k[i] * perPair + (i == 0 ? 0 : k[i - 1]);
        }
        return k;
    }

    private double likelihoodOf(int i) {
        double sigma = tried[i];
        double perSquare = 1 / (2 * Math.PI * sigma * sigma);
        double[] edge = window.blurred(window.inside(), sigma);
        double[] filled = new double[edge.length];
        double sum = 0;
        double[] sums = sums(i);
        for (int p = 0; p < x.length; p++) {
            int pixel = window.pixel(x[p], y[p]);
            filled[pixel]++;
            sum += Math.log(sums[p] * perSquare / edge[pixel]);
        }
        double[] intensity = window.blurred(filled, sigma);
        double integral = 0;
        for (int pixel = 0; pixel < edge.length; pixel++) {
            integral += window.inside()[pixel] > 0 ? intensity[pixel] / edge[pixel] : 0;
        }
        return sum - integral;
    }

    private double[] sums(int i) {
        if (sums[i] == null) {
            sums[i] = sumsOf(tried[i]);
        }
        return sums[i];
    }

    private double[] sumsOf(double sigma) {
        double cell = sigma / CELLS_A_BANDWIDTH;
        Envelope box = boundary.getEnvelopeInternal();
        double cells = (box.getWidth() / cell + 2) * (box.getHeight() / cell + 2);
        if (x.length <= EXACT_UP_TO || cells > MOST_CELLS) {
            return exactSums(sigma);
        }
        Grid grid = Grid.covering(
                box.getMinX() - cell, box.getMinY() - cell, box.getMaxX() + cell, box.getMaxY() + cell, cell);
        DensitySurface surface = new KernelDensity(Kernel.GAUSSIAN, sigma).fit(x, y, null, grid);
        double perPeak = 2 * Math.PI * sigma * sigma / SQUARE_METRES_A_KM2;
        return IntStream.range(0, x.length)
                .mapToDouble(p -> Math.max(0, surface.at(x[p], y[p]) * perPeak - 1))
                .toArray();
    }

    private double[] exactSums(double sigma) {
        PointIndex index = PointIndex.of(x, y);
        double perSquare = 1 / (2 * sigma * sigma);
        double[] sums = new double[x.length];
        IntStream.range(0, x.length).parallel().forEach(i -> {
            double near = sumWithin(index, i, REACH * sigma, perSquare);
            sums[i] = near > 0 ? near : sumWithin(index, i, FURTHEST * sigma, perSquare);
        });
        return sums;
    }

    private double sumWithin(PointIndex index, int i, double reach, double perSquare) {
        double[] sum = new double[1];
        index.forEachWithin(x[i], y[i], reach, j -> {
            double dx = x[i] - x[j];
            double dy = y[i] - y[j];
            sum[0] += i == j ? 0 : Math.exp(-(dx * dx + dy * dy) * perSquare);
        });
        return sum[0];
    }

    /**
     * Least distance above 0 from an incident to its nearest. An incident on top of another has none, unless all
     * are: then the least between two places.
     */
    private double leastDistance() {
        Coordinate[] places = new Coordinate[x.length];
        Arrays.setAll(places, i -> new Coordinate(x[i], y[i]));
        Arrays.sort(places);
        double ofLone = leastDistance(places, true);
        return Double.isFinite(ofLone)
                ? ofLone
                : leastDistance(Arrays.stream(places).distinct().toArray(Coordinate[]::new), false);
    }

    private static double leastDistance(Coordinate[] places, boolean loneOnly) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < places.length; i++) {
            boolean shared = i > 0 && places[i].equals2D(places[i - 1])
                    || i + 1 < places.length && places[i].equals2D(places[i + 1]);
            if (loneOnly && shared) {
                continue;
            }
            for (int j = i + 1; j < places.length && places[j].x - places[i].x < least; j++) {
                least = Math.min(least, places[i].distance(places[j]));
            }
            for (int j = i - 1; j >= 0 && places[i].x - places[j].x < least; j--) {
                least = Math.min(least, places[i].distance(places[j]));
            }
        }
        return least;
    }

    private double diameter() {
        Geometry hull = new ConvexHull(boundary).getConvexHull();
        Coordinate[] corners = hull.getCoordinates();
        double furthest = 0;
        for (int i = 0; i < corners.length; i++) {
            for (int j = 0; j < i; j++) {
                furthest = Math.max(furthest, corners[i].distance(corners[j]));
            }
        }
        return furthest;
    }
}
