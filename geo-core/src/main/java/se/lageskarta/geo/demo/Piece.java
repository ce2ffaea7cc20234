package se.lageskarta.geo.demo;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;

/**
 * A feature of the background map as it is drawn here: metres from the town square.
 *
 * @param role its layer
 * @param kind what it is within the layer
 * @param name Swedish, empty when it has none
 * @param geometry metres from the town square
 * @param attributes what else is known
 */
record Piece(BaseRole role, String kind, String name, Geometry geometry, Map<String, String> attributes) {
    Piece(BaseRole role, String kind, String name, Geometry geometry) {
        this(role, kind, name, geometry, Map.of());
    }

    BaseFeature toBaseFeature() {
        Geometry shape = Site.toLonLat(geometry);
        // where an area's edge touches itself, rounding on the way to degrees may make it cross
        return new BaseFeature(
                role,
                kind,
                name,
                shape.isValid() ? shape : GeometryFixer.fix(shape).norm(),
                attributes);
    }
}
