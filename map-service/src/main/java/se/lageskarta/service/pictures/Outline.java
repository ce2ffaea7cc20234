package se.lageskarta.service.pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * An area as GeoJSON writes it: a MultiPolygon in WGS 84 degrees, longitude first, to the sixth decimal (some 10 cm).
 *
 * @param type always MultiPolygon
 * @param coordinates polygons, rings, places
 */
record Outline(String type, List<List<List<List<Double>>>> coordinates) {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int DECIMALS = 1_000_000;

    static Outline of(Geometry degrees) {
        List<List<List<List<Double>>>> polygons = new ArrayList<>();
        for (int i = 0; i < degrees.getNumGeometries(); i++) {
            if (degrees.getGeometryN(i) instanceof Polygon polygon) {
                polygons.add(rings(polygon));
            }
        }
        return new Outline("MultiPolygon", polygons);
    }

    /** The same as a shape in degrees. */
    Geometry shape() {
        return FACTORY.createMultiPolygon(
                coordinates.stream().map(Outline::polygon).toArray(Polygon[]::new));
    }

    /** A place, longitude first. */
    static List<Double> place(double lon, double lat) {
        return List.of(rounded(lon), rounded(lat));
    }

    private static Polygon polygon(List<List<List<Double>>> rings) {
        LinearRing[] all = rings.stream()
                .map(ring -> FACTORY.createLinearRing(ring.stream()
                        .map(place -> new Coordinate(place.get(0), place.get(1)))
                        .toArray(Coordinate[]::new)))
                .toArray(LinearRing[]::new);
        return FACTORY.createPolygon(all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    private static List<List<List<Double>>> rings(Polygon polygon) {
        List<List<List<Double>>> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<List<Double>> ring(LinearRing ring) {
        List<List<Double>> places = new ArrayList<>();
        for (Coordinate at : ring.getCoordinates()) {
            places.add(place(at.x, at.y));
        }
        return places;
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * DECIMALS) / DECIMALS;
    }
}
