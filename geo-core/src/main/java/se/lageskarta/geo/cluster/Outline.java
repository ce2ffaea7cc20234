package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * The line drawn around a cluster: the concave hull of its places, grown by half of eps, so that even a
 * single address becomes an area and every member lies inside. Always one valid polygon.
 *
 * <p>Places are first thinned to one per square of eps/8 (the westernmost, then southernmost of each), so
 * that the cost follows the area and not the number of incidents; a thinned place lies within 0.18 eps of
 * one that is kept and so inside the margin. Hull: Duckham et al. (2008), Pattern Recognition 41, as in JTS,
 * with edges up to eps where the cluster allows it. O(k log k) in kept places.
 *
 * <p>Known limit: a ring of places is drawn as a filled area.
 */
public final class Outline {
    private static final int SQUARES_PER_EPS = 8;
    /** Segments of a quarter circle: the outline is off a true circle by less than 2 % of its margin. */
    private static final int QUADRANT_SEGMENTS = 4;

    private Outline() {}

    /**
     * @param x metres east of all rows
     * @param y metres north of all rows
     * @param rows row numbers; those of the cluster are {@code rows[from]} to {@code rows[to - 1]}, at least one
     * @param epsMetres the distance the cluster was found with, greater than 0
     * @return a polygon in metres
     */
    public static Geometry of(double[] x, double[] y, int[] rows, int from, int to, double epsMetres) {
        Dbscan.requirePositive("epsMetres", epsMetres);
        if (from >= to) {
            throw new IllegalArgumentException("to is " + to + ", but must be greater than from " + from);
        }
        Coordinate[] kept = thinned(x, y, rows, from, to, epsMetres / SQUARES_PER_EPS);
        // coordinates relative to the first: six digits of northing would cost the hull its precision
        Coordinate origin = kept[0].copy();
        for (Coordinate place : kept) {
            place.x -= origin.x;
            place.y -= origin.y;
        }
        GeometryFactory geometries = new GeometryFactory();
        Geometry places = geometries.createMultiPointFromCoords(kept);
        Geometry hull = kept.length < 4 ? places.convexHull() : ConcaveHull.concaveHullByLength(places, epsMetres);
        Geometry outline = BufferOp.bufferOp(
                hull.isEmpty() ? places : hull, epsMetres / 2, new BufferParameters(QUADRANT_SEGMENTS));
        outline.apply((CoordinateFilter) place -> {
            place.x += origin.x;
            place.y += origin.y;
        });
        outline.geometryChanged();
        return outline;
    }

    private static Coordinate[] thinned(double[] x, double[] y, int[] rows, int from, int to, double square) {
        int n = to - from;
        double[] east = new double[n];
        double[] north = new double[n];
        int[] row = Arrays.copyOfRange(rows, from, to);
        Envelope box = new Envelope();
        for (int i = 0; i < n; i++) {
            east[i] = x[row[i]];
            north[i] = y[row[i]];
            box.expandToInclude(east[i], north[i]);
        }
        PlaceSort.sort(east, north, row, 0, n);
        Set<Long> seen = new HashSet<>();
        Coordinate[] kept = new Coordinate[n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            boolean again = i > 0 && east[i] == east[i - 1] && north[i] == north[i - 1];
            if (!again && seen.add(squareOf(east[i] - box.getMinX(), north[i] - box.getMinY(), square))) {
                kept[size++] = new Coordinate(east[i], north[i]);
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static long squareOf(double east, double north, double square) {
        return (long) (east / square) << 32 ^ (long) (north / square);
    }
}
