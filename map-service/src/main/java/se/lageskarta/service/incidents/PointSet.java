package se.lageskarta.service.incidents;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.SpreadIncidents;
import se.lageskarta.geo.stats.DefaultPoints;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Bounds;

/**
 * The incidents of a question on the ground, in one working system: those at a point, and those somewhere along a street
 * or in an area spread over it. A density adds up distances in metres, which two systems do not share: of several the one
 * with most incidents is taken.
 *
 * @param places at least one incident
 * @param left how many incidents of the question take no part
 * @param projection of their system
 * @param lat latitude of the middle of the data, degrees
 */
record PointSet(SpreadIncidents places, int left, Projection projection, double lat) {
    /** Pieces of a street: finer than any heat surface shows. */
    private static final double STEP_METRES = 20;

    /** The greatest set, null when there is no incident to draw. */
    static @Nullable PointSet of(Question question) {
        List<SpreadIncidents> sets = of(question, STEP_METRES);
        SpreadIncidents greatest = sets.stream()
                .max(Comparator.comparingInt(SpreadIncidents::size))
                .orElse(null);
        Bounds bounds = question.bounds();
        if (greatest == null || greatest.size() == 0 || bounds == null) {
            return null;
        }
        int asked = sets.stream().mapToInt(set -> set.size() + set.left()).sum();
        return new PointSet(
                greatest,
                asked - greatest.size(),
                Projection.of(greatest.points().crs()),
                (bounds.south() + bounds.north()) / 2);
    }

    /** All sets, those on default points of address services left out. */
    static List<SpreadIncidents> of(Question question, double stepMetres) {
        return question.incidents().stream()
                .map(all -> {
                    DefaultPoints defaults = question.defaultPoints(all.crs());
                    return SpreadIncidents.of(all, row -> defaults.isAt(all.x()[row], all.y()[row]), stepMetres);
                })
                .toList();
    }

    /** Those at a point. */
    Incidents incidents() {
        return places.points();
    }

    double[] x() {
        return places.x();
    }

    double[] y() {
        return places.y();
    }

    /** How many incidents each place stands for; null when it is one each. */
    double @Nullable [] weight() {
        return places.weight();
    }

    /** West, south, east and north of the incidents, metres. */
    double[] box() {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < x().length; i++) {
            box[0] = Math.min(box[0], x()[i]);
            box[1] = Math.min(box[1], y()[i]);
            box[2] = Math.max(box[2], x()[i]);
            box[3] = Math.max(box[3], y()[i]);
        }
        return box;
    }
}
