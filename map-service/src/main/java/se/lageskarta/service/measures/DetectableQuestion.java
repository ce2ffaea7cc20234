package se.lageskarta.service.measures;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a reduction would have to show, and over how long.
 *
 * @param place degrees, longitude first
 * @param withinMetres how far around it incidents are counted
 * @param types taxonomy codes; empty for all
 * @param months how long before and after, 1 to 60
 */
record DetectableQuestion(Geometry place, double withinMetres, List<String> types, int months) {
    DetectableQuestion {
        types = List.copyOf(types);
    }
}
