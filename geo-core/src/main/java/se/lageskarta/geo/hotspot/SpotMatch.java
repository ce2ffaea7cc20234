package se.lageskarta.geo.hotspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which spot a hotspot is.
 *
 * @param spot number of the spot; null when the place has not been seen before
 * @param overlap the part of their union that both outlines hold, 0 to 1; 0 without a spot
 * @param merged spots without a hotspot of their own that lie in this one, ascending: what was several places is one now
 */
public record SpotMatch(@Nullable Long spot, double overlap, List<Long> merged) {
    public SpotMatch {
        merged = List.copyOf(merged);
    }
}
