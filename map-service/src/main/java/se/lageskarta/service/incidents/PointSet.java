package se.lageskarta.service.incidents;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Bounds;

/**
 * The drawn incidents of a question in one working system. A density adds up distances in metres, which two systems do
 * not share: of several the one with most incidents is taken.
 *
 * @param incidents those with an exact place; at least one
 * @param projection of their system
 * @param lat latitude of the middle of the data, degrees
 */
record PointSet(Incidents incidents, Projection projection, double lat) {
    /** The greatest set, null when there is no incident to draw. */
    static @Nullable PointSet of(Question question) {
        Incidents greatest = question.placedIncidents().stream()
                .max(Comparator.comparingInt(Incidents::size))
                .orElse(null);
        Bounds bounds = question.bounds();
        if (greatest == null || greatest.size() == 0 || bounds == null) {
            return null;
        }
        return new PointSet(greatest, Projection.of(greatest.crs()), (bounds.south() + bounds.north()) / 2);
    }

    double[] x() {
        return incidents.x();
    }

    double[] y() {
        return incidents.y();
    }

    /** West, south, east and north of the incidents, metres. */
    double[] box() {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < incidents.size(); i++) {
            box[0] = Math.min(box[0], x()[i]);
            box[1] = Math.min(box[1], y()[i]);
            box[2] = Math.max(box[2], x()[i]);
            box[3] = Math.max(box[3], y()[i]);
        }
        return box;
    }
}
