package se.lageskarta.service.hotspots;

import java.util.Optional;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.service.evidence.Facts;

/**
 * The areas that numbers are told of to those who may not see single incidents. The room that tells them knows this one, so it
 * answers here: hotspots must be told in pieces that nothing small can be subtracted from.
 */
public interface ToldAreas {
    /** A place in no area. */
    int NONE = -1;

    /** The areas around a place; empty when no numbers of areas can be told there. */
    Optional<AreaAt> near(Facts facts, LonLat place);

    /** Which area places lie in. */
    interface AreaAt {
        /** The number of the area, or {@link #NONE}. */
        int of(LonLat place);
    }
}
