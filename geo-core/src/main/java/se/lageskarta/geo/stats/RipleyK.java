package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.index.PointIndex;

/**
 * Ripley's K: how many other places lie within a distance of a place, by the places per square metre. Under
 * complete spatial randomness K is πr²; above it the places gather at that scale, below it they keep apart.
 *
 * <p>{@code K(r) = A / (n(n−1)) · Σ_{i≠j} e_ij 1{d_ij ≤ r}}. Four ways to deal with the edge: {@code un} none
 * (e = 1); {@code iso} Ripley's isotropic weight, one by the part of the circle around i through j that lies
 * inside, exact for polygons; {@code trans} one by the part of the area that overlaps itself shifted by j − i;
 * {@code border} only places at least r from the edge as centres. Weights above 100 count as 100. Sources:
 * Ripley (1977), J. R. Stat. Soc. B 39; Ohser (1983); names as in spatstat.
 *
 * <p>Known limits: coincident places make K jump at 0; beyond a quarter of the area's width all estimates are
 * unreliable; incidents gather because people and streets do, so a K above chance is no news by itself: it
 * only says at which scale.
 *
 * @param radiusMetres r, ascending
 * @param un square metres, without correction
 * @param border square metres; NaN where no place is that far from the edge
 * @param iso square metres
 * @param trans square metres
 * @param theo square metres under complete spatial randomness
 */
public record RipleyK(
        double[] radiusMetres, double[] un, double[] border, double[] iso, double[] trans, double[] theo) {
    /** Cells along each side of the area's box for the translation weight of an area that is no rectangle. */
    public static final int OVERLAP_CELLS = 128;

    private static final double GREATEST_WEIGHT = 100;

    /**
     * All four estimates. O(pairs within the greatest radius · edges of the area near them).
     *
     * @param x metres east, of 2 places or more inside the area
     * @param y metres north, as many
     * @param window the study area in metres, a polygon or several
     * @param radiusMetres ascending, 0 or more, at least one
     * @param stop asked now and then; when it answers true a {@link CancellationException} ends the work
     */
    public static RipleyK of(double[] x, double[] y, Geometry window, double[] radiusMetres, BooleanSupplier stop) {
        checkInput(x, y, radiusMetres);
        double area = window.getArea();
        checkArea(area);
        int[] order = Places.order(x, y);
        double[] east = Places.pick(x, order);
        double[] north = Places.pick(y, order);
        int n = east.length;
        double reach = radiusMetres[radiusMetres.length - 1];
        PointIndex index = PointIndex.of(east, north);
        WindowEdge edge = new WindowEdge(window);
        WindowOverlap overlap = new WindowOverlap(window, OVERLAP_CELLS, reach);
        Sums sums = new Sums(radiusMetres);
        double furthest = reach * (1 + 1e-9) + 1e-9;
        for (int i = 0; i < n; i++) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("stopped after " + i + " of " + n + " places");
            }
            int at = i;
            edge.standAt(east[i], north[i], reach);
            index.forEachWithin(east[i], north[i], furthest, j -> {
                double dx = east[j] - east[at];
                double dy = north[j] - north[at];
                int bin = j == at ? -1 : sums.bin(Math.sqrt(dx * dx + dy * dy));
                if (bin >= 0) {
                    sums.add(bin, edge, overlap.at(dx, dy), Math.sqrt(dx * dx + dy * dy));
                }
            });
            sums.endOfPlace(edge.distance());
        }
        return sums.result(n, area);
    }

    /**
     * The uncorrected estimate only, for comparing with simulations in the same area. O(pairs within the
     * greatest radius).
     *
     * @param areaM2 square metres of the study area
     */
    public static double[] uncorrected(
            double[] x, double[] y, double areaM2, double[] radiusMetres, BooleanSupplier stop) {
        checkInput(x, y, radiusMetres);
        checkArea(areaM2);
        long[] pairs = new long[radiusMetres.length];
        double furthest = radiusMetres[radiusMetres.length - 1] * (1 + 1e-9) + 1e-9;
        PointIndex index = PointIndex.of(x, y);
        for (int i = 0; i < x.length; i++) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("stopped after " + i + " of " + x.length + " places");
            }
            int at = i;
            index.forEachWithin(x[i], y[i], furthest, j -> {
                if (j > at) {
                    double dx = x[j] - x[at];
                    double dy = y[j] - y[at];
                    int bin = binOf(radiusMetres, Math.sqrt(dx * dx + dy * dy));
                    if (bin >= 0) {
                        pairs[bin] += 2;
                    }
                }
            });
        }
        double[] k = new double[pairs.length];
        double scale = areaM2 / ((double) x.length * (x.length - 1));
        long sum = 0;
        for (int r = 0; r < k.length; r++) {
            sum += pairs[r];
            k[r] = scale * sum;
        }
        return k;
    }

    /** L = √(K/π): the radius of a circle of that many square metres, r itself under randomness. */
    public static double[] radiusOf(double[] k) {
        return Arrays.stream(k).map(m2 -> Math.sqrt(m2 / Math.PI)).toArray();
    }

    /** First radius that reaches the distance, −1 when none does. */
    private static int binOf(double[] radius, double distance) {
        int found = Arrays.binarySearch(radius, distance);
        int bin = found >= 0 ? found : -found - 1;
        return bin < radius.length ? bin : -1;
    }

    private static void checkInput(double[] x, double[] y, double[] radius) {
        Places.check(x, y);
        if (x.length < 2) {
            throw new IllegalArgumentException("x has " + x.length + " values, but must have 2 or more");
        }
        double before = -1;
        for (double metres : radius) {
            if (!(metres >= 0) || metres <= before || Double.isInfinite(metres)) {
                throw new IllegalArgumentException(
                        "radiusMetres is " + Arrays.toString(radius) + ", but must be ascending and 0 or more");
            }
            before = metres;
        }
        if (radius.length == 0) {
            throw new IllegalArgumentException("radiusMetres is [], but must have at least one");
        }
    }

    private static void checkArea(double areaM2) {
        if (!(areaM2 > 0) || Double.isInfinite(areaM2)) {
            throw new IllegalArgumentException("areaM2 is " + areaM2 + ", but must be greater than 0");
        }
    }

    /** Weights of pairs by the first radius that reaches them. */
    private static final class Sums {
        private final double[] radius;
        private final long[] pairs;
        private final double[] iso;
        private final double[] trans;
        private final long[] ofPlace;
        private final long[] borderPairs;
        private final long[] borderPlaces;

        Sums(double[] radius) {
            this.radius = radius.clone();
            pairs = new long[radius.length];
            iso = new double[radius.length];
            trans = new double[radius.length];
            ofPlace = new long[radius.length];
            borderPairs = new long[radius.length];
            borderPlaces = new long[radius.length];
        }

        int bin(double distance) {
            return binOf(radius, distance);
        }

        void add(int bin, WindowEdge edge, double overlap, double distance) {
            ofPlace[bin]++;
            iso[bin] += weight(distance > edge.distance() ? edge.insideShare(distance) : 1);
            trans[bin] += weight(overlap);
        }

        private static double weight(double share) {
            return Math.min(GREATEST_WEIGHT, 1 / share);
        }

        void endOfPlace(double toEdge) {
            long within = 0;
            for (int r = 0; r < radius.length; r++) {
                within += ofPlace[r];
                pairs[r] += ofPlace[r];
                ofPlace[r] = 0;
                if (toEdge >= radius[r]) {
                    borderPairs[r] += within;
                    borderPlaces[r]++;
                }
            }
        }

        RipleyK result(int n, double area) {
            double[] un = new double[radius.length];
            double[] border = new double[radius.length];
            double[] theo = new double[radius.length];
            double scale = area / ((double) n * (n - 1));
            long sum = 0;
            double isoSum = 0;
            double transSum = 0;
            for (int r = 0; r < radius.length; r++) {
                sum += pairs[r];
                isoSum += iso[r];
                transSum += trans[r];
                un[r] = scale * sum;
                iso[r] = scale * isoSum;
                trans[r] = scale * transSum;
                border[r] = borderPlaces[r] == 0 ? Double.NaN : area / n * borderPairs[r] / borderPlaces[r];
                theo[r] = Math.PI * radius[r] * radius[r];
            }
            return new RipleyK(radius, un, border, iso, trans, theo);
        }
    }
}
