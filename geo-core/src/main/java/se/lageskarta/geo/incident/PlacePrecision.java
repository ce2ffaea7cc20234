package se.lageskarta.geo.incident;

/**
 * How well an incident's place is known. Only {@link #ADDRESS} and {@link #STREET} take part in point
 * methods; the rest is counted, never drawn as a point: a municipality's label point is not a hotspot.
 */
public enum PlacePrecision {
    /** A coordinate, an address or a crossing. */
    ADDRESS,
    /** Somewhere along a street. */
    STREET,
    /** A named area. */
    AREA,
    /** The municipality's label point or a geocoder's default point. */
    MUNICIPALITY,
    /** The county's label point. */
    COUNTY,
    /** Not told. */
    UNKNOWN;

    private static final PlacePrecision[] VALUES = values();

    /** True when the place is good enough for clustering and density. */
    public boolean allowsPointMethods() {
        return this == ADDRESS || this == STREET;
    }

    static PlacePrecision of(byte ordinal) {
        return VALUES[ordinal];
    }
}
