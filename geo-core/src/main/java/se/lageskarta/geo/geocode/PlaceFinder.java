package se.lageskarta.geo.geocode;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.LonLat;

/** Finds places by what somebody wrote. */
@FunctionalInterface
public interface PlaceFinder {
    /** Knows no place at all. */
    PlaceFinder NOWHERE = written -> FoundPlaces.NONE;

    FoundPlaces find(WrittenPlace written);

    /** The middle of the places that it knows; null when it knows none. */
    default @Nullable LonLat middle() {
        return null;
    }
}
