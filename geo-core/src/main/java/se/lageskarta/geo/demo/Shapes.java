package se.lageskarta.geo.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Shapes the town is drawn with, metres from the town square. */
final class Shapes {
    static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int STEPS_A_BEND = 8;
    private static final double PER_METRE = 1000;

    private Shapes() {}

    static Point point(double u, double v) {
        return FACTORY.createPoint(new Coordinate(u, v));
    }

    static LineString line(double... uv) {
        return FACTORY.createLineString(coordinates(uv));
    }

    /** A curve through all the points (Catmull–Rom). */
    static LineString curve(double... uv) {
        Coordinate[] p = coordinates(uv);
        List<Coordinate> curve = new ArrayList<>();
        for (int i = 0; i + 1 < p.length; i++) {
            Coordinate before = p[Math.max(0, i - 1)];
            Coordinate after = p[Math.min(p.length - 1, i + 2)];
            for (int step = 0; step < STEPS_A_BEND; step++) {
                curve.add(between(before, p[i], p[i + 1], after, step / (double) STEPS_A_BEND));
            }
        }
        curve.add(p[p.length - 1]);
        return FACTORY.createLineString(curve.toArray(new Coordinate[0]));
    }

    private static Coordinate between(Coordinate a, Coordinate b, Coordinate c, Coordinate d, double t) {
        return new Coordinate(catmullRom(a.x, b.x, c.x, d.x, t), catmullRom(a.y, b.y, c.y, d.y, t));
    }

    private static double catmullRom(double a, double b, double c, double d, double t) {
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }

    static Polygon area(double... uv) {
        Coordinate[] open = coordinates(uv);
        Coordinate[] ring = new Coordinate[open.length + 1];
        System.arraycopy(open, 0, ring, 0, open.length);
        ring[open.length] = open[0].copy();
        return FACTORY.createPolygon(ring);
    }

    /** An area with a smooth outline through the points. */
    static Polygon smoothArea(double... uv) {
        Coordinate[] p = coordinates(uv);
        int n = p.length;
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int step = 0; step < STEPS_A_BEND; step++) {
                double t = step / (double) STEPS_A_BEND;
                ring.add(between(p[(i + n - 1) % n], p[i], p[(i + 1) % n], p[(i + 2) % n], t));
            }
        }
        ring.add(ring.get(0).copy());
        return FACTORY.createPolygon(ring.toArray(new Coordinate[0]));
    }

    /** A round area with an uneven edge, as lakes and clearings have. */
    static Polygon blob(SplittableRandom random, double u, double v, double radiusU, double radiusV, double roughness) {
        int corners = Math.max(24, Math.min(90, (int) (Math.max(radiusU, radiusV) / 12)));
        double[] phase = random.doubles(4, 0, 2 * Math.PI).toArray();
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double wave = 0;
            for (int k = 0; k < phase.length; k++) {
                wave += Math.sin((k + 2) * angle + phase[k]) / (k + 2);
            }
            double size = 1 + roughness * wave;
            ring[i] = new Coordinate(u + radiusU * size * Math.cos(angle), v + radiusV * size * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    /** @param angle direction of the length, radians from east */
    static Polygon rectangle(double u, double v, double length, double width, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] along = {-length / 2, length / 2, length / 2, -length / 2};
        double[] across = {-width / 2, -width / 2, width / 2, width / 2};
        Coordinate[] ring = new Coordinate[5];
        for (int i = 0; i < 4; i++) {
            ring[i] = new Coordinate(u + along[i] * cos - across[i] * sin, v + along[i] * sin + across[i] * cos);
        }
        ring[4] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    /** What is left of a shape when others are taken away, one after the other. */
    static Geometry without(Geometry shape, Geometry... others) {
        Geometry left = shape;
        for (Geometry other : others) {
            left = overlay(left, other, OverlayNG.DIFFERENCE);
        }
        return left;
    }

    /** Where two shapes are both. */
    static Geometry common(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.INTERSECTION);
    }

    /** Two shapes as one. */
    static Geometry joined(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.UNION);
    }

    /** Shapes as one. */
    static Geometry together(Collection<? extends Geometry> shapes) {
        int dimension = shapes.iterator().next().getDimension();
        try {
            return ofSameKind(UnaryUnionOp.union(shapes), dimension);
        } catch (TopologyException e) {
            return ofSameKind(OverlayNGRobust.union(new ArrayList<>(shapes)), dimension);
        }
    }

    /** In one of some thirty towns outlines cross so flatly that the exact overlay gives up; then they are put on a grid of millimetres. */
    private static Geometry overlay(Geometry one, Geometry other, int operation) {
        try {
            Geometry exact =
                    switch (operation) {
                        case OverlayNG.DIFFERENCE -> one.difference(other);
                        case OverlayNG.INTERSECTION -> one.intersection(other);
                        default -> one.union(other);
                    };
            return ofSameKind(exact, one.getDimension());
        } catch (TopologyException e) {
            Geometry rounded = OverlayNG.overlay(
                    GeometryFixer.fix(one), GeometryFixer.fix(other), operation, new PrecisionModel(PER_METRE));
            return ofSameKind(rounded, one.getDimension());
        }
    }

    /** Without the lines and points that remain of slivers and where outlines only touch. */
    private static Geometry ofSameKind(Geometry mixed, int dimension) {
        if (!mixed.getClass().equals(GeometryCollection.class)) {
            return mixed;
        }
        List<Geometry> kept = new ArrayList<>();
        for (int i = 0; i < mixed.getNumGeometries(); i++) {
            if (mixed.getGeometryN(i).getDimension() == dimension) {
                kept.add(mixed.getGeometryN(i));
            }
        }
        return FACTORY.buildGeometry(kept);
    }

    /** The line's pieces after cutting, each at least so long. */
    static List<LineString> pieces(Geometry cut, double minMetres) {
        List<LineString> pieces = new ArrayList<>();
        for (int i = 0; i < cut.getNumGeometries(); i++) {
            Geometry piece = cut.getGeometryN(i);
            if (piece instanceof Lineal && piece instanceof LineString line && line.getLength() >= minMetres) {
                pieces.add(line);
            }
        }
        return pieces;
    }

    /** The areas of a geometry, each at least so large, in one order and each beginning at one corner whatever computed them. */
    static List<Polygon> areas(Geometry geometry, double minSquareMetres) {
        List<Polygon> areas = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() >= minSquareMetres) {
                areas.add((Polygon) polygon.norm());
            }
        }
        areas.sort(null);
        return areas;
    }

    /** Direction of a line at a distance along it, radians from east. */
    static double direction(LengthIndexedLine line, double metres) {
        Coordinate before = line.extractPoint(Math.max(0, metres - 1));
        Coordinate after = line.extractPoint(Math.min(line.getEndIndex(), metres + 1));
        return Math.atan2(after.y - before.y, after.x - before.x);
    }

    private static Coordinate[] coordinates(double... uv) {
        Coordinate[] coordinates = new Coordinate[uv.length / 2];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(uv[2 * i], uv[2 * i + 1]);
        }
        return coordinates;
    }
}
