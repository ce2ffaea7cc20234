package se.lageskarta.geo.read;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of the background map: a street, a building, a lamp post, an address.
 *
 * @param role which layer it belongs to
 * @param kind what it is within its role, such as {@code residential} for a street; empty when not told
 * @param name its name or number; empty when it has none
 * @param geometry longitude and latitude in degrees (WGS 84), not empty
 * @param attributes what else the source told, as text
 */
public record BaseFeature(BaseRole role, String kind, String name, Geometry geometry, Map<String, String> attributes) {
    public BaseFeature {
        if (geometry.isEmpty()) {
            throw new IllegalArgumentException("geometry is empty, but must have coordinates");
        }
        attributes = Map.copyOf(attributes);
    }
}
