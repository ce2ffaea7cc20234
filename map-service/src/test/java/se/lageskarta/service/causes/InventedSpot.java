package se.lageskarta.service.causes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import se.lageskarta.service.RunningService;

/** Writes a spot as the recognition of hotspots would. */
final class InventedSpot {
    private static final double HALF_DEGREES = 0.001;

    private InventedSpot() {}

    /** A square of some hundred metres around a place; the number of the new spot. */
    static long in(RunningService service, double lon, double lat) {
        JdbcClient jdbc = service.part(JdbcClient.class);
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into spot (version, stream, name, named_by, invented, first_on, last_on, outline, created_at,"
                        + " created_by, updated_at, updated_by) values (1, 'crime', 'Stationen', 'places', true,"
                        + " date '2026-01-01', date '2026-12-01', ST_GeomFromText('" + square(lon, lat)
                        + "', 4326), current_timestamp, 'test', current_timestamp, 'test')")
                .update(key, "id");
        jdbc.sql("update spot_register set revision = revision + 1").update();
        return java.util.Objects.requireNonNull(key.getKey()).longValue();
    }

    private static String square(double lon, double lat) {
        double west = lon - HALF_DEGREES;
        double east = lon + HALF_DEGREES;
        double south = lat - HALF_DEGREES;
        double north = lat + HALF_DEGREES;
        return "POLYGON((" + west + " " + south + ", " + east + " " + south + ", " + east + " " + north + ", " + west
                + " " + north + ", " + west + " " + south + "))";
    }
}
