package se.lageskarta.service.hotspots;

import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;

/**
 * A hotspot as it is shown.
 *
 * @param id unique in the answer, the same when nothing has moved
 * @param rank 1 for the greatest of its stream
 * @param found what the analysis says; its own id and rank are those within one working system
 * @param analysed the analysis that found it
 * @param outline degrees
 * @param centre degrees
 * @param name what people call the place
 * @param evidence {@link Evidence#BOTH} when the other stream has a hotspot here too
 */
public record PlacedHotspot(
        String id,
        int rank,
        Hotspot found,
        Analysed analysed,
        Geometry outline,
        LonLat centre,
        String name,
        Evidence evidence) {}
