package se.lageskarta.service.areachecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;
import se.lageskarta.geo.read.feature.ShapeCheck;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * An area that can be checked: polygons, within the globe, neither a speck nor a county.
 *
 * @param degrees a valid polygon or several, longitude and latitude
 * @param squareMetres its area
 * @param repaired what was mended, and the shape before; null when nothing was
 */
record AreaShape(
        Geometry degrees, double squareMetres, @Nullable Repaired repaired) {
    static final int MAX_CORNERS = 5_000;
    static final int MAX_RINGS = 200;
    /** Smaller than a garage. */
    static final double LEAST_M2 = 50;
    /** Larger than any detailed plan; a comprehensive plan is checked part by part. */
    static final double MOST_M2 = 25_000_000;
    /** A point stands for a building of this radius. */
    static final double POINT_METRES = 25;

    private static final int ROUNDNESS = 8;

    /**
     * A mended shape.
     *
     * @param why what was done
     * @param before the shape as it came
     */
    record Repaired(Plain why, Geometry before) {}

    /**
     * @param field that a fault is told of
     * @param shape degrees
     * @throws RefusedRequestException 422 when it is no area that can be checked
     */
    static AreaShape of(String field, Geometry shape) {
        refuseUnplaced(field, shape);
        if (shape.getNumPoints() > MAX_CORNERS) {
            throw refused(field, "" + shape.getNumPoints(), "areacheck.corners", MAX_CORNERS);
        }
        Projection projection = projectionAt(shape);
        if (shape instanceof Point) {
            return aroundPoint(shape, projection);
        }
        if (shape.getDimension() != 2 || polygons(shape).isEmpty()) {
            throw refused(field, shape.getGeometryType(), "areacheck.no-area");
        }
        Geometry whole = whole(shape);
        ShapeCheck.Result checked = new ShapeCheck().check(whole);
        Geometry sound = checked.geometry();
        if (sound == null) {
            boolean flat = checked.code().equals("geometry.no-area");
            throw refused(field, shape.getGeometryType(), flat ? "areacheck.no-area" : "areacheck.tangled");
        }
        Geometry area = union(sound);
        double metres = ProjectedGeometry.fromLonLat(area, projection).getArea();
        if (!(metres >= LEAST_M2)) {
            throw refused(field, round(metres) + " m²", "areacheck.small", (int) LEAST_M2);
        }
        if (metres > MOST_M2) {
            throw refused(field, round(metres / 1e6) + " km²", "areacheck.huge", (int) (MOST_M2 / 1e6));
        }
        return new AreaShape(area, metres, checked.code().isEmpty() ? null : new Repaired(mended(), shape));
    }

    /** The system in whose metres a shape is measured. */
    static Projection projectionAt(Geometry degrees) {
        Coordinate middle = degrees.getEnvelopeInternal().centre();
        return Projection.of(WorkingCrs.choose(Crs.WGS84, middle.getX(), middle.getY()));
    }

    /** Widened by so many metres, degrees. */
    Geometry widened(double metres) {
        if (metres == 0) {
            return degrees;
        }
        Projection projection = projectionAt(degrees);
        return ProjectedGeometry.toLonLat(
                ProjectedGeometry.fromLonLat(degrees, projection).buffer(metres, ROUNDNESS), projection);
    }

    static RefusedRequestException refused(String field, String value, String code, Object... arguments) {
        return new RefusedRequestException(422, List.of(FieldFault.of(field, value, code, arguments)));
    }

    private static void refuseUnplaced(String field, Geometry shape) {
        if (shape.isEmpty()) {
            throw refused(field, shape.getGeometryType(), "areacheck.no-area");
        }
        for (Coordinate corner : shape.getCoordinates()) {
            if (!(Math.abs(corner.x) <= 180 && Math.abs(corner.y) <= 85)) {
                throw refused(
                        field, String.format(Locale.ROOT, "%.1f %.1f", corner.x, corner.y), "areacheck.wrong-crs");
            }
        }
        if (shape.getEnvelopeInternal().getWidth() > 5
                || shape.getEnvelopeInternal().getHeight() > 5) {
            throw refused(field, shape.getGeometryType(), "areacheck.huge", (int) (MOST_M2 / 1e6));
        }
    }

    private static AreaShape aroundPoint(Geometry point, Projection projection) {
        Geometry circle = ProjectedGeometry.fromLonLat(point, projection).buffer(POINT_METRES, ROUNDNESS);
        return new AreaShape(
                ProjectedGeometry.toLonLat(circle, projection), circle.getArea(), new Repaired(pointed(), point));
    }

    private static List<Polygon> polygons(Geometry shape) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            } else if (shape.getGeometryN(i) != shape && shape.getGeometryN(i).getNumGeometries() > 1) {
                polygons.addAll(polygons(shape.getGeometryN(i)));
            }
        }
        return polygons;
    }

    private static Geometry whole(Geometry shape) {
        List<Polygon> polygons = polygons(shape);
        return polygons.size() == 1
                ? polygons.get(0)
                : new GeometryFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Geometry union(Geometry sound) {
        return sound.getNumGeometries() == 1 ? sound.getGeometryN(0) : sound.buffer(0);
    }

    private static Plain mended() {
        return new Plain(
                "Gränsen korsade sig själv. Den har lagats så att alla delar är kvar; jämför med den ursprungliga formen.",
                "The boundary crossed itself. It has been mended so that all its parts remain; compare it with the original shape.");
    }

    private static Plain pointed() {
        return new Plain(
                "En punkt har ingen yta. Den har fått en cirkel med 25 meters radie.",
                "A point has no area. It has been given a circle of 25 metres radius.");
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
