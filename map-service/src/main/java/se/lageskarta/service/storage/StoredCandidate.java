package se.lageskarta.service.storage;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * A place that words may mean, as it is kept with a waiting row.
 *
 * @param shape number of the street or area in the store; null when the place is a point
 * @param score 0 to 1
 */
public record StoredCandidate(
        String name,
        double lon,
        double lat,
        PlacePrecision precision,
        double score,
        @Nullable Long shape) {}
