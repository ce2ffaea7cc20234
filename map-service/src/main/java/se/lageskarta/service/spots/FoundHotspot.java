package se.lageskarta.service.spots;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * A hotspot that a month's analysis has found, to be recognised.
 *
 * @param outline WGS 84 degrees, longitude first
 * @param count incidents, or people for unsafe places
 * @param trend what the comparison with earlier years says: a code of {@link se.lageskarta.geo.stats.PoissonComparison.Status};
 *     {@code no-history} when none was made
 */
public record FoundHotspot(Geometry outline, int count, String trend) {
    /** A seventh decimal of a degree is a centimetre: outlines that are stored and read again stay equal. */
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(1e7);

    /** As it is stored. */
    FoundHotspot stored() {
        return new FoundHotspot(stored(outline), count, trend);
    }

    static Geometry stored(Geometry outline) {
        Geometry reduced = GeometryPrecisionReducer.reduce(outline, CENTIMETRES);
        return reduced.isEmpty() ? outline : reduced;
    }
}
