package se.lageskarta.service.pictures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.service.hotspots.PlacedHotspot;
import se.lageskarta.service.spots.Spot;

/** Says which remembered place each hotspot of a month is. */
@Component
class MonthSpots {
    /** The spot of each hotspot, in their order. */
    List<Spot> of(YearMonth month, List<PlacedHotspot> hotspots, boolean invented, boolean register) {
        List<Spot> spots = new ArrayList<>();
        for (PlacedHotspot hotspot : hotspots) {
            PoissonComparison made = hotspot.found().comparison();
            String status = made == null ? "new" : made.status().code();
            spots.add(new Spot(
                    spots.size() + 1,
                    hotspot.found().stream().code(),
                    hotspot.name(),
                    hotspot.outline(),
                    month,
                    month,
                    status.equals("too-few") || status.equals("no-history") ? "persistent" : status,
                    1,
                    false,
                    invented));
        }
        return spots;
    }
}
