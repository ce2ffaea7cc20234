package se.lageskarta.service.publicpage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * The part of a map that is drawn once more, enlarged: where many areas are too small to be read beside the whole. It depends
 * on the areas alone, never on what was counted in them, and is the same whenever they are.
 *
 * <p>An area is small when its longer side is at most an eighth of the map's. Small areas that lie near each other make a
 * group; the group with most areas is enlarged when it has more than three and spans at most half of the map. Known limit:
 * of several towns far apart only the one with most areas is enlarged; the others are read by zooming and in the table. Time
 * grows with the square of the small areas, some 10 ms for 1,600.
 *
 * @param small numbers of the areas that are read here and not on the whole map
 * @param box of those, units of the whole map
 */
record Enlargement(Set<Integer> small, Envelope box) {
    private static final double SMALL = 1.0 / 8;
    private static final double NEAR = 1.0 / 50;
    private static final double MOST = 1.0 / 2;
    private static final int LEAST_AREAS = 4;

    /**
     * Null when the whole map is read as it is.
     *
     * @param areas rings of each area, whole units
     */
    static @Nullable Enlargement of(List<List<int[]>> areas) {
        List<Envelope> boxes = areas.stream().map(Enlargement::box).toList();
        Envelope whole = new Envelope();
        boxes.forEach(whole::expandToInclude);
        double side = side(whole);
        Set<Integer> left = new TreeSet<>();
        for (int area = 0; area < boxes.size(); area++) {
            if (!boxes.get(area).isNull() && side(boxes.get(area)) <= SMALL * side) {
                left.add(area);
            }
        }
        List<Set<Integer>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            groups.add(group(left, boxes, NEAR * side));
        }
        return groups.stream()
                .filter(group -> group.size() >= LEAST_AREAS)
                .map(group -> new Enlargement(group, around(group, boxes)))
                .filter(part -> side(part.box) <= MOST * side)
                .max(Comparator.comparingInt((Enlargement part) -> part.small.size())
                        .thenComparing(part -> part.small.iterator().next(), Comparator.reverseOrder()))
                .orElse(null);
    }

    /** Takes the first one left and all that are near it, or near those. */
    private static Set<Integer> group(Set<Integer> left, List<Envelope> boxes, double near) {
        Set<Integer> group = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(left.iterator().next());
        left.remove(open.getFirst());
        while (!open.isEmpty()) {
            int area = open.remove();
            group.add(area);
            Envelope reach = boxes.get(area).copy();
            reach.expandBy(near);
            List<Integer> found = left.stream()
                    .filter(other -> reach.intersects(boxes.get(other)))
                    .toList();
            open.addAll(found);
            found.forEach(left::remove);
        }
        return group;
    }

    private static Envelope around(Set<Integer> group, List<Envelope> boxes) {
        Envelope box = new Envelope();
        group.forEach(area -> box.expandToInclude(boxes.get(area)));
        return box;
    }

    static Envelope box(List<int[]> rings) {
        Envelope box = new Envelope();
        for (int[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                box.expandToInclude(ring[i], ring[i + 1]);
            }
        }
        return box;
    }

    private static double side(Envelope box) {
        return Math.max(box.getWidth(), box.getHeight());
    }
}
