package se.lageskarta.service.spots;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Bounds;

/**
 * What a month was looked through for. Spots outside of it are neither recognised nor said to be gone.
 *
 * @param stream {@code crime}, {@code disorder} or {@code unsafety}
 * @param invented true when the data are made up
 * @param bounds where the data lie, degrees
 */
record SpotScope(String stream, boolean invented, Bounds bounds) {
    private static final Set<String> STREAMS = Set.of("crime", "disorder", "unsafety");
    /** An outline reaches a little beyond the outermost incident: some hundred metres. */
    private static final double MARGIN_DEGREES = 0.005;

    SpotScope {
        if (!STREAMS.contains(stream)) {
            throw new IllegalArgumentException("stream is " + stream + ", but must be crime, disorder or unsafety");
        }
    }

    /** That of a question; null when it is about no place at all. */
    static @Nullable SpotScope of(Question question, String stream) {
        Bounds bounds = question.bounds();
        return bounds == null ? null : new SpotScope(stream, question.invented(), bounds.grownBy(MARGIN_DEGREES));
    }

    boolean isOf(SpotRows.Named spot) {
        return stream.equals(spot.stream()) && invented == spot.invented();
    }

    /** True for a spot that a look through this scope would have found. */
    boolean holds(SpotRows.Named spot) {
        return isOf(spot) && holds(spot.outline());
    }

    private boolean holds(Geometry outline) {
        Point middle = outline.getCentroid();
        return bounds.contains(middle.getX(), middle.getY());
    }
}
