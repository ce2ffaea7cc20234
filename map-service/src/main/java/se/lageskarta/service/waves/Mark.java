package se.lageskarta.service.waves;

import java.util.Set;
import se.lageskarta.geo.survey.UnsafeReason;

/**
 * One mark as a person made it.
 *
 * @param lon degrees
 * @param lat degrees
 * @param accuracyMetres how exactly the place is meant, 0 when drawn on the map
 * @param safe true for a place that feels safe
 * @param time when it is felt so
 * @param severity how strongly, 1 to 3; 0 when not told
 * @param reasons why
 * @param words what was written, masked; empty for nothing
 */
record Mark(
        double lon,
        double lat,
        double accuracyMetres,
        boolean safe,
        TimeOfDay time,
        int severity,
        Set<UnsafeReason> reasons,
        String words) {
    Mark {
        reasons = Set.copyOf(reasons);
    }
}
