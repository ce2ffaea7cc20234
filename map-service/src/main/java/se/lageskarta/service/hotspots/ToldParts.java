package se.lageskarta.service.hotspots;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import se.lageskarta.service.evidence.Mask;

/**
 * Which incidents of a hotspot are told of, so that what is told can be set beside the exact numbers of areas. A part of one to
 * four incidents in an area could be worked out of the area's number, or prove that an area of which only "fewer than five" was
 * told has some: such parts are left out, and the hotspot ends at the area's edge.
 */
public final class ToldParts {
    private ToldParts() {}

    /**
     * @param areas of each incident, {@link ToldAreas#NONE} outside all
     * @return places in {@code areas} of the incidents told of, ascending
     */
    public static int[] kept(int[] areas) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int area : areas) {
            sizes.merge(area, 1, Integer::sum);
        }
        return IntStream.range(0, areas.length)
                .filter(i -> areas[i] == ToldAreas.NONE || sizes.getOrDefault(areas[i], 0) >= Mask.LEAST)
                .toArray();
    }
}
