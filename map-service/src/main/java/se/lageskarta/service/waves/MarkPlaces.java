package se.lageskarta.service.waves;

import java.util.ArrayList;
import java.util.List;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.survey.UnsafePlace;

/** Turns marks in degrees into facts in metres. */
final class MarkPlaces {
    private MarkPlaces() {}

    /** The marks in their order; their source keys are their numbers. A mark outside the system's reach is left out. */
    static List<UnsafePlace> of(List<StoredMark> marks, Crs crs) {
        Projection projection = Projection.metric(crs);
        List<UnsafePlace> places = new ArrayList<>(marks.size());
        for (StoredMark stored : marks) {
            double[] x = {stored.mark().lon()};
            double[] y = {stored.mark().lat()};
            projection.fromLonLat(x, y, 0, 1, x, y);
            if (Double.isFinite(x[0]) && Double.isFinite(y[0])) {
                places.add(place(stored, x[0], y[0]));
            }
        }
        return places;
    }

    private static UnsafePlace place(StoredMark stored, double x, double y) {
        Mark mark = stored.mark();
        return new UnsafePlace(
                0,
                0,
                stored.id(),
                x,
                y,
                mark.accuracyMetres(),
                mark.safe(),
                mark.severity() == 0 ? 1 : mark.severity(),
                stored.respondent(),
                stored.markedOn(),
                mark.time().dark(),
                mark.reasons());
    }

    /** The metric system that fits a place: SWEREF 99 TM in and around Sweden, else the UTM zone. */
    static Crs system(double lon, double lat) {
        if (lon > 4 && lon < 30 && lat > 50 && lat < 75) {
            return Crs.SWEREF99_TM;
        }
        int zone = Math.min(60, (int) Math.floor((lon + 180) / 6) + 1);
        return new Crs((lat >= 0 ? 32600 : 32700) + zone);
    }
}
