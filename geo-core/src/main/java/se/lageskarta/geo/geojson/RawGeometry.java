package se.lageskarta.geo.geojson;

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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A geometry as it stands in the file, before its type is known to fit its coordinates: GeoJSON's members come in
 * any order.
 *
 * @param type GeoJSON's type name, null when not told yet
 * @param coordinates a {@link Coordinate}, or lists of lists of them; null when there are none
 * @param parts the members of a geometry collection; null when there are none
 * @param problem the first thing wrong with it, told when it is built: the rest of the file is still read
 */
record RawGeometry(
        @Nullable String type,
        @Nullable Object coordinates,
        @Nullable List<RawGeometry> parts,
        @Nullable InvalidGeoJsonException problem) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    RawGeometry named(String typeName) {
        return new RawGeometry(typeName, coordinates, parts, problem);
    }

    Geometry build(GeometryLimits limits) {
        if (problem != null) {
            throw problem;
        }
        String name = String.valueOf(type);
        return switch (name) {
            case "Point" -> point(coordinates, limits);
            case "MultiPoint" ->
                FACTORY.createMultiPoint(list(coordinates).stream()
                        .map(item -> point(item, limits))
                        .toArray(Point[]::new));
            case "LineString" -> line(coordinates, limits);
            case "MultiLineString" ->
                FACTORY.createMultiLineString(list(coordinates).stream()
                        .map(item -> line(item, limits))
                        .toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates, limits);
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(list(coordinates).stream()
                        .map(item -> polygon(item, limits))
                        .toArray(Polygon[]::new));
            case "GeometryCollection" ->
                FACTORY.createGeometryCollection((parts == null ? List.<RawGeometry>of() : parts)
                        .stream().map(part -> part.build(limits)).toArray(Geometry[]::new));
            default -> throw new InvalidGeoJsonException("geojson.type", Map.of("value", name));
        };
    }

    private static Point point(@Nullable Object raw, GeometryLimits limits) {
        return FACTORY.createPoint(coordinate(raw, limits));
    }

    private static LineString line(@Nullable Object raw, GeometryLimits limits) {
        return FACTORY.createLineString(coordinates(raw, limits, 2));
    }

    private static Polygon polygon(@Nullable Object raw, GeometryLimits limits) {
        List<?> rings = list(raw);
        if (rings.isEmpty()) {
            throw tooFew(0, 4);
        }
        LinearRing shell = ring(rings.get(0), limits);
        LinearRing[] holes =
                rings.stream().skip(1).map(hole -> ring(hole, limits)).toArray(LinearRing[]::new);
        return FACTORY.createPolygon(shell, holes);
    }

    private static LinearRing ring(@Nullable Object raw, GeometryLimits limits) {
        Coordinate[] places = coordinates(raw, limits, 4);
        if (!places[0].equals2D(places[places.length - 1])) {
            throw new InvalidGeoJsonException("geojson.ring-not-closed", Map.of());
        }
        return FACTORY.createLinearRing(places);
    }

    private static Coordinate[] coordinates(@Nullable Object raw, GeometryLimits limits, int needed) {
        List<?> items = list(raw);
        if (items.size() < needed) {
            throw tooFew(items.size(), needed);
        }
        return items.stream().map(item -> coordinate(item, limits)).toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(@Nullable Object raw, GeometryLimits limits) {
        if (!(raw instanceof Coordinate place)) {
            throw new InvalidGeoJsonException("geojson.expected", Map.of("expected", "position", "found", kind(raw)));
        }
        if (limits.degreesOnly() && !(Math.abs(place.x) <= 180 && Math.abs(place.y) <= 90)) {
            throw new InvalidGeoJsonException("geojson.out-of-range", Map.of("lon", place.x, "lat", place.y));
        }
        return place;
    }

    private static List<?> list(@Nullable Object raw) {
        if (raw instanceof List<?> items) {
            return items;
        }
        throw new InvalidGeoJsonException("geojson.expected", Map.of("expected", "array", "found", kind(raw)));
    }

    private static String kind(@Nullable Object raw) {
        return raw == null ? "nothing" : raw instanceof Coordinate ? "position" : "array";
    }

    private static InvalidGeoJsonException tooFew(int found, int needed) {
        return new InvalidGeoJsonException("geojson.too-few-positions", Map.of("found", found, "needed", needed));
    }

    /** Reads one geometry; beyond a limit it reads on without keeping anything. */
    static final class Reader {
        private final JsonParser parser;
        private final GeometryLimits limits;
        private int vertices;
        private int rings;
        private @Nullable InvalidGeoJsonException problem;

        Reader(JsonParser parser, GeometryLimits limits) {
            this.parser = parser;
            this.limits = limits;
        }

        /** The geometry whose first token is given; null for JSON null. */
        @Nullable
        RawGeometry read(JsonToken first) {
            if (first == JsonToken.VALUE_NULL) {
                return null;
            }
            if (first != JsonToken.START_OBJECT) {
                parser.skipChildren();
                note("geojson.expected", Map.of("expected", "geometry", "found", first.name()));
                return new RawGeometry(null, null, null, problem);
            }
            String type = null;
            Object coordinates = null;
            List<RawGeometry> parts = null;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                    type = parser.getString();
                } else if (name.equals("coordinates")) {
                    coordinates = nested(value);
                } else if (name.equals("geometries")) {
                    parts = parts(value);
                } else {
                    parser.skipChildren();
                }
            }
            return new RawGeometry(type, coordinates, parts, problem);
        }

        /** A geometry whose members stand among those of the whole file. */
        RawGeometry continued(String member, JsonToken value, @Nullable RawGeometry before) {
            Object coordinates =
                    member.equals("coordinates") ? nested(value) : before == null ? null : before.coordinates;
            List<RawGeometry> parts = member.equals("geometries") ? parts(value) : before == null ? null : before.parts;
            return new RawGeometry(null, coordinates, parts, problem);
        }

        private List<RawGeometry> parts(JsonToken first) {
            List<RawGeometry> parts = new ArrayList<>();
            if (first != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return parts;
            }
            for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                countRing();
                RawGeometry part = read(item);
                if (part != null && problem == null) {
                    parts.add(part);
                }
            }
            return parts;
        }

        /** A position, or a list of what is nested in it; null when it is neither or a limit is passed. */
        private @Nullable Object nested(JsonToken first) {
            if (first != JsonToken.START_ARRAY) {
                parser.skipChildren();
                note("geojson.expected", Map.of("expected", "array", "found", first.name()));
                return null;
            }
            JsonToken item = parser.nextToken();
            if (item.isNumeric()) {
                return position();
            }
            List<Object> items = new ArrayList<>();
            boolean counted = false;
            for (; item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                Object inner = nested(item);
                if (inner instanceof Coordinate && !counted) {
                    counted = true;
                    countRing();
                }
                if (inner != null && problem == null) {
                    items.add(inner);
                }
            }
            return items;
        }

        private @Nullable Coordinate position() {
            double x = parser.getDoubleValue();
            double y = Double.NaN;
            int numbers = 1;
            for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                if (!item.isNumeric()) {
                    parser.skipChildren();
                    note("geojson.position", Map.of("value", item.name()));
                } else if (++numbers == 2) {
                    y = parser.getDoubleValue();
                }
            }
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                note("geojson.position", Map.of("value", x + ", " + y));
                return null;
            }
            if (++vertices > limits.maxVertices()) {
                note("geojson.too-many-vertices", Map.of("limit", limits.maxVertices()));
            }
            return problem == null ? new Coordinate(x, y) : null;
        }

        private void countRing() {
            if (++rings > limits.maxRings()) {
                note("geojson.too-many-rings", Map.of("limit", limits.maxRings()));
            }
        }

        private void note(String code, Map<String, Object> args) {
            if (problem == null) {
                problem = new InvalidGeoJsonException(code, args);
            }
        }
    }
}
