package se.lageskarta.geo.geojson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the map, as the outside sees it.
 *
 * @param id its name among its kind, null when it has none
 * @param geometry longitude and latitude in degrees; null when it has no place
 * @param properties what is known about it, in the order it is written. Values are text, numbers, booleans, null,
 *     lists and maps of these, arrays of int, long or double, and things of java.time
 */
public record Feature(
        @Nullable String id, @Nullable Geometry geometry, Map<String, ? extends @Nullable Object> properties) {
    public Feature {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
