package se.lageskarta.geo.read.shp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import se.lageskarta.geo.read.feature.Rings;
import se.lageskarta.geo.read.feature.ShapeLimits;

/**
 * One record of a .shp.
 *
 * @param content little-endian, its first {@value #MAX_BYTES} bytes at most
 * @param bytes length of the whole record
 * @param fileType the type that the file's header says all shapes have
 */
record ShapeRecord(ByteBuffer content, long bytes, int fileType) {
    /** Type, box, counts, parts and positions of the largest shape within the limits; what comes after is not read. */
    static final int MAX_BYTES = 44 + 4 * ShapeLimits.MAX_PARTS + 16 * ShapeLimits.MAX_VERTICES;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int BOX_BYTES = 32;

    /** Why a record is no shape. */
    static final class NoShapeException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final transient Map<String, Object> args;

        NoShapeException(String code, Map<String, Object> args) {
            super(code, null, false, false);
            this.code = code;
            this.args = args;
        }

        String code() {
            return code;
        }

        Map<String, Object> args() {
            return args;
        }
    }

    /**
     * The shape in the file's units.
     *
     * @param geometry null for a record without a shape
     * @param dropped true when parts that are no lines or rings were left out
     */
    record Shape(@Nullable Geometry geometry, boolean dropped) {}

    /** @throws NoShapeException when its counts or coordinates cannot be right */
    Shape shape() throws NoShapeException {
        int type = content.getInt(0);
        if (type == 0) {
            return new Shape(null, false);
        }
        ShapeKind kind = ShapeKind.of(type);
        if (kind == null || (fileType != 0 && kind != ShapeKind.of(fileType))) {
            throw new NoShapeException("geometry.shape-type", Map.of("value", type));
        }
        return switch (kind) {
            case POINT -> point();
            case MULTI_POINT -> multiPoint();
            case LINE -> lines();
            case AREA -> areas();
        };
    }

    private Shape point() throws NoShapeException {
        if (content.limit() < 20) {
            throw counts();
        }
        return new Shape(GEOMETRIES.createPoint(position(4)), false);
    }

    private Shape multiPoint() throws NoShapeException {
        int points = count(4 + BOX_BYTES);
        int from = 4 + BOX_BYTES + 4;
        refuseTooMany(points);
        if (from + 16L * points > content.limit()) {
            throw counts();
        }
        return new Shape(points == 0 ? null : GEOMETRIES.createMultiPointFromCoords(positions(from, points)), false);
    }

    private Shape lines() throws NoShapeException {
        List<LineString> lines = new ArrayList<>();
        List<Coordinate[]> parts = parts();
        for (Coordinate[] part : parts) {
            if (part.length >= 2) {
                lines.add(GEOMETRIES.createLineString(part));
            }
        }
        if (lines.isEmpty() && !parts.isEmpty()) {
            throw tooFew(parts.get(0).length, 2);
        }
        Geometry geometry = lines.isEmpty()
                ? null
                : lines.size() == 1 ? lines.get(0) : GEOMETRIES.createMultiLineString(lines.toArray(LineString[]::new));
        return new Shape(geometry, lines.size() < parts.size());
    }

    private Shape areas() throws NoShapeException {
        List<Coordinate[]> parts = parts();
        List<Coordinate[]> rings = new ArrayList<>();
        for (Coordinate[] part : parts) {
            if (part.length >= 4) {
                if (!part[0].equals2D(part[part.length - 1])) {
                    throw new NoShapeException("geometry.ring-not-closed", Map.of());
                }
                rings.add(part);
            }
        }
        if (parts.isEmpty()) {
            return new Shape(null, false);
        }
        if (rings.isEmpty()) {
            throw tooFew(parts.get(0).length, 4);
        }
        Geometry area = Rings.areas(rings);
        if (area == null) {
            throw new NoShapeException("geometry.no-area", Map.of());
        }
        return new Shape(area, rings.size() < parts.size());
    }

    private List<Coordinate[]> parts() throws NoShapeException {
        int parts = count(4 + BOX_BYTES);
        int points = count(8 + BOX_BYTES);
        int indexes = 12 + BOX_BYTES;
        refuseTooMany(points);
        if (parts > ShapeLimits.MAX_PARTS) {
            if (indexes + 4L * parts + 16L * points > bytes) {
                throw counts();
            }
            throw new NoShapeException("geometry.too-many-rings", Map.of("limit", ShapeLimits.MAX_PARTS));
        }
        int from = indexes + 4 * parts;
        if (from + 16L * points > content.limit()) {
            throw counts();
        }
        List<Coordinate[]> told = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int first = content.getInt(indexes + 4 * i);
            int end = i + 1 < parts ? content.getInt(indexes + 4 * (i + 1)) : points;
            if (first < 0 || end < first || end > points || (i == 0 && first != 0)) {
                throw counts();
            }
            told.add(positions(from + 16 * first, end - first));
        }
        return told;
    }

    private int count(int at) throws NoShapeException {
        if (content.limit() < at + 4 || content.getInt(at) < 0) {
            throw counts();
        }
        return content.getInt(at);
    }

    private void refuseTooMany(int points) throws NoShapeException {
        if (16L * points > bytes) {
            throw counts();
        }
        if (points > ShapeLimits.MAX_VERTICES) {
            throw new NoShapeException("geometry.too-many-vertices", Map.of("limit", ShapeLimits.MAX_VERTICES));
        }
    }

    private Coordinate[] positions(int from, int count) throws NoShapeException {
        Coordinate[] positions = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            positions[i] = position(from + 16 * i);
        }
        return positions;
    }

    private Coordinate position(int at) throws NoShapeException {
        double x = content.getDouble(at);
        double y = content.getDouble(at + 8);
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new NoShapeException("geometry.position", Map.of("value", x + ", " + y));
        }
        return new Coordinate(x, y);
    }

    private static NoShapeException counts() {
        return new NoShapeException("geometry.counts", Map.of());
    }

    private static NoShapeException tooFew(int found, int needed) {
        return new NoShapeException("geometry.too-few-positions", Map.of("found", found, "needed", needed));
    }
}
