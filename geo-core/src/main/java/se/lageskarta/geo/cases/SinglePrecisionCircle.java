package se.lageskarta.geo.cases;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.lageskarta.geo.index.PointIndex;

/**
 * Ripley's isotropic estimate as the published cases have it: the program that made them decides in single
 * precision whether a circle passes above or below a corner of the area, which at metres north of four million
 * is a quarter of a metre. Up to 2·10⁻⁶ off the exact estimate that the product gives; used here only, so that
 * answers can be compared within the cases' tolerance.
 *
 * <p>The part of a circle inside is added up from the strips below each edge of the area, those of edges that
 * run west positive, of edges that run east negative.
 */
final class SinglePrecisionCircle {
    private static final double ROUND = 2 * Math.PI;
    private static final double GREATEST_WEIGHT = 100;

    private final double[][] edges;
    private final double[] cut = new double[8];
    private int cuts;

    private SinglePrecisionCircle(Geometry window) {
        edges = IntStream.range(0, window.getNumGeometries())
                .mapToObj(window::getGeometryN)
                .flatMap(part -> rings((Polygon) part))
                .flatMap(SinglePrecisionCircle::edgesOf)
                .toArray(double[][]::new);
    }

    /** @param radius metres, ascending */
    static double[] isotropic(double[] x, double[] y, Geometry window, double[] radius) {
        SinglePrecisionCircle circle = new SinglePrecisionCircle(window);
        Geometry edge = window.getBoundary();
        GeometryFactory geometries = new GeometryFactory();
        PointIndex index = PointIndex.of(x, y);
        double[] k = new double[radius.length];
        for (int i = 0; i < x.length; i++) {
            int at = i;
            Point place = geometries.createPoint(new Coordinate(x[i], y[i]));
            double toEdge = edge.distance(place);
            index.forEachWithin(x[i], y[i], radius[radius.length - 1] * (1 + 1e-9), j -> {
                double distance = Math.hypot(x[j] - x[at], y[j] - y[at]);
                int found = Arrays.binarySearch(radius, distance);
                int bin = found >= 0 ? found : -found - 1;
                if (j != at && bin < radius.length) {
                    double share = distance < toEdge || distance == 0 ? 1 : circle.share(x[at], y[at], distance);
                    k[bin] += Math.min(GREATEST_WEIGHT, 1 / share);
                }
            });
        }
        double scale = window.getArea() / ((double) x.length * (x.length - 1));
        double sum = 0;
        for (int r = 0; r < k.length; r++) {
            sum += k[r];
            k[r] = scale * sum;
        }
        return k;
    }

    private double share(double x, double y, double radius) {
        double sum = 0;
        for (double[] edge : edges) {
            boolean aside = Math.min(edge[0], edge[2]) > x + radius + 1 || Math.max(edge[0], edge[2]) < x - radius - 1;
            boolean below = Math.max(edge[1], edge[3]) < y - radius - 1;
            if (!aside && !below) {
                double inside = insideStrip(edge, x, y, radius);
                sum += edge[0] < edge[2] ? -inside : inside;
            }
        }
        return Math.abs(sum) / ROUND;
    }

    private double insideStrip(double[] edge, double x, double y, double radius) {
        cuts = 0;
        cutSide(edge[0], edge[1], x, y, radius);
        cutSide(edge[2], edge[3], x, y, radius);
        cutTop(edge, x, y, radius);
        Arrays.sort(cut, 0, cuts);
        double inside = 0;
        for (int i = 0; i <= cuts; i++) {
            double from = i == 0 ? 0 : cut[i - 1];
            double to = i == cuts ? ROUND : cut[i];
            double middle = cuts == 0 ? 0 : (from + to) / 2;
            if (isBelow(edge, x + radius * Math.cos(middle), y + radius * Math.sin(middle))) {
                inside += to - from;
            }
        }
        return inside;
    }

    private void cutSide(double sideX, double cornerY, double x, double y, double radius) {
        double rest = radius * radius - (sideX - x) * (sideX - x);
        if ((float) rest > 0) {
            double up = Math.sqrt(rest);
            if ((float) (y + up) < (float) cornerY) {
                add(sideX - x, up);
            }
            if ((float) (y - up) < (float) cornerY) {
                add(sideX - x, -up);
            }
        }
    }

    private void cutTop(double[] edge, double x, double y, double radius) {
        double dx = edge[2] - edge[0];
        double dy = edge[3] - edge[1];
        double a = dx * dx + dy * dy;
        double b = 2 * (dx * (edge[0] - x) + dy * (edge[1] - y));
        double c = (edge[0] - x) * (edge[0] - x) + (edge[1] - y) * (edge[1] - y) - radius * radius;
        double rest = b * b - 4 * a * c;
        if ((float) rest > 0) {
            for (int side = 1; side >= -1; side -= 2) {
                double t = (side * Math.sqrt(rest) - b) / (2 * a);
                if ((float) t >= 0 && (float) t <= 1) {
                    add(edge[0] + t * dx - x, edge[1] + t * dy - y);
                }
            }
        }
    }

    private void add(double dx, double dy) {
        double angle = Math.atan2(dy, dx);
        cut[cuts++] = angle < 0 ? angle + ROUND : angle;
    }

    private static boolean isBelow(double[] edge, double x, double y) {
        double dx = edge[2] - edge[0];
        return dx != 0
                && x >= Math.min(edge[0], edge[2])
                && x <= Math.max(edge[0], edge[2])
                && y <= edge[1] + (x - edge[0]) * (edge[3] - edge[1]) / dx;
    }

    private static Stream<Coordinate[]> rings(Polygon polygon) {
        Geometry oriented = polygon.norm();
        return IntStream.range(0, oriented.getBoundary().getNumGeometries())
                .mapToObj(i -> oriented.getBoundary().getGeometryN(i).getCoordinates());
    }

    private static Stream<double[]> edgesOf(Coordinate[] ring) {
        return IntStream.range(0, ring.length - 1)
                .mapToObj(i -> new double[] {ring[i].x, ring[i].y, ring[i + 1].x, ring[i + 1].y});
    }
}
