package se.lageskarta.service.spots;

import java.util.Set;
import se.lageskarta.service.storage.Bounds;

/**
 * What a month was looked through for. Spots outside of it are neither recognised nor said to be gone.
 *
 * @param stream {@code crime} or {@code unsafety}
 * @param invented true when the data are made up
 * @param bounds where the data lie, degrees
 */
public record SpotScope(String stream, boolean invented, Bounds bounds) {
    private static final Set<String> STREAMS = Set.of("crime", "unsafety");

    public SpotScope {
        if (!STREAMS.contains(stream)) {
            throw new IllegalArgumentException("stream is " + stream + ", but must be crime or unsafety");
        }
    }
}
