package se.lageskarta.service.hotspots;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.service.spots.Spot;

/** How a hotspot is told to one kind of reader. */
sealed interface HotspotShape permits HotspotFeature, CoarseFeature {
    /** The one for who asked. */
    static HotspotShape of(HotspotQuestion asked) {
        return asked.masked() ? new CoarseFeature(asked.question()) : new HotspotFeature();
    }

    /** What the list shows. */
    Feature listed(PlacedHotspot placed, MeasuresHere.Here here, @Nullable Spot spot);

    /** What the panel shows: in addition when in the week and how many places, to those who may know. */
    Feature explained(PlacedHotspot placed, MeasuresHere.Here here, @Nullable Spot spot);
}
