package se.lageskarta.service.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * Where something is, as well as the reporter could tell: a position with its accuracy, or words alone that a
 * coordinator finds on the map later.
 *
 * @param lon degrees, null when only words are known
 * @param lat degrees, null when only words are known
 * @param accuracyMetres radius within which it lies, 0 to 100,000; null when not told
 * @param words what the place is called or how to find it, at most 200 characters
 */
public record ReportPlace(
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable Double accuracyMetres,
        String words) {
    private static final int LONGEST_WORDS = 200;
    private static final int LEAST_WORDS = 3;
    private static final double MOST_METRES = 100_000;
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    /** @throws RefusedRequestException with every fault at once, so that a form can mark all of them */
    public ReportPlace {
        words = words.strip();
        List<FieldFault> faults = new ArrayList<>();
        if ((lon == null) != (lat == null)) {
            faults.add(FieldFault.of("place", "", "report.place.half"));
        } else if (lon != null && lat != null) {
            addPositionFault(lon, lat, faults);
        } else if (words.length() < LEAST_WORDS) {
            faults.add(FieldFault.of("place", words, "report.place.missing"));
        }
        if (words.length() > LONGEST_WORDS || ReportText.isUnstorable(words)) {
            faults.add(FieldFault.of("place.words", words, "report.text", LONGEST_WORDS));
        }
        if (accuracyMetres != null && !(accuracyMetres >= 0 && accuracyMetres <= MOST_METRES)) {
            faults.add(FieldFault.of("place.accuracyMetres", accuracyMetres.toString(), "report.place.accuracy"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
    }

    private static void addPositionFault(double lon, double lat, List<FieldFault> faults) {
        String position = lon + " " + lat;
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            faults.add(FieldFault.of("place", position, "report.place.range"));
        } else if (lon == 0 && lat == 0) {
            faults.add(FieldFault.of("place", position, "report.place.zero"));
        }
    }

    /** The position as a point; null when only words are known. */
    @Nullable
    Point point() {
        return lon == null || lat == null ? null : pointAt(lon, lat);
    }

    static Point pointAt(double lon, double lat) {
        return WGS84.createPoint(new Coordinate(lon, lat));
    }
}
