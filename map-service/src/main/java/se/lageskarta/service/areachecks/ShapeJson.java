package se.lageskarta.service.areachecks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.geo.geojson.GeometryLimits;
import se.lageskarta.geo.geojson.GeometryReader;
import se.lageskarta.geo.geojson.InvalidGeoJsonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shapes in degrees as GeoJSON geometries, to and fro. */
final class ShapeJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final GeometryReader READER =
            new GeometryReader(new GeometryLimits(AreaShape.MAX_CORNERS, AreaShape.MAX_RINGS, true));

    /** Outlines of ours may have more corners than what people send. */
    private static final GeometryReader STORED = new GeometryReader(new GeometryLimits(1_000_000, 100_000, true));

    private ShapeJson() {}

    static JsonNode of(Geometry degrees) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try {
            FeatureWriter.writeAlone(degrees, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return JSON.readTree(bytes.toByteArray());
    }

    /** @throws InvalidGeoJsonException when it is no geometry, or holds too much */
    static @Nullable Geometry read(JsonNode geometry) {
        return read(geometry, READER);
    }

    /** What this room has written itself. */
    static @Nullable Geometry readStored(JsonNode geometry) {
        return read(geometry, STORED);
    }

    private static @Nullable Geometry read(JsonNode geometry, GeometryReader reader) {
        byte[] bytes = JSON.writeValueAsBytes(geometry);
        try (JsonParser parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), bytes)) {
            return reader.readGeometry(parser);
        }
    }
}
