package se.lageskarta.service.evidence;

import java.util.stream.IntStream;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlaces;

/**
 * Where each row of a set lies on the globe.
 *
 * @param lon degrees, one a row
 * @param lat degrees, one a row
 */
public record Positions(double[] lon, double[] lat) {
    private static final int ROWS_A_TASK = 8192;

    static Positions of(Incidents incidents) {
        return of(incidents.crs(), incidents.x(), incidents.y());
    }

    /** Of survey marks, which are few enough to be placed when needed. */
    public static Positions of(UnsafePlaces places) {
        return of(places.crs(), places.x(), places.y());
    }

    private static Positions of(Crs crs, double[] x, double[] y) {
        int n = x.length;
        double[] lon = new double[n];
        double[] lat = new double[n];
        Projection projection = Projection.of(crs);
        IntStream.range(0, (n + ROWS_A_TASK - 1) / ROWS_A_TASK).parallel().forEach(task -> {
            int from = task * ROWS_A_TASK;
            projection.toLonLat(x, y, from, Math.min(n, from + ROWS_A_TASK), lon, lat);
        });
        return new Positions(lon, lat);
    }
}
