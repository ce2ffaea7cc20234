package se.lageskarta.service.geocoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.FeatureWriter;
import tools.jackson.databind.json.JsonMapper;

/** A geometry as a member of a JSON answer. */
final class ShapeJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ShapeJson() {}

    static Object of(Geometry lonLat) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
            FeatureWriter.writeAlone(new Feature(null, lonLat, Map.of()), bytes);
            return JSON.readTree(bytes.toByteArray()).get("geometry");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
