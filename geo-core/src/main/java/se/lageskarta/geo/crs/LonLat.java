package se.lageskarta.geo.crs;

/**
 * A place on the globe: WGS 84 degrees, longitude first.
 *
 * @param lon degrees east of Greenwich, -180 to 180
 * @param lat degrees north of the equator, -90 to 90
 */
public record LonLat(double lon, double lat) {
    public LonLat {
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("lon is " + lon + ", but must be -180 to 180 degrees");
        }
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("lat is " + lat + ", but must be -90 to 90 degrees");
        }
    }
}
