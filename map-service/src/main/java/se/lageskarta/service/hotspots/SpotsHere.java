package se.lageskarta.service.hotspots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.spots.Spots;

/** Which hotspots are spots that people remember. Only looks: a hotspot that is shown does not become a spot by that. */
@Component
class SpotsHere {
    private static final long KEPT_HOTSPOTS = 100_000;

    private final Spots spots;
    private final Cache<String, Map<String, Spot>> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_HOTSPOTS)
            .weigher((String key, Map<String, Spot> here) -> 1 + here.size())
            .build();

    SpotsHere(Spots spots) {
        this.spots = spots;
    }

    /** Rises with every change of a spot. */
    long revision() {
        return spots.revision();
    }

    /** What a hotspot is called: what people call the spot, and otherwise what lies around it. */
    static String name(PlacedHotspot hotspot, @Nullable Spot spot) {
        return spot != null && spot.namedByPeople() ? spot.name() : hotspot.name();
    }

    /** The spot of each hotspot of an answer, by the hotspot's id; those that are none are left out. */
    Map<String, Spot> in(HotspotQuestion asked, HotspotSet set) {
        String key = spots.revision() + "|" + asked.question().facts().revision() + "|" + asked.key();
        return Objects.requireNonNull(kept.get(key, unused -> find(asked, set)));
    }

    /** Spots are recognised by the true outline, also for those who are told a coarse one. */
    private static Geometry exactly(PlacedHotspot hotspot) {
        return ProjectedGeometry.toLonLat(
                hotspot.found().outline(),
                Projection.of(hotspot.analysed().result().crs()));
    }

    private Map<String, Spot> find(HotspotQuestion asked, HotspotSet set) {
        Map<String, Spot> here = new HashMap<>();
        for (Evidence stream : Evidence.STREAMS) {
            List<PlacedHotspot> hotspots = set.hotspots().stream()
                    .filter(hotspot -> hotspot.found().stream() == stream)
                    .toList();
            var found = spots.lookFor(
                    Spots.monthOf(asked.question()),
                    asked.question(),
                    stream.code(),
                    hotspots.stream().map(SpotsHere::exactly).toList());
            for (int i = 0; i < found.size(); i++) {
                String id = hotspots.get(i).id();
                found.get(i).ifPresent(spot -> here.put(id, spot));
            }
        }
        return Map.copyOf(here);
    }
}
