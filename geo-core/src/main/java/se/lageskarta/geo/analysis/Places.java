package se.lageskarta.geo.analysis;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Geometries of places, metres. */
final class Places {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private static final int CORNERS_A_QUARTER = 16;

    private Places() {}

    /** A square by its lower left corner. */
    static Geometry square(double x, double y, double side) {
        return GEOMETRY.toGeometry(new Envelope(x, x + side, y, y + side));
    }

    static Geometry point(double x, double y) {
        return GEOMETRY.createPoint(new Coordinate(x, y));
    }

    /** A circle as a polygon of 64 corners. */
    static Geometry circle(double x, double y, double radius) {
        return point(x, y).buffer(radius, CORNERS_A_QUARTER);
    }
}
