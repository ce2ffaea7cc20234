package se.lageskarta.service.publicpage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;

/** Finds where in an area there is room for words: the largest circle inside it. */
final class Room {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double TOLERANCE = 2;

    private Room() {}

    /** Null for an area without rings or without extent. */
    static MapPlan.@Nullable Circle in(List<int[]> rings) {
        Geometry whole = GEOMETRY.createPolygon();
        for (int[] ring : rings) {
            whole = whole.symDifference(GEOMETRY.createPolygon(closed(ring)).buffer(0));
        }
        if (whole.isEmpty() || whole.getArea() == 0) {
            return null;
        }
        MaximumInscribedCircle circle = new MaximumInscribedCircle(whole, TOLERANCE);
        Point centre = circle.getCenter();
        int radius = (int) Math.floor(circle.getRadiusLine().getLength());
        return new MapPlan.Circle((int) Math.round(centre.getX()), (int) Math.round(centre.getY()), radius);
    }

    private static LinearRing closed(int[] ring) {
        int n = ring.length / 2;
        Coordinate[] corners = new Coordinate[n + 1];
        for (int i = 0; i <= n; i++) {
            corners[i] = new Coordinate(ring[2 * (i % n)], ring[2 * (i % n) + 1]);
        }
        return GEOMETRY.createLinearRing(corners);
    }
}
