package se.lageskarta.geo.geojson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads GeoJSON that strangers send: members in any order, unknown members passed over, depth at most
 * {@value #MAX_DEPTH}, positions and rings counted while they are read, so that a small body cannot become a big
 * heap. Heights are passed over. Makes no claim that a polygon is valid in the sense of OGC Simple Features.
 */
public final class GeometryReader {
    /** Deepest nesting: no geometry needs more than 7, and attributes seldom more than a handful. */
    public static final int MAX_DEPTH = 64;
    /** Longest text in one attribute, characters. */
    private static final int MAX_TEXT = 1_000_000;

    private final GeometryLimits limits;

    public GeometryReader(GeometryLimits limits) {
        this.limits = limits;
    }

    /** Hears what a file holds. */
    public interface Sink {
        /** The file's old-style {@code crs} member, such as {@code urn:ogc:def:crs:EPSG::3006}, when it comes before the features. */
        default void crs(String name) {}

        /** @param index number of the feature in the file, from 0 */
        void feature(long index, Feature feature);

        /** A feature that is well-formed JSON but no good feature. */
        void invalid(long index, InvalidGeoJsonException problem);
    }

    /** A factory whose parsers keep the limits on depth and text. */
    public static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .build())
                .build();
    }

    /**
     * Reads the geometry that the parser stands before or on; null for JSON null.
     *
     * @throws InvalidGeoJsonException when it is not a geometry or goes beyond the limits
     */
    public @Nullable Geometry readGeometry(JsonParser parser) {
        return guarded(parser, () -> {
            RawGeometry raw = new RawGeometry.Reader(parser, limits).read(start(parser));
            return raw == null ? null : raw.build(limits);
        });
    }

    /**
     * Reads the feature that the parser stands before or on.
     *
     * @throws InvalidGeoJsonException when it is not a feature or goes beyond the limits
     */
    public Feature readFeature(JsonParser parser) {
        return guarded(parser, () -> {
            expect(start(parser), JsonToken.START_OBJECT);
            return members(parser).feature(limits);
        });
    }

    /**
     * Reads a whole file in constant memory: a feature collection, one feature, or one geometry.
     *
     * @throws InvalidGeoJsonException when it is not JSON or none of these; features told before that stand
     */
    public void readAll(JsonParser parser, Sink sink) {
        guarded(parser, () -> {
            expect(start(parser), JsonToken.START_OBJECT);
            Members whole = new Members();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("features") && value == JsonToken.START_ARRAY) {
                    features(parser, sink);
                    whole.isCollection = true;
                } else if (name.equals("crs") && value == JsonToken.START_OBJECT) {
                    String crs = crsName(value(parser, value));
                    if (crs != null) {
                        sink.crs(crs);
                    }
                } else {
                    member(parser, name, value, whole);
                }
            }
            if (!whole.isCollection) {
                told(0, whole, sink);
            }
            return "";
        });
    }

    private void features(JsonParser parser, Sink sink) {
        for (long index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            expect(parser.currentToken(), JsonToken.START_OBJECT);
            told(index, members(parser), sink);
        }
    }

    private void told(long index, Members members, Sink sink) {
        Feature feature;
        try {
            feature = members.feature(limits);
        } catch (InvalidGeoJsonException problem) {
            sink.invalid(index, problem);
            return;
        }
        sink.feature(index, feature);
    }

    private Members members(JsonParser parser) {
        Members members = new Members();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            member(parser, name, parser.nextToken(), members);
        }
        return members;
    }

    private void member(JsonParser parser, String name, JsonToken value, Members members) {
        switch (name) {
            case "type" -> members.type = value == JsonToken.VALUE_STRING ? parser.getString() : skipped(parser);
            case "id" ->
                members.id =
                        value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getString() : skipped(parser);
            case "geometry" -> members.geometry = new RawGeometry.Reader(parser, limits).read(value);
            case "properties" -> {
                if (value == JsonToken.START_OBJECT) {
                    members.properties = object(parser);
                } else {
                    parser.skipChildren();
                }
            }
            case "coordinates", "geometries" ->
                members.bare = new RawGeometry.Reader(parser, limits).continued(name, value, members.bare);
            default -> parser.skipChildren();
        }
    }

    private static @Nullable String skipped(JsonParser parser) {
        parser.skipChildren();
        return null;
    }

    private static @Nullable String crsName(@Nullable Object crs) {
        return crs instanceof Map<?, ?> map
                        && map.get("properties") instanceof Map<?, ?> properties
                        && properties.get("name") instanceof String name
                ? name
                : null;
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            object.put(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                    list.add(value(parser, item));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> wholeNumber(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private static Object wholeNumber(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Object) parser.getDoubleValue()
                : (Object) parser.getLongValue();
    }

    private static JsonToken start(JsonParser parser) {
        JsonToken token = parser.currentToken();
        JsonToken first = token == null ? parser.nextToken() : token;
        if (first == null) {
            throw new InvalidGeoJsonException("geojson.expected", Map.of("expected", "{", "found", "end of input"));
        }
        return first;
    }

    static void expect(JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw new InvalidGeoJsonException(
                    "geojson.expected", Map.of("expected", String.valueOf(expected.asString()), "found", found.name()));
        }
    }

    private static <T extends @Nullable Object> T guarded(JsonParser parser, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (StreamConstraintsException e) {
            throw new InvalidGeoJsonException("geojson.too-deep", Map.of("limit", MAX_DEPTH));
        } catch (JacksonException e) {
            var at = parser.currentLocation();
            throw new InvalidGeoJsonException(
                    "geojson.syntax", Map.of("line", at.getLineNr(), "column", at.getColumnNr()));
        }
    }

    /** The members of one object, in whatever order they came. */
    private static final class Members {
        @Nullable
        String type;

        @Nullable
        String id;

        @Nullable
        RawGeometry geometry;

        @Nullable
        RawGeometry bare;

        Map<String, @Nullable Object> properties = Map.of();
        boolean isCollection;

        Feature feature(GeometryLimits limits) {
            if ("Feature".equals(type)) {
                return new Feature(id, geometry == null ? null : geometry.build(limits), properties);
            }
            if (bare != null && type != null) {
                return new Feature(id, bare.named(type).build(limits), properties);
            }
            throw new InvalidGeoJsonException("geojson.type", Map.of("value", String.valueOf(type)));
        }
    }
}
