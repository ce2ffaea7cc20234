package se.lageskarta.geo.geojson;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes one feature collection as its features come, in constant memory: seven decimals (a centimetre), outer
 * rings anticlockwise and holes clockwise (RFC 7946 §3.1.6), text escaped so that it also stays text inside a page.
 *
 * <pre>{@code
 * try (FeatureWriter writer = new FeatureWriter(out)) {
 *     writer.feature(feature);
 *     writer.beginPoint(13.02, 58.08).id(17).property("type", "SKA").endFeature();
 *     writer.member("numberMatched", 2);
 * }
 * }</pre>
 *
 * Closing ends the collection and flushes, but leaves the stream open. Not safe for several threads.
 */
public final class FeatureWriter implements AutoCloseable {
    private final JsonBytes json;
    private boolean empty = true;
    private boolean featuresEnded;
    private boolean firstProperty;
    private boolean closed;
    private @Nullable String pendingId;

    /** @param out receives the bytes, UTF-8 */
    public FeatureWriter(OutputStream out) throws IOException {
        json = new JsonBytes(out);
        json.raw("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    /** Writes a feature that stands alone, not in a collection. */
    public static void writeAlone(Feature feature, OutputStream out) throws IOException {
        JsonBytes json = new JsonBytes(out);
        write(json, feature);
        json.flush();
    }

    /** Writes a geometry that stands alone. */
    public static void writeAlone(Geometry geometry, OutputStream out) throws IOException {
        JsonBytes json = new JsonBytes(out);
        geometry(json, geometry);
        json.flush();
    }

    public void feature(Feature feature) throws IOException {
        separate();
        write(json, feature);
    }

    /** Begins a point feature without making objects of it: then properties, then {@link #endFeature()}. */
    public FeatureWriter beginPoint(double lon, double lat) throws IOException {
        separate();
        json.raw("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
        json.degrees(lon);
        json.raw(',');
        json.degrees(lat);
        json.raw("]},\"properties\":{");
        firstProperty = true;
        pendingId = null;
        return this;
    }

    /** The id of the feature begun. */
    public FeatureWriter id(long id) {
        return id(Long.toString(id));
    }

    /** The id of the feature begun. */
    public FeatureWriter id(String id) {
        pendingId = id;
        return this;
    }

    /** A property of the feature begun; see {@link Feature} for what a value may be. */
    public FeatureWriter property(String name, @Nullable Object value) throws IOException {
        name(name);
        json.value(value);
        return this;
    }

    /** A property of the feature begun. */
    public FeatureWriter property(String name, long value) throws IOException {
        name(name);
        json.number(value);
        return this;
    }

    /** A property of the feature begun; null when the number is not finite. */
    public FeatureWriter property(String name, double value) throws IOException {
        name(name);
        json.number(value);
        return this;
    }

    private void name(String name) throws IOException {
        json.raw(firstProperty ? "" : ",");
        firstProperty = false;
        json.text(name);
        json.raw(':');
    }

    public void endFeature() throws IOException {
        json.raw('}');
        if (pendingId != null) {
            json.raw(",\"id\":");
            json.text(pendingId);
        }
        json.raw('}');
    }

    /** A member of the collection itself, such as {@code numberMatched}; no feature can follow. */
    public FeatureWriter member(String name, @Nullable Object value) throws IOException {
        endFeatures();
        json.raw(',');
        json.text(name);
        json.raw(':');
        json.value(value);
        return this;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            endFeatures();
            json.raw('}');
            json.flush();
        }
    }

    private void separate() throws IOException {
        if (featuresEnded) {
            throw new IllegalStateException("a feature cannot follow a member of the collection");
        }
        json.raw(empty ? "\n" : ",\n");
        empty = false;
    }

    private void endFeatures() throws IOException {
        if (!featuresEnded) {
            featuresEnded = true;
            json.raw(empty ? "]" : "\n]");
        }
    }

    private static void write(JsonBytes json, Feature feature) throws IOException {
        json.raw("{\"type\":\"Feature\"");
        if (feature.id() != null) {
            json.raw(",\"id\":");
            json.text(feature.id());
        }
        json.raw(",\"geometry\":");
        geometry(json, feature.geometry());
        json.raw(",\"properties\":{");
        String separator = "";
        for (Map.Entry<String, ?> property : feature.properties().entrySet()) {
            json.raw(separator);
            separator = ",";
            json.text(property.getKey());
            json.raw(':');
            json.value(property.getValue());
        }
        json.raw("}}");
    }

    private static void geometry(JsonBytes json, @Nullable Geometry geometry) throws IOException {
        if (geometry == null || geometry.isEmpty()) {
            json.raw("null");
            return;
        }
        if (geometry.getClass() == GeometryCollection.class) {
            json.raw("{\"type\":\"GeometryCollection\",\"geometries\":[");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                json.raw(i == 0 ? "" : ",");
                geometry(json, geometry.getGeometryN(i));
            }
            json.raw("]}");
            return;
        }
        json.raw("{\"type\":\"");
        json.raw(geometry instanceof LinearRing ? "LineString" : geometry.getGeometryType());
        json.raw("\",\"coordinates\":");
        coordinates(json, geometry);
        json.raw('}');
    }

    private static void coordinates(JsonBytes json, Geometry geometry) throws IOException {
        if (geometry instanceof Point point) {
            position(json, point.getCoordinateSequence(), 0);
        } else if (geometry instanceof LineString line) {
            positions(json, line.getCoordinateSequence(), false);
        } else if (geometry instanceof Polygon polygon) {
            polygon(json, polygon);
        } else if (geometry instanceof MultiPoint
                || geometry instanceof MultiLineString
                || geometry instanceof MultiPolygon) {
            json.raw('[');
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                json.raw(i == 0 ? "" : ",");
                coordinates(json, geometry.getGeometryN(i));
            }
            json.raw(']');
        } else {
            throw new IllegalArgumentException("geometry is a " + geometry.getGeometryType() + ", which GeoJSON lacks");
        }
    }

    private static void polygon(JsonBytes json, Polygon polygon) throws IOException {
        json.raw('[');
        ring(json, polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            json.raw(',');
            ring(json, polygon.getInteriorRingN(i), false);
        }
        json.raw(']');
    }

    private static void ring(JsonBytes json, LinearRing ring, boolean anticlockwise) throws IOException {
        CoordinateSequence places = ring.getCoordinateSequence();
        positions(json, places, Orientation.isCCW(places) != anticlockwise);
    }

    private static void positions(JsonBytes json, CoordinateSequence places, boolean backwards) throws IOException {
        int last = places.size() - 1;
        json.raw('[');
        for (int i = 0; i <= last; i++) {
            json.raw(i == 0 ? "" : ",");
            position(json, places, backwards ? last - i : i);
        }
        json.raw(']');
    }

    private static void position(JsonBytes json, CoordinateSequence places, int at) throws IOException {
        json.raw('[');
        json.degrees(places.getX(at));
        json.raw(',');
        json.degrees(places.getY(at));
        json.raw(']');
    }
}
