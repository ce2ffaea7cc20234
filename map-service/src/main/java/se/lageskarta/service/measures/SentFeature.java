package se.lageskarta.service.measures;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.GeometryLimits;
import se.lageskarta.geo.geojson.GeometryReader;
import se.lageskarta.geo.geojson.InvalidGeoJsonException;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;

/** Reads the one GeoJSON feature that a request's body must be. */
final class SentFeature {
    /** A note of 4,000 characters and {@value ShapeRules#MAX_VERTICES} corners with room to spare. */
    private static final int MAX_BYTES = 1 << 20;

    private static final String BODY = "body";
    private static final JsonFactory JSON = GeometryReader.factory();
    private static final GeometryReader GEOMETRIES =
            new GeometryReader(new GeometryLimits(ShapeRules.MAX_VERTICES, 1_000, true));

    private SentFeature() {}

    /** @throws RefusedRequestException 413 when the body is too large, 400 when it is not one feature */
    static Feature of(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw refused(413, "measure.body.large", MAX_BYTES);
        }
        try (JsonParser parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), body)) {
            Feature feature = GEOMETRIES.readFeature(parser);
            if (parser.nextToken() != null) {
                throw refused(400, "measure.body.more");
            }
            return feature;
        } catch (InvalidGeoJsonException bad) {
            Object[] arguments = new TreeMap<>(bad.args()).values().toArray();
            throw refused(400, "measure." + bad.code(), arguments);
        } catch (JacksonException bad) {
            throw refused(400, "measure.body.more");
        }
    }

    private static RefusedRequestException refused(int status, String code, Object... arguments) {
        return new RefusedRequestException(status, List.of(FieldFault.of(BODY, "", code, arguments)));
    }
}
