package se.lageskarta.geo.tile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.lageskarta.geo.crs.WebMercator;

/**
 * One layer of a tile being written. A feature is begun by {@link #id} and {@link #tag} and ended by a
 * geometry: {@code layer.tag("count", 3).point(lon, lat)}. A geometry of which nothing lies on the tile
 * writes no feature and answers false.
 *
 * <p>Lines and polygons are clipped to the tile and its buffer, rounded to whole units, and freed of points
 * that fall together. Rings are turned as the specification asks: exterior rings have positive area with y
 * down, interior ones negative; rings that collapse are left out. Polygons are clipped by
 * Sutherland &amp; Hodgman (1974): a concave one may keep an edge of no width along the buffer's edge, outside
 * what is drawn.
 */
public final class VectorTileLayer {
    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_ONE = 1 << 3 | 7;

    private final String name;
    private final double perUnit;
    private final double west;
    private final double north;
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final ValueDictionary values = new ValueDictionary();
    private final Bytes features = new Bytes(4096);
    private final Bytes geometry = new Bytes(256);
    private int[] tags = new int[16];
    private int tagCount;
    private long id;
    private boolean hasId;
    private int featureCount;
    private int atX;
    private int atY;

    VectorTileLayer(String name, TileCoord tile) {
        this.name = name;
        perUnit = VectorTileWriter.EXTENT / tile.size();
        west = tile.west();
        north = tile.north();
    }

    String name() {
        return name;
    }

    int features() {
        return featureCount;
    }

    /** Identity of the next feature, 0 or more. */
    public VectorTileLayer id(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("id is " + number + ", but must be 0 or more");
        }
        id = number;
        hasId = true;
        return this;
    }

    /** A text attribute of the next feature. */
    public VectorTileLayer tag(String key, String value) {
        return tag(key, (Object) value);
    }

    /** A whole number as attribute of the next feature. */
    public VectorTileLayer tag(String key, long value) {
        tag(keyNumber(key), values.numberOf(value));
        return this;
    }

    /** A number as attribute of the next feature. */
    public VectorTileLayer tag(String key, double value) {
        return tag(key, (Object) value);
    }

    /** A yes or no as attribute of the next feature. */
    public VectorTileLayer tag(String key, boolean value) {
        return tag(key, (Object) value);
    }

    /** Writes a point given in degrees. */
    public boolean point(double lon, double lat) {
        double x = (WebMercator.x(lon) - west) * perUnit;
        double y = (WebMercator.y(lat) - north) * perUnit;
        return pointAt(Math.floor(x), Math.floor(y));
    }

    /** Writes a point given in whole units of the tile. */
    boolean pointAt(double x, double y) {
        boolean on = x >= -VectorTileWriter.BUFFER
                && y >= -VectorTileWriter.BUFFER
                && x < VectorTileWriter.EXTENT + VectorTileWriter.BUFFER
                && y < VectorTileWriter.EXTENT + VectorTileWriter.BUFFER;
        begin();
        if (on) {
            geometry.varint(1 << 3 | MOVE_TO);
            vertex((int) x, (int) y);
        }
        return end(POINT);
    }

    /** Writes a geometry of longitudes and latitudes: points, lines or polygons, single or many, not mixed. */
    public boolean geometry(Geometry lonLat) {
        begin();
        int kind = kindOf(lonLat);
        add(lonLat, kind);
        return end(kind);
    }

    Bytes toMessage() {
        Bytes message = new Bytes(features.size() + 1024);
        message.text(1 << 3 | 2, name);
        message.raw(features);
        for (String key : keys.keySet()) {
            message.text(3 << 3 | 2, key);
        }
        message.raw(values.fields());
        message.varint(5 << 3);
        message.varint(VectorTileWriter.EXTENT);
        message.varint(15 << 3);
        message.varint(2);
        return message;
    }

    int keyNumber(String key) {
        Integer known = keys.get(key);
        if (known == null) {
            known = keys.size();
            keys.put(key, known);
        }
        return known;
    }

    int valueNumber(Object value) {
        return values.numberOf(value);
    }

    int valueNumber(long value) {
        return values.numberOf(value);
    }

    /** An attribute by its numbers in the dictionaries. */
    void tag(int keyNumber, int valueNumber) {
        if (tagCount + 2 > tags.length) {
            tags = Arrays.copyOf(tags, tags.length * 2);
        }
        tags[tagCount++] = keyNumber;
        tags[tagCount++] = valueNumber;
    }

    private VectorTileLayer tag(String key, Object value) {
        tag(keyNumber(key), valueNumber(value));
        return this;
    }

    private static int kindOf(Geometry geometry) {
        return switch (geometry.getDimension()) {
            case 0 -> POINT;
            case 1 -> LINE;
            case 2 -> POLYGON;
            default -> POINT;
        };
    }

    private void add(Geometry part, int kind) {
        if (part.isEmpty() || kindOf(part) != kind) {
            return;
        }
        if (part instanceof GeometryCollection) {
            if (kind == POINT) {
                addPoints(part);
            } else {
                for (int i = 0; i < part.getNumGeometries(); i++) {
                    add(part.getGeometryN(i), kind);
                }
            }
        } else if (part instanceof Polygon polygon) {
            addPolygon(polygon);
        } else if (part instanceof LineString line) {
            addLine(line);
        } else if (part instanceof Point) {
            addPoints(part);
        }
    }

    private void addPoints(Geometry points) {
        Clipping box = Clipping.of(points.getCoordinates(), west, north, perUnit);
        int[] inside = box.pointsInside();
        if (inside.length > 0) {
            geometry.varint((long) inside.length / 2 << 3 | MOVE_TO);
            for (int i = 0; i < inside.length; i += 2) {
                vertex(inside[i], inside[i + 1]);
            }
        }
    }

    private void addLine(LineString line) {
        for (int[] part :
                Clipping.of(line.getCoordinates(), west, north, perUnit).lineParts()) {
            path(part, false);
        }
    }

    private void addPolygon(Polygon polygon) {
        int[] shell = Clipping.of(polygon.getExteriorRing().getCoordinates(), west, north, perUnit)
                .ring();
        if (shell.length == 0) {
            return;
        }
        path(Clipping.turned(shell, true), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            int[] ring = Clipping.of(polygon.getInteriorRingN(hole).getCoordinates(), west, north, perUnit)
                    .ring();
            if (ring.length > 0) {
                path(Clipping.turned(ring, false), true);
            }
        }
    }

    private void path(int[] vertices, boolean closed) {
        geometry.varint(1 << 3 | MOVE_TO);
        vertex(vertices[0], vertices[1]);
        geometry.varint((long) (vertices.length / 2 - 1) << 3 | LINE_TO);
        for (int i = 2; i < vertices.length; i += 2) {
            vertex(vertices[i], vertices[i + 1]);
        }
        if (closed) {
            geometry.one(CLOSE_ONE);
        }
    }

    private void vertex(int x, int y) {
        geometry.varint(Bytes.zigzag(x - atX) & 0xffffffffL);
        geometry.varint(Bytes.zigzag(y - atY) & 0xffffffffL);
        atX = x;
        atY = y;
    }

    private void begin() {
        geometry.clear();
        atX = 0;
        atY = 0;
    }

    private boolean end(int kind) {
        boolean written = geometry.size() > 0;
        if (written) {
            int tagBytes = 0;
            for (int i = 0; i < tagCount; i++) {
                tagBytes += Bytes.varintSize(tags[i]);
            }
            int length = (hasId ? 1 + Bytes.varintSize(id) : 0)
                    + (tagBytes == 0 ? 0 : 1 + Bytes.varintSize(tagBytes) + tagBytes)
                    + 2
                    + 1
                    + Bytes.varintSize(geometry.size())
                    + geometry.size();
            features.one(2 << 3 | 2);
            features.varint(length);
            if (hasId) {
                features.one(1 << 3);
                features.varint(id);
            }
            if (tagBytes > 0) {
                features.one(2 << 3 | 2);
                features.varint(tagBytes);
                for (int i = 0; i < tagCount; i++) {
                    features.varint(tags[i]);
                }
            }
            features.one(3 << 3);
            features.one(kind);
            features.message(4 << 3 | 2, geometry);
            featureCount++;
        }
        tagCount = 0;
        hasId = false;
        return written;
    }
}
