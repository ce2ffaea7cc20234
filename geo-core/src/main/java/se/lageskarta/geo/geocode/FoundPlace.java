package se.lageskarta.geo.geocode;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * Where words may mean.
 *
 * @param name as the source of the names writes it
 * @param lon degrees
 * @param lat degrees
 * @param precision {@link PlacePrecision#ADDRESS} for an address or crossing, {@link PlacePrecision#STREET} somewhere
 *     along a street, {@link PlacePrecision#AREA} somewhere in an area
 * @param shape the street or the area, longitude and latitude; null when it is a point
 * @param score how well the words fit, 0 to 1; 1 is the same name
 */
public record FoundPlace(
        String name,
        double lon,
        double lat,
        PlacePrecision precision,
        @Nullable Geometry shape,
        double score) {
    public FoundPlace {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score is " + score + ", but must be 0 to 1");
        }
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("lon, lat is " + lon + ", " + lat + ", but must be degrees");
        }
    }
}
