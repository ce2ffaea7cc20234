package se.lageskarta.geo.effect;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A place that a target might be compared with.
 *
 * @param id the same whenever it is looked for again
 * @param kind {@code hotspot}, {@code district} or {@code cell}
 * @param name what people call it; may be empty
 * @param area metres, with an area
 * @param landUse what lies there by its share of the area, such as buildings 0.3; empty when not known
 */
public record ComparisonCandidate(String id, String kind, String name, Geometry area, Map<String, Double> landUse) {
    public ComparisonCandidate {
        landUse = Map.copyOf(landUse);
        if (!(area.getArea() > 0)) {
            throw new IllegalArgumentException("area of " + id + " is empty, but must be an area");
        }
    }
}
