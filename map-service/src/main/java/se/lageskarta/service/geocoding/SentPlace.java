package se.lageskarta.service.geocoding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.service.web.Parameters;

/**
 * What a person sends about a waiting row's place.
 *
 * @param lon degrees
 * @param lat degrees
 * @param precision {@code address}, {@code street} or {@code area}
 * @param name what the place is called; the row's words when absent
 * @param shape number of the candidate whose street or area it is, from 0; null when there is none
 * @param sameText also for all others that say the same place
 */
record SentPlace(
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable String precision,
        @Nullable String name,
        @Nullable Integer shape,
        @Nullable Boolean sameText) {
    private static final Map<String, PlacePrecision> PRECISIONS =
            Map.of("address", PlacePrecision.ADDRESS, "street", PlacePrecision.STREET, "area", PlacePrecision.AREA);

    static String code(PlacePrecision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    double longitude() {
        return degrees("lon", lon, 180);
    }

    double latitude() {
        double latitude = degrees("lat", lat, 90);
        if (latitude == 0 && longitude() == 0) {
            throw Parameters.refused("lat", "0", "place.settle.zero");
        }
        return latitude;
    }

    PlacePrecision level() {
        PlacePrecision level = PRECISIONS.get(Objects.requireNonNullElse(precision, ""));
        if (level == null) {
            throw Parameters.refused(
                    "precision",
                    Objects.requireNonNullElse(precision, ""),
                    "parameter.word",
                    String.join(", ", List.of("address", "street", "area")));
        }
        return level;
    }

    boolean forSameText() {
        return Boolean.TRUE.equals(sameText);
    }

    private static double degrees(String field, @Nullable Double value, double most) {
        if (value == null || !(Math.abs(value) <= most)) {
            throw Parameters.refused(field, value == null ? "" : value.toString(), "parameter.number", -most, most);
        }
        return value;
    }
}
