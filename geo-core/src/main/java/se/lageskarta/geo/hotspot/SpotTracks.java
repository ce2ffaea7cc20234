package se.lageskarta.geo.hotspot;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Recognises hotspots from month to month, so that a place keeps its number.
 *
 * <p>Rule: a hotspot may be a spot when their outlines share at least three tenths of their union, or their middles lie
 * within a hundred metres. Of all such pairs the one that shares most area is taken first, then the next of those whose
 * hotspot and spot are both free, and so on; pairs that share no area come last, the nearest first. So when a spot splits,
 * the part that covers most of it keeps the number; when spots merge, the one that has most of itself in the new outline
 * does, which is the largest when all of them lie within it, and {@link SpotMatch#merged} names the others: those that the
 * rule would have let it be, and those of which at least half lies within it.
 *
 * <p>Spots are looked for in the months nearest in time first: all pairs with the nearest sighting of each spot are settled
 * before older sightings of spots still without a hotspot are tried, back and forth within the months remembered. A spot
 * that was gone is thus recognised where it was, and a place that shrinks one month is not lost the next.
 *
 * <p>The result is the same in whatever order hotspots and sightings are given: pairs that share as many square
 * metres are told apart by how much of the union is shared, the distance, the spot's size and number and the hotspot's
 * coordinates. Identical outlines among the hotspots
 * cannot be told apart and go by order.
 *
 * <p>Source: maximum spatial overlap as in Kalnis, Mamoulis &amp; Bakiras (2005), On discovering moving clusters in
 * spatio-temporal data, SSTD; greedy instead of their threshold on members, since outlines are what is stored.
 *
 * <p>Known limits: only one stream and one system of coordinates at a time; a place that moves more than a hundred metres
 * without overlap becomes a new spot; of two hotspots that cross each other the larger overlap wins even when the other
 * pairing would suit all better (the best sum would cost a cubic assignment and let far pairs change near ones).
 */
public final class SpotTracks {
    /** A spot of which so much lies in a hotspot that is another spot has been merged into it. */
    private static final double MERGED_SHARE = 0.5;

    private final SpotOptions options;

    private final Map<Long, List<Outline>> sightings = new TreeMap<>();

    private record Outline(YearMonth month, Geometry shape, Point middle, double area) {
        static Outline of(YearMonth month, Geometry shape) {
            return new Outline(month, shape, shape.getCentroid(), shape.getArea());
        }
    }

    /** @param same whether the rule lets the hotspot be the spot; otherwise most of the spot only lies within it */
    private record Pair(
            int found, long spot, double shared, double overlap, double metres, double spotArea, boolean same) {}

    private SpotTracks(SpotOptions options) {
        this.options = options;
    }

    /**
     * @param sightings of spots of one stream, in one system of coordinates, metres; at most one a spot and month
     * @param options when two outlines are the same place
     */
    public static SpotTracks of(List<SpotSighting> sightings, SpotOptions options) {
        SpotTracks tracks = new SpotTracks(options);
        Set<String> taken = new HashSet<>();
        for (SpotSighting one : sightings) {
            if (!taken.add(one.spot() + " " + one.month())) {
                throw new IllegalArgumentException(
                        "spot " + one.spot() + " has two outlines in " + one.month() + ", but must have one");
            }
            tracks.sightings
                    .computeIfAbsent(one.spot(), any -> new ArrayList<>())
                    .add(Outline.of(one.month(), one.outline()));
        }
        return tracks;
    }

    /**
     * Says which spot each hotspot of a month is. O((n + m) log m) for n hotspots and m sightings, as long as each overlaps
     * with few, and the overlay of each pair that is near.
     *
     * @param month that the hotspots are of; sightings of the same month count as the nearest, which is what keeps numbers
     *     when the month is looked through again after data were corrected
     * @param found outlines in metres, none empty
     * @return in the order of {@code found}
     */
    public List<SpotMatch> match(YearMonth month, List<Geometry> found) {
        List<Outline> hotspots = new ArrayList<>();
        for (Geometry outline : found) {
            refuseUnlessOutline(outline);
            hotspots.add(Outline.of(month, outline));
        }
        int[] order = inOrderOfPlace(hotspots);
        @Nullable Pair[] links = new @Nullable Pair[found.size()];
        Set<Long> linked = new HashSet<>();
        List<Pair> nearest = pairs(hotspots, order, nearestOnly(month));
        link(nearest, links, linked);
        if (linked.size() < links.length) {
            Map<Long, List<Outline>> free = remembered(month);
            free.keySet().removeAll(linked);
            link(pairs(hotspots, order, free), links, linked);
        }
        return matches(links, linked, nearest);
    }

    private static void link(List<Pair> pairs, @Nullable Pair[] links, Set<Long> linked) {
        for (Pair pair : pairs) {
            if (pair.same && links[pair.found] == null && linked.add(pair.spot)) {
                links[pair.found] = pair;
            }
        }
    }

    private static List<SpotMatch> matches(@Nullable Pair[] links, Set<Long> linked, List<Pair> nearest) {
        Map<Integer, TreeSet<Long>> merged = new HashMap<>();
        for (Pair pair : nearest) {
            if (pair.shared > 0 && !linked.contains(pair.spot) && links[pair.found] != null) {
                merged.computeIfAbsent(pair.found, any -> new TreeSet<>()).add(pair.spot);
            }
        }
        List<SpotMatch> matches = new ArrayList<>();
        for (int i = 0; i < links.length; i++) {
            Pair link = links[i];
            matches.add(
                    link == null
                            ? new SpotMatch(null, 0, List.of())
                            : new SpotMatch(
                                    link.spot, link.overlap, List.copyOf(merged.getOrDefault(i, new TreeSet<>()))));
        }
        return matches;
    }

    /** All pairs that the rule allows, the surest first; what differs in the last bits of an overlay only is equal. */
    private List<Pair> pairs(List<Outline> hotspots, int[] order, Map<Long, List<Outline>> known) {
        STRtree tree = new STRtree();
        known.forEach((spot, outlines) -> outlines.forEach(
                outline -> tree.insert(outline.shape.getEnvelopeInternal(), Map.entry(spot, outline))));
        tree.build();
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < hotspots.size(); i++) {
            Outline hotspot = hotspots.get(i);
            Envelope reach = hotspot.shape.getEnvelopeInternal().copy();
            reach.expandBy(options.nearMetres());
            for (Object candidate : tree.query(reach)) {
                Map.Entry<?, ?> near = (Map.Entry<?, ?>) candidate;
                Pair pair = pair(i, hotspot, (Long) near.getKey(), (Outline) near.getValue());
                if (pair != null) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> Math.rint(pair.shared))
                .thenComparingDouble(pair -> Math.rint(pair.overlap * 1e9))
                .reversed()
                .thenComparingDouble(pair -> Math.rint(pair.metres * 1e3))
                .thenComparing(Comparator.comparingDouble(Pair::spotArea).reversed())
                .thenComparingLong(Pair::spot)
                .thenComparingInt(pair -> place[pair.found]));
        return pairs;
    }

    private @Nullable Pair pair(int found, Outline hotspot, long spot, Outline known) {
        double shared = hotspot.shape.intersects(known.shape)
                ? hotspot.shape.intersection(known.shape).getArea()
                : 0;
        double union = hotspot.area + known.area - shared;
        double overlap = union > 0 ? shared / union : 0;
        double metres = hotspot.middle.distance(known.middle);
        boolean same = overlap >= options.leastOverlap() || metres <= options.nearMetres();
        return same || shared >= MERGED_SHARE * known.area
                ? new Pair(found, spot, shared, overlap, metres, known.area, same)
                : null;
    }

    /** The sighting of each spot that is nearest in time; of two as near the earlier. */
    private Map<Long, List<Outline>> nearestOnly(YearMonth month) {
        Map<Long, List<Outline>> nearest = new TreeMap<>();
        remembered(month)
                .forEach((spot, outlines) -> nearest.put(
                        spot,
                        List.of(outlines.stream()
                                .min(Comparator.comparingLong((Outline outline) -> monthsBetween(outline.month, month))
                                        .thenComparing(Outline::month))
                                .orElseThrow())));
        return nearest;
    }

    private Map<Long, List<Outline>> remembered(YearMonth month) {
        Map<Long, List<Outline>> near = new TreeMap<>();
        sightings.forEach((spot, outlines) -> {
            List<Outline> kept = outlines.stream()
                    .filter(outline -> monthsBetween(outline.month, month) <= options.rememberedMonths())
                    .toList();
            if (!kept.isEmpty()) {
                near.put(spot, kept);
            }
        });
        return near;
    }

    private static long monthsBetween(YearMonth one, YearMonth other) {
        return Math.abs(ChronoUnit.MONTHS.between(one, other));
    }

    /** Numbers of the hotspots by where they are, whatever order they came in. */
    private static int[] inOrderOfPlace(List<Outline> hotspots) {
        Integer[] order = new Integer[hotspots.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingDouble((Integer i) -> hotspots.get(i).middle.getX())
                        .thenComparingDouble(i -> hotspots.get(i).middle.getY())
                        .thenComparingDouble(i -> hotspots.get(i).area));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    static void refuseUnlessOutline(Geometry outline) {
        if (outline.isEmpty() || outline.getDimension() < 2) {
            throw new IllegalArgumentException("outline is " + outline.getGeometryType()
                    + (outline.isEmpty() ? " without places" : "") + ", but must be an area");
        }
    }
}
