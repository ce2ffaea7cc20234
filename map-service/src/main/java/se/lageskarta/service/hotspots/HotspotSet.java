package se.lageskarta.service.hotspots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.service.storage.Bounds;

/**
 * All hotspots of a question, of all streams and all working systems, ranked within their stream and found by place.
 *
 * @param hotspots by rank, crime before disorder before unsafety among equals
 * @param analyses what was analysed, crime before disorder before unsafety, the largest first
 */
record HotspotSet(List<PlacedHotspot> hotspots, List<Analysed> analyses, STRtree byPlace) {
    /** Says what places are called, in their order. */
    interface Names {
        List<Optional<String>> of(List<LonLat> places);
    }

    private static final Comparator<Placed> GREATEST_FIRST = Comparator.comparingInt(
                    (Placed placed) -> size(placed.found))
            .thenComparingDouble(placed -> placed.found.perKm2())
            .reversed()
            .thenComparing(placed -> placed.found.id());

    private record Placed(Hotspot found, Analysed analysed) {}

    /** Ranks the hotspots of some analyses, and says which have one of the other stream at the same place. */
    static HotspotSet of(List<Analysed> asked, List<Analysed> others, Names names) {
        List<PlacedHotspot> elsewhere = new ArrayList<>();
        for (Evidence stream : Evidence.STREAMS) {
            elsewhere.addAll(place(of(stream, others), names));
        }
        List<PlacedHotspot> placed = new ArrayList<>();
        for (Evidence stream : Evidence.STREAMS) {
            placed.addAll(place(of(stream, asked), names));
        }
        elsewhere.addAll(placed);
        STRtree all = tree(elsewhere);
        List<PlacedHotspot> seen = placed.stream()
                .map(hotspot -> meetsOtherStream(hotspot, all) ? with(hotspot, Evidence.BOTH) : hotspot)
                .sorted(Comparator.comparingInt(PlacedHotspot::rank).thenComparing(hotspot -> hotspot.found().stream()))
                .toList();
        return new HotspotSet(seen, asked, tree(seen));
    }

    Optional<PlacedHotspot> find(String id) {
        return hotspots.stream().filter(hotspot -> hotspot.id().equals(id)).findFirst();
    }

    /** Those that something remains of when each is told as it may be; the analyses stay. */
    HotspotSet told(Function<List<PlacedHotspot>, List<PlacedHotspot>> telling) {
        List<PlacedHotspot> told = telling.apply(hotspots);
        return new HotspotSet(told, analyses, tree(told));
    }

    /** Those whose box meets a box in degrees, by rank. */
    List<PlacedHotspot> within(Bounds box) {
        Envelope degrees = new Envelope(box.west(), box.east(), box.south(), box.north());
        List<PlacedHotspot> found = new ArrayList<>();
        for (Object hotspot : byPlace.query(degrees)) {
            found.add((PlacedHotspot) hotspot);
        }
        found.sort(Comparator.comparingInt(PlacedHotspot::rank));
        return found;
    }

    /** The size that ranks it: people for unsafe places. */
    static int size(Hotspot hotspot) {
        return hotspot.stream() == Evidence.UNSAFETY ? hotspot.respondents() : hotspot.count();
    }

    private static List<Analysed> of(Evidence stream, List<Analysed> analyses) {
        return analyses.stream().filter(one -> one.stream() == stream).toList();
    }

    private static List<PlacedHotspot> place(List<Analysed> analyses, Names names) {
        List<Placed> found = new ArrayList<>();
        for (Analysed analysed : analyses) {
            analysed.result().hotspots().forEach(hotspot -> found.add(new Placed(hotspot, analysed)));
        }
        found.sort(GREATEST_FIRST);
        List<LonLat> centres = found.stream().map(HotspotSet::centre).toList();
        List<Optional<String>> called = names.of(centres);
        Set<String> taken = new HashSet<>();
        List<PlacedHotspot> placed = new ArrayList<>();
        for (Placed one : found) {
            Projection projection = Projection.of(one.analysed.result().crs());
            LonLat centre = centres.get(placed.size());
            String id = one.found.id();
            // squares of two systems may share their numbers
            id = taken.add(id) ? id : id + "-" + one.analysed.result().crs().epsg();
            placed.add(new PlacedHotspot(
                    id,
                    placed.size() + 1,
                    one.found,
                    one.analysed,
                    ProjectedGeometry.toLonLat(one.found.outline(), projection),
                    centre,
                    called.get(placed.size()).orElseGet(() -> position(centre)),
                    one.found.stream()));
        }
        return placed;
    }

    private static LonLat centre(Placed one) {
        return Projection.of(one.analysed.result().crs()).toLonLat(one.found.centreX(), one.found.centreY());
    }

    /** A place without a name is called by its position, as it can be typed into the search box. */
    static String position(LonLat centre) {
        return String.format(Locale.ROOT, "%.4f, %.4f", centre.lat(), centre.lon());
    }

    private static boolean meetsOtherStream(PlacedHotspot hotspot, STRtree all) {
        for (Object near : all.query(hotspot.outline().getEnvelopeInternal())) {
            PlacedHotspot other = (PlacedHotspot) near;
            if (other.found().stream().speaksWith(hotspot.found().stream())
                    && other.outline().intersects(hotspot.outline())) {
                return true;
            }
        }
        return false;
    }

    private static PlacedHotspot with(PlacedHotspot one, Evidence evidence) {
        return new PlacedHotspot(
                one.id(), one.rank(), one.found(), one.analysed(), one.outline(), one.centre(), one.name(), evidence);
    }

    private static STRtree tree(List<PlacedHotspot> hotspots) {
        STRtree tree = new STRtree();
        hotspots.forEach(hotspot -> tree.insert(hotspot.outline().getEnvelopeInternal(), hotspot));
        tree.build();
        return tree;
    }
}
