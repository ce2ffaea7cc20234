package se.lageskarta.service.storage;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * Where a person has said that words are.
 *
 * @param lon degrees
 * @param lat degrees
 * @param shape the street or area, longitude and latitude; null when it is a point, or when only the point is known
 */
public record SettledPlace(
        String name,
        double lon,
        double lat,
        PlacePrecision precision,
        @Nullable Geometry shape) {
    /** Longer names are cut. */
    public static final int LONGEST_NAME = 200;

    public SettledPlace {
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("lon, lat is " + lon + ", " + lat + ", but must be degrees");
        }
        name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
