package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import org.locationtech.jts.triangulate.quadedge.QuadEdge;
import org.locationtech.jts.triangulate.quadedge.QuadEdgeSubdivision;

/**
 * The line drawn around a cluster: its places joined where they are neighbours, grown by half of eps, so that
 * even a single address becomes an area and every member lies inside. Always one valid polygon, which follows
 * bends instead of filling them.
 *
 * <p>Places are first thinned to one per square of eps/8 (the westernmost, then southernmost of each), so
 * that the cost follows the area and not the number of incidents; a thinned place lies within 0.18 eps of
 * one that is kept and so inside the margin. Then the edges of the Delaunay triangulation up to 1.36 eps, that
 * is eps and what thinning may add, are the cluster's skeleton: it holds the shortest tree, so it hangs
 * together. Edges inside the skeleton's triangles are dropped, the rest is grown and its holes are filled
 * (Edelsbrunner, Kirkpatrick &amp; Seidel 1983 call such a shape an alpha shape). O(k log k) in kept places.
 *
 * <p>Known limit: a ring of places is drawn as a filled area.
 */
public final class Outline {
    private static final int SQUARES_PER_EPS = 8;
    /** Eps, and on both ends the diagonal of a square. */
    private static final double LONGEST_EDGE_IN_EPS = 1 + 2 * Math.sqrt(2) / SQUARES_PER_EPS + 1e-9;
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
        Geometry outline = grown(skeleton(kept, epsMetres * LONGEST_EDGE_IN_EPS, geometries), epsMetres, geometries);
        if (outline instanceof MultiPolygon) {
            // a triangulation that lost a hull edge to rounding: the hull holds together whatever happens
            outline = grown(geometries.createMultiPointFromCoords(kept).convexHull(), epsMetres, geometries);
        }
        outline.apply((CoordinateFilter) place -> {
            place.x += origin.x;
            place.y += origin.y;
        });
        outline.geometryChanged();
        return outline;
    }

    /** The skeleton's outer and single edges; the places themselves when there are no edges. */
    private static Geometry skeleton(Coordinate[] places, double longest, GeometryFactory geometries) {
        if (places.length < 2) {
            return geometries.createMultiPointFromCoords(places);
        }
        DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
        builder.setSites(Arrays.asList(places));
        QuadEdgeSubdivision triangulation = builder.getSubdivision();
        Map<LineSegment, Integer> trianglesAt = new HashMap<>();
        for (Object each : triangulation.getTriangleCoordinates(false)) {
            Coordinate[] corners = (Coordinate[]) each;
            if (corners[0].distance(corners[1]) <= longest
                    && corners[1].distance(corners[2]) <= longest
                    && corners[2].distance(corners[0]) <= longest) {
                for (int i = 0; i < 3; i++) {
                    trianglesAt.merge(edge(corners[i], corners[i + 1]), 1, Integer::sum);
                }
            }
        }
        LineMerger merger = new LineMerger();
        for (Object each : triangulation.getPrimaryEdges(false)) {
            QuadEdge quadEdge = (QuadEdge) each;
            LineSegment edge =
                    edge(quadEdge.orig().getCoordinate(), quadEdge.dest().getCoordinate());
            if (edge.getLength() <= longest && trianglesAt.getOrDefault(edge, 0) < 2) {
                merger.add(edge.toGeometry(geometries));
            }
        }
        Geometry lines = geometries.buildGeometry(merger.getMergedLineStrings());
        return lines.isEmpty() ? geometries.createMultiPointFromCoords(places) : lines;
    }

    private static LineSegment edge(Coordinate a, Coordinate b) {
        LineSegment edge = new LineSegment(a, b);
        edge.normalize();
        return edge;
    }

    private static Geometry grown(Geometry skeleton, double epsMetres, GeometryFactory geometries) {
        Geometry grown = BufferOp.bufferOp(skeleton, epsMetres / 2, new BufferParameters(QUADRANT_SEGMENTS));
        return grown instanceof Polygon polygon ? geometries.createPolygon(polygon.getExteriorRing()) : grown;
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
