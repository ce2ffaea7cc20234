package se.lageskarta.geo.hotspot;

import java.time.YearMonth;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a spot was in a month.
 *
 * @param spot number of the spot
 * @param month the last month of the period that was looked at
 * @param outline in metres, not empty
 */
public record SpotSighting(long spot, YearMonth month, Geometry outline) {
    public SpotSighting {
        SpotTracks.refuseUnlessOutline(outline);
    }
}
