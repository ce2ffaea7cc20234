package se.lageskarta.geo.read;

import java.util.Locale;

/** What a base-map feature is: which layer of the background map it belongs to. */
public enum BaseRole {
    WATER,
    GREEN,
    BUILDINGS,
    ROADS,
    PATHS,
    RAIL,
    LAMPS,
    ADDRESSES,
    PROPERTIES,
    DISTRICTS,
    BOUNDARY,
    PLACES;

    /** The name used in addresses, tiles and files: {@code roads}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@code roads} or {@code ROADS}.
     *
     * @throws IllegalArgumentException when there is no such role
     */
    public static BaseRole of(String code) {
        for (BaseRole role : values()) {
            if (role.name().equalsIgnoreCase(code.strip())) {
                return role;
            }
        }
        throw new IllegalArgumentException("role is '" + code + "', but must be one of water, green, buildings, roads, "
                + "paths, rail, lamps, addresses, properties, districts, boundary, places");
    }
}
