package se.lageskarta.geo.geocode;

/** Finds places by what somebody wrote. */
@FunctionalInterface
public interface PlaceFinder {
    /** Knows no place at all. */
    PlaceFinder NOWHERE = written -> FoundPlaces.NONE;

    FoundPlaces find(WrittenPlace written);
}
