package se.lageskarta.geo.stats;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The edge of a study area as seen from one place at a time: how far away it is, and how much of a circle
 * around the place lies inside. Exact for polygons with holes and several parts; O(edges) a question. Not for
 * several threads at once.
 */
final class WindowEdge {
    private final Geometry window;
    private final int edges;
    /** Each edge has the inside on its left. */
    private final double[] fromX;

    private final double[] fromY;
    private final double[] toX;
    private final double[] toY;

    private final int[] near;
    private final double[] nearSquared;
    private int nearCount;
    private double x;
    private double y;
    private double distanceSquared;

    WindowEdge(Geometry window) {
        this.window = window;
        List<Coordinate[]> rings = new ArrayList<>();
        for (int g = 0; g < window.getNumGeometries(); g++) {
            if (window.getGeometryN(g) instanceof Polygon polygon) {
                rings.add(oriented(polygon.getExteriorRing(), true));
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    rings.add(oriented(polygon.getInteriorRingN(h), false));
                }
            }
        }
        int count = 0;
        for (Coordinate[] ring : rings) {
            count += Math.max(0, ring.length - 1);
        }
        fromX = new double[count];
        fromY = new double[count];
        toX = new double[count];
        toY = new double[count];
        int next = 0;
        for (Coordinate[] ring : rings) {
            for (int i = 0; i + 1 < ring.length; i++) {
                fromX[next] = ring[i].x;
                fromY[next] = ring[i].y;
                toX[next] = ring[i + 1].x;
                toY[next] = ring[i + 1].y;
                next++;
            }
        }
        edges = count;
        near = new int[count];
        nearSquared = new double[count];
    }

    private static Coordinate[] oriented(LinearRing ring, boolean shell) {
        Coordinate[] places = ring.getCoordinates();
        return places.length < 4 || Orientation.isCCW(places) == shell
                ? places
                : ring.reverse().getCoordinates();
    }

    /** From now on questions are about this place, and about circles up to a radius. */
    void standAt(double east, double north, double reachMetres) {
        x = east;
        y = north;
        nearCount = 0;
        distanceSquared = Double.POSITIVE_INFINITY;
        double reach = reachMetres * reachMetres;
        for (int e = 0; e < edges; e++) {
            double squared = squaredTo(e);
            distanceSquared = Math.min(distanceSquared, squared);
            if (squared < reach) {
                near[nearCount] = e;
                nearSquared[nearCount++] = squared;
            }
        }
    }

    /** Metres to the edge, from inside or outside. */
    double distance() {
        return Math.sqrt(distanceSquared);
    }

    /** Part of the circle's line inside the area, 0 to 1; the circle's radius is within the reach. */
    double insideShare(double radius) {
        double squared = radius * radius;
        if (squared <= distanceSquared) {
            return isInside(x + radius, y) ? 1 : 0;
        }
        double angle = 0;
        boolean crossed = false;
        for (int k = 0; k < nearCount; k++) {
            if (nearSquared[k] < squared) {
                int e = near[k];
                double ax = fromX[e] - x;
                double ay = fromY[e] - y;
                double bx = toX[e] - x;
                double by = toY[e] - y;
                boolean fromIn = ax * ax + ay * ay < squared;
                boolean toIn = bx * bx + by * by < squared;
                if (fromIn && toIn) {
                    continue;
                }
                crossed = true;
                // going round anticlockwise one leaves the area where its edge comes into the circle
                angle += fromIn ? 0 : angleAt(ax, ay, bx - ax, by - ay, squared, -1);
                angle -= toIn ? 0 : angleAt(ax, ay, bx - ax, by - ay, squared, 1);
            }
        }
        if (!crossed) {
            return isInside(x + radius, y) ? 1 : 0;
        }
        double inside = angle <= 0 ? angle + 2 * Math.PI : angle;
        return Math.min(1, Math.max(0, inside / (2 * Math.PI)));
    }

    private static double angleAt(double ax, double ay, double dx, double dy, double squared, int side) {
        double a = dx * dx + dy * dy;
        double b = ax * dx + ay * dy;
        double c = ax * ax + ay * ay - squared;
        double t = (-b + side * Math.sqrt(Math.max(0, b * b - a * c))) / a;
        double angle = Math.atan2(ay + t * dy, ax + t * dx);
        return angle < 0 ? angle + 2 * Math.PI : angle;
    }

    private double squaredTo(int e) {
        double ax = fromX[e] - x;
        double ay = fromY[e] - y;
        double dx = toX[e] - fromX[e];
        double dy = toY[e] - fromY[e];
        double length = dx * dx + dy * dy;
        double t = length > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0;
        double px = ax + t * dx;
        double py = ay + t * dy;
        return px * px + py * py;
    }

    private boolean isInside(double east, double north) {
        return SimplePointInAreaLocator.locate(new Coordinate(east, north), window) != Location.EXTERIOR;
    }
}
