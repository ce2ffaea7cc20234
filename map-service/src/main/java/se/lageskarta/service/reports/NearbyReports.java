package se.lageskarta.service.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.storage.Bounds;

/**
 * Finds reports that are likely to be about the same thing: types that are alike, at most {@value #METRES} metres and
 * {@value #DAYS} days apart, limits included. Distances are taken in a plane that touches the globe at the place: true
 * to a millimetre at this reach. One read of the spatial index, then O(n) in what lies around.
 */
@Component
class NearbyReports {
    static final double METRES = 50;
    static final int DAYS = 7;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final int MINUTES_A_DAY = 1_440;

    /**
     * A report that may be about the same thing.
     *
     * @param report one that is no duplicate itself
     * @param metres how far from it the place is
     */
    record Near(Report report, double metres) {}

    private final Reports reports;
    private final ReportTypes types;

    NearbyReports(Reports reports, ReportTypes types) {
        this.reports = reports;
        this.types = types;
    }

    /** Those like a report, without itself and what it is merged with. */
    List<Near> to(Report report) {
        Point place = report.place();
        if (place == null) {
            return List.of();
        }
        return to(report.type(), place, report.when()).stream()
                .filter(near ->
                        near.report.id() != report.id() && !Objects.equals(near.report.id(), report.duplicateOf()))
                .toList();
    }

    /** The nearest first; of merged ones only the one that stands for them. */
    List<Near> to(String type, Point place, TimeSpan when) {
        int days = DAYS * MINUTES_A_DAY;
        return reports.within(around(place), when.fromMinute() - days, when.fromMinute() + days).stream()
                .filter(report -> report.state() != ReportState.DUPLICATE && types.areAlike(type, report.type()))
                .map(report -> new Near(report, metresBetween(place, report.place())))
                .filter(near -> near.metres <= METRES)
                .sorted(Comparator.comparingDouble(Near::metres)
                        .thenComparing(near -> near.report().id()))
                .toList();
    }

    private static Bounds around(Point place) {
        double north = METRES * 1.01 / METRES_PER_DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(place.getY())));
        return new Bounds(
                Math.max(-180, place.getX() - east),
                Math.max(-90, place.getY() - north),
                Math.min(180, place.getX() + east),
                Math.min(90, place.getY() + north));
    }

    static double metresBetween(Point one, @Nullable Point other) {
        if (other == null) {
            return Double.POSITIVE_INFINITY;
        }
        double cos = Math.cos(Math.toRadians((one.getY() + other.getY()) / 2));
        return Math.hypot((one.getX() - other.getX()) * cos, one.getY() - other.getY()) * METRES_PER_DEGREE;
    }
}
