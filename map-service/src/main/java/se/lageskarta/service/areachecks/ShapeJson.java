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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shapes in degrees as GeoJSON geometries, to and fro. */
final class ShapeJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final GeometryReader READER =
            new GeometryReader(new GeometryLimits(AreaShape.MAX_CORNERS, AreaShape.MAX_RINGS, true));

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
        byte[] bytes = JSON.writeValueAsBytes(geometry);
        try (JsonParser parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), bytes)) {
            return READER.readGeometry(parser);
        } catch (JacksonException bad) {
            throw new InvalidGeoJsonException("geojson.syntax", java.util.Map.of("line", 1, "column", 1));
        }
    }
}
