package se.lageskarta.service.spots;

import java.util.List;

/**
 * What a month's hotspots are.
 *
 * @param spots the spot of each hotspot, in the order in which they were given; its status is the month's
 * @param gone spots seen within two years before that none of the hotspots is, by number
 */
public record Recognised(List<Spot> spots, List<Spot> gone) {
    public Recognised {
        spots = List.copyOf(spots);
        gone = List.copyOf(gone);
    }
}
