package se.lageskarta.service.followups;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.geojson.FeatureWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Areas as they are sent: GeoJSON in degrees. */
final class Drawn {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Arcs of rings are drawn true to this; counts are made with the arcs themselves. */
    private static final double METRES = 1;

    private Drawn() {}

    static JsonNode of(Geometry metres, Projection projection) {
        Geometry simple = TopologyPreservingSimplifier.simplify(metres, METRES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try {
            FeatureWriter.writeAlone(ProjectedGeometry.toLonLat(simple, projection), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JSON.readTree(bytes.toByteArray());
    }
}
