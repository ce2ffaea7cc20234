package se.lageskarta.service.publicpage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;

/** Finds where in an area there is room for words: the largest circle inside it. */
final class Room {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double TOLERANCE = 2;
    /** Thousandths of the map's longer side between the middle of a mark and that of a word. */
    private static final double MARK_ACROSS = 36;

    private static final double MARK_DOWN = 21;

    private Room() {}

    /** Null for an area of which nothing lies on the map, or that is without extent. */
    static MapPlan.@Nullable Circle in(List<int[]> rings, MapUnits units) {
        Geometry whole = GEOMETRY.createPolygon();
        for (int[] ring : rings) {
            whole = whole.symDifference(GEOMETRY.createPolygon(closed(ring)).buffer(0));
        }
        Envelope map = new Envelope(0, units.width(), 0, units.height());
        if (!map.contains(whole.getEnvelopeInternal())) {
            whole = whole.intersection(GEOMETRY.toGeometry(map));
        }
        if (whole.isEmpty() || whole.getArea() == 0) {
            return null;
        }
        MaximumInscribedCircle circle = new MaximumInscribedCircle(whole, TOLERANCE);
        Point centre = circle.getCenter();
        int radius = (int) Math.floor(circle.getRadiusLine().getLength());
        return new MapPlan.Circle((int) Math.round(centre.getX()), (int) Math.round(centre.getY()), radius);
    }

    /** The place moved up or down when a measure's mark would cover the words there; null when there is no room for that. */
    static MapPlan.@Nullable Circle beside(List<MapPlan.Mark> marks, MapPlan.@Nullable Circle room, double step) {
        if (room == null || marks.stream().noneMatch(mark -> covers(mark, room.x(), room.y(), step))) {
            return room;
        }
        int shift = (int) Math.round(0.6 * room.radius());
        for (int y : new int[] {room.y() + shift, room.y() - shift}) {
            if (marks.stream().noneMatch(mark -> covers(mark, room.x(), y, step))) {
                return new MapPlan.Circle(room.x(), y, room.radius());
            }
        }
        return null;
    }

    private static boolean covers(MapPlan.Mark mark, int x, int y, double step) {
        return Math.abs(mark.x() - x) < MARK_ACROSS * step && Math.abs(mark.y() - y) < MARK_DOWN * step;
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
