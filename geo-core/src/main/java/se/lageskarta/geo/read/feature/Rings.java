package se.lageskarta.geo.read.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas of rings that only their direction tells apart: outer rings run clockwise, holes the other way, and a hole
 * belongs to the smallest outer ring around it. Where no ring runs clockwise, the writer did not know: then every
 * second ring inward is a hole. O(rings² + rings · positions) at worst.
 */
public final class Rings {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Rings() {}

    /** A ring, where it lies and how large it is; positive when it runs clockwise. */
    private record Ring(LinearRing line, double signedArea) {
        double area() {
            return Math.abs(signedArea);
        }

        /** By the first of the other's corners that does not lie on this ring's own line. */
        boolean surrounds(Ring other) {
            if (!line.getEnvelopeInternal().covers(other.line.getEnvelopeInternal())) {
                return false;
            }
            Coordinate[] own = line.getCoordinates();
            for (Coordinate corner : other.line.getCoordinates()) {
                int where = PointLocation.locateInRing(corner, own);
                if (where != Location.BOUNDARY) {
                    return where == Location.INTERIOR;
                }
            }
            return true;
        }
    }

    private record Shell(Ring ring, List<Ring> holes) {}

    /**
     * One area, or several; null when no ring encloses anything. Validity is not looked at.
     *
     * @param rings closed, each of four positions or more
     */
    public static @Nullable Geometry areas(List<Coordinate[]> rings) {
        List<Ring> all = new ArrayList<>();
        for (Coordinate[] corners : rings) {
            LinearRing line = GEOMETRIES.createLinearRing(corners);
            double area = Area.ofRingSigned(corners);
            if (area != 0) {
                all.add(new Ring(line, area));
            } else if (line.getEnvelopeInternal().getArea() > 0) {
                // two lobes that outweigh each other: a slip that can be mended
                all.add(new Ring(line, Double.MIN_VALUE));
            }
        }
        if (all.isEmpty()) {
            return null;
        }
        boolean told = all.stream().anyMatch(ring -> ring.signedArea() > 0);
        List<Shell> shells = told ? byDirection(all) : byDepth(all);
        Polygon[] polygons = shells.stream().map(Rings::polygon).toArray(Polygon[]::new);
        return polygons.length == 1 ? polygons[0] : GEOMETRIES.createMultiPolygon(polygons);
    }

    private static List<Shell> byDirection(List<Ring> all) {
        List<Shell> shells = new ArrayList<>();
        for (Ring ring : all) {
            if (ring.signedArea() > 0) {
                shells.add(new Shell(ring, new ArrayList<>()));
            }
        }
        for (Ring ring : all) {
            if (ring.signedArea() < 0) {
                Shell around = smallestAround(ring, shells);
                if (around == null) {
                    // nothing to be a hole in: an area drawn the wrong way round
                    shells.add(new Shell(ring, new ArrayList<>()));
                } else {
                    around.holes().add(ring);
                }
            }
        }
        return shells;
    }

    private static @Nullable Shell smallestAround(Ring hole, List<Shell> shells) {
        Shell smallest = null;
        for (Shell shell : shells) {
            boolean smaller =
                    smallest == null || shell.ring().area() < smallest.ring().area();
            if (smaller && shell.ring().area() >= hole.area() && shell.ring().surrounds(hole)) {
                smallest = shell;
            }
        }
        return smallest;
    }

    private static List<Shell> byDepth(List<Ring> all) {
        List<Ring> largestFirst = new ArrayList<>(all);
        largestFirst.sort(Comparator.comparingDouble(Ring::area).reversed());
        List<Shell> shells = new ArrayList<>();
        for (int i = 0; i < largestFirst.size(); i++) {
            Ring ring = largestFirst.get(i);
            int depth = 0;
            for (int j = 0; j < i; j++) {
                depth += largestFirst.get(j).surrounds(ring) ? 1 : 0;
            }
            Shell around = depth % 2 == 1 ? smallestAround(ring, shells) : null;
            if (around == null) {
                shells.add(new Shell(ring, new ArrayList<>()));
            } else {
                around.holes().add(ring);
            }
        }
        return shells;
    }

    private static Polygon polygon(Shell shell) {
        LinearRing[] holes = shell.holes().stream().map(Ring::line).toArray(LinearRing[]::new);
        return GEOMETRIES.createPolygon(shell.ring().line(), holes);
    }
}
