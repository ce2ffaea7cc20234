package se.lageskarta.geo.read.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.lageskarta.geo.read.feature.ShapeLimits;

/**
 * A geometry of a GeoPackage: its header, then Well-Known Binary, plain or with heights and measures, which are passed
 * over, in the numbering of ISO (1001) and of PostGIS (0x80000001). Straight shapes only: arcs are refused, and
 * surfaces and curves that have none are read. Every count is compared with the bytes that are left before anything is
 * made for it. Nested at most {@value #MAX_DEPTH} deep.
 */
final class BinaryGeometry {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int MAX_DEPTH = 4;
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final long EWKB_Z = 0x80000000L;
    private static final long EWKB_M = 0x40000000L;
    private static final long EWKB_SRID = 0x20000000L;
    private static final int EMPTY = 0x10;
    private static final int EXTENDED = 0x20;

    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int AREA = 3;
    private static final int MULTI_POINT = 4;
    private static final int COLLECTION = 7;
    private static final int CIRCULAR = 8;
    private static final int CURVE_POLYGON = 10;
    private static final int MULTI_CURVE = 11;
    private static final int MULTI_SURFACE = 12;
    private static final int TRIANGLE = 17;

    private final ByteBuffer bytes;
    private int vertices;
    private int parts;

    private BinaryGeometry(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * @param blob as it stands in the table
     * @return null for an empty geometry
     * @throws BrokenGeometryException when it is none, or none that is read
     */
    static @Nullable Geometry read(byte[] blob) throws BrokenGeometryException {
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw BrokenGeometryException.broken();
        }
        int flags = blob[3];
        int envelope = flags >> 1 & 7;
        if ((flags & EXTENDED) != 0 || envelope >= ENVELOPE_BYTES.length) {
            throw BrokenGeometryException.broken();
        }
        if ((flags & EMPTY) != 0) {
            return null;
        }
        int start = 8 + ENVELOPE_BYTES[envelope];
        if (blob.length < start) {
            throw BrokenGeometryException.broken();
        }
        Geometry geometry = new BinaryGeometry(
                        ByteBuffer.wrap(blob, start, blob.length - start).slice())
                .geometry(0, 0);
        return geometry.isEmpty() ? null : geometry;
    }

    /** @param wanted the only type that may come, 0 for any */
    private Geometry geometry(int wanted, int depth) throws BrokenGeometryException {
        need(5);
        int order = bytes.get();
        if (order != 0 && order != 1 || depth > MAX_DEPTH) {
            throw BrokenGeometryException.broken();
        }
        bytes.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long written = Integer.toUnsignedLong(bytes.getInt());
        long plain = written & 0x0FFFFFFFL;
        if ((written & EWKB_SRID) != 0) {
            need(4);
            bytes.getInt();
        }
        long iso = plain / 1000;
        int type = (int) (plain % 1000);
        if (iso > 3 || (wanted != 0 && type != wanted)) {
            throw BrokenGeometryException.broken();
        }
        int ordinates = 2
                + ((written & EWKB_Z) != 0 || iso == 1 || iso == 3 ? 1 : 0)
                + ((written & EWKB_M) != 0 || iso >= 2 ? 1 : 0);
        return switch (type) {
            case POINT -> point(ordinates);
            case LINE -> line(ordinates);
            case AREA, TRIANGLE -> area(ordinates);
            case MULTI_POINT, 5, 6, COLLECTION, MULTI_CURVE, MULTI_SURFACE -> several(type, depth);
            default -> throw unread(type);
        };
    }

    private static BrokenGeometryException unread(int type) {
        boolean arcs = type >= CIRCULAR && type <= CURVE_POLYGON;
        return new BrokenGeometryException(arcs ? "geometry.curve" : "geometry.type", Map.of("value", type));
    }

    private Geometry several(int type, int depth) throws BrokenGeometryException {
        int count = count(5);
        int member = type >= MULTI_POINT && type < COLLECTION ? type - 3 : 0;
        List<Geometry> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Geometry read = geometry(member, depth + 1);
            if (member != POINT) {
                part();
            }
            if (!read.isEmpty()) {
                members.add(read);
            }
        }
        return switch (type) {
            case MULTI_POINT -> GEOMETRIES.createMultiPoint(members.toArray(Point[]::new));
            case 5 -> GEOMETRIES.createMultiLineString(members.toArray(LineString[]::new));
            case 6 -> GEOMETRIES.createMultiPolygon(members.toArray(Polygon[]::new));
            default -> GEOMETRIES.buildGeometry(members);
        };
    }

    private Point point(int ordinates) throws BrokenGeometryException {
        need(8 * ordinates);
        int at = bytes.position();
        double x = bytes.getDouble(at);
        double y = bytes.getDouble(at + 8);
        bytes.position(at + 8 * ordinates);
        if (Double.isNaN(x) && Double.isNaN(y)) {
            return GEOMETRIES.createPoint();
        }
        vertex();
        return GEOMETRIES.createPoint(finite(x, y));
    }

    private LineString line(int ordinates) throws BrokenGeometryException {
        Coordinate[] positions = positions(ordinates);
        if (positions.length == 1) {
            throw tooFew(1, 2);
        }
        return GEOMETRIES.createLineString(positions);
    }

    private Polygon area(int ordinates) throws BrokenGeometryException {
        int rings = count(4);
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < rings; i++) {
            part();
            Coordinate[] corners = positions(ordinates);
            if (corners.length == 0) {
                continue;
            }
            if (corners.length < 4) {
                throw tooFew(corners.length, 4);
            }
            if (!corners[0].equals2D(corners[corners.length - 1])) {
                throw new BrokenGeometryException("geometry.ring-not-closed", Map.of());
            }
            LinearRing ring = GEOMETRIES.createLinearRing(corners);
            if (shell == null) {
                shell = ring;
            } else {
                holes.add(ring);
            }
        }
        return shell == null
                ? GEOMETRIES.createPolygon()
                : GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private Coordinate[] positions(int ordinates) throws BrokenGeometryException {
        int count = count(8 * ordinates);
        if (vertices + count > ShapeLimits.MAX_VERTICES) {
            throw new BrokenGeometryException("geometry.too-many-vertices", Map.of("limit", ShapeLimits.MAX_VERTICES));
        }
        vertices += count;
        Coordinate[] positions = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            int at = bytes.position();
            positions[i] = finite(bytes.getDouble(at), bytes.getDouble(at + 8));
            bytes.position(at + 8 * ordinates);
        }
        return positions;
    }

    private static Coordinate finite(double x, double y) throws BrokenGeometryException {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new BrokenGeometryException("geometry.position", Map.of("value", x + ", " + y));
        }
        return new Coordinate(x, y);
    }

    /** The next count, when there are bytes for as many. */
    private int count(int bytesEach) throws BrokenGeometryException {
        need(4);
        long count = Integer.toUnsignedLong(bytes.getInt());
        if (count * bytesEach > bytes.remaining()) {
            throw BrokenGeometryException.counts();
        }
        return (int) count;
    }

    private void vertex() throws BrokenGeometryException {
        if (++vertices > ShapeLimits.MAX_VERTICES) {
            throw new BrokenGeometryException("geometry.too-many-vertices", Map.of("limit", ShapeLimits.MAX_VERTICES));
        }
    }

    private void part() throws BrokenGeometryException {
        if (++parts > ShapeLimits.MAX_PARTS) {
            throw new BrokenGeometryException("geometry.too-many-rings", Map.of("limit", ShapeLimits.MAX_PARTS));
        }
    }

    private void need(int count) throws BrokenGeometryException {
        if (bytes.remaining() < count) {
            throw BrokenGeometryException.counts();
        }
    }

    private static BrokenGeometryException tooFew(int found, int needed) {
        return new BrokenGeometryException("geometry.too-few-positions", Map.of("found", found, "needed", needed));
    }
}
