package se.lageskarta.geo.geocode;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Metres between places in degrees, in a plane that touches the globe: true to some parts in a thousand within a town. */
final class Plane {
    static final double METRES_PER_DEGREE = 111_195;
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Plane() {}

    /** How much shorter a degree of longitude is than one of latitude. */
    static double shrink(double lat) {
        return Math.max(0.01, Math.cos(Math.toRadians(lat)));
    }

    static double metres(Coordinate a, Coordinate b) {
        return METRES_PER_DEGREE * Math.hypot((a.x - b.x) * shrink((a.y + b.y) / 2), a.y - b.y);
    }

    static double diagonalMetres(Envelope box) {
        if (box.isNull()) {
            return 0;
        }
        double shrink = shrink((box.getMinY() + box.getMaxY()) / 2);
        return METRES_PER_DEGREE * Math.hypot(box.getWidth() * shrink, box.getHeight());
    }

    /** Metres between boxes; 0 when they meet. */
    static double metres(Envelope a, Envelope b) {
        double shrink = shrink((a.getMinY() + b.getMaxY()) / 2);
        double east = Math.max(0, Math.max(a.getMinX() - b.getMaxX(), b.getMinX() - a.getMaxX()));
        double north = Math.max(0, Math.max(a.getMinY() - b.getMaxY(), b.getMinY() - a.getMaxY()));
        return METRES_PER_DEGREE * Math.hypot(east * shrink, north);
    }

    /** The same shape in metres from a place. */
    static Geometry flat(Geometry lonLat, Coordinate origin) {
        Geometry flat = lonLat.copy();
        double shrink = shrink(origin.y);
        flat.apply((Coordinate c) -> {
            c.x = (c.x - origin.x) * shrink * METRES_PER_DEGREE;
            c.y = (c.y - origin.y) * METRES_PER_DEGREE;
        });
        flat.geometryChanged();
        return flat;
    }

    /** Where a place in metres from another is, in degrees. */
    static Coordinate degrees(Coordinate metres, Coordinate origin) {
        return new Coordinate(
                origin.x + metres.x / (shrink(origin.y) * METRES_PER_DEGREE), origin.y + metres.y / METRES_PER_DEGREE);
    }

    /** A shape in metres from a place, in degrees. */
    static Geometry degrees(Geometry metres, Coordinate origin) {
        Geometry lonLat = metres.copy();
        double shrink = shrink(origin.y);
        lonLat.apply((Coordinate c) -> {
            c.x = origin.x + c.x / (shrink * METRES_PER_DEGREE);
            c.y = origin.y + c.y / METRES_PER_DEGREE;
        });
        lonLat.geometryChanged();
        return lonLat;
    }

    /** A place in degrees, in metres from another. */
    static Coordinate metresFrom(Coordinate lonLat, Coordinate origin) {
        return new Coordinate(
                (lonLat.x - origin.x) * shrink(origin.y) * METRES_PER_DEGREE,
                (lonLat.y - origin.y) * METRES_PER_DEGREE);
    }
}
