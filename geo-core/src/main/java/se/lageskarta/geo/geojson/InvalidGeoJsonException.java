package se.lageskarta.geo.geojson;

import java.util.Map;

/**
 * GeoJSON that cannot be understood or goes beyond the limits. The code names what is wrong and the args give the
 * figures, so that a text can be made in the reader's language:
 * {@code geojson.syntax} (line, column), {@code geojson.expected} (expected, found), {@code geojson.type} (value),
 * {@code geojson.too-many-vertices} (limit), {@code geojson.too-many-rings} (limit), {@code geojson.too-deep}
 * (limit), {@code geojson.position} (value), {@code geojson.out-of-range} (lon, lat), {@code geojson.ring-not-closed},
 * {@code geojson.too-few-positions} (found, needed).
 */
public final class InvalidGeoJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> args;

    InvalidGeoJsonException(String code, Map<String, Object> args) {
        super(code + " " + args);
        this.code = code;
        this.args = Map.copyOf(args);
    }

    public String code() {
        return code;
    }

    public Map<String, Object> args() {
        return args;
    }
}
