package se.lageskarta.service.hotspots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.hotspot.HotspotIds;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.storage.Bounds;

/**
 * What became of a hotspot that a link names and the question does not find: where it was, as far as its id tells, and which
 * hotspots of the same question lie there now. Nothing is told that the question's own list does not tell.
 */
@Component
class WhereItWas {
    /** So far from the middle of its square a hotspot still is at the same place. */
    private static final double NEAR_METRES = 150;

    private static final double METRES_PER_DEGREE = 111_320;
    private static final int MOST = 3;
    private static final double LAST_DECIMAL = 1e5;

    private final PlaceNames names;

    WhereItWas(PlaceNames names) {
        this.names = names;
    }

    /**
     * As a member of the problem: {@code place} ({@code lon}, {@code lat} in degrees and {@code name}, null without one), null
     * when the id tells no place, and {@code hotspots} ({@code id}, {@code name}, {@code stream}, {@code rank}), those of the
     * same stream first, then the nearest.
     *
     * @param spots those of the set's hotspots that are spots, by the hotspot's id
     */
    Map<String, @Nullable Object> of(String id, HotspotSet set, Map<String, Spot> spots) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        Optional<LonLat> place = place(id, set);
        told.put("place", place.map(this::named).orElse(null));
        told.put(
                "hotspots",
                place.map(middle -> near(middle, id.charAt(0), set)).orElse(List.of()).stream()
                        .map(hotspot -> line(hotspot, spots.get(hotspot.id())))
                        .toList());
        return told;
    }

    private static Optional<LonLat> place(String id, HotspotSet set) {
        Optional<LonLat> coarse = CoarseHotspots.middleOf(id);
        if (coarse.isPresent()) {
            return coarse;
        }
        return HotspotIds.squareOf(id).flatMap(square -> set.analyses().stream()
                .findFirst()
                .flatMap(
                        largest -> middle(square, Projection.of(largest.result().crs()))));
    }

    private static Optional<LonLat> middle(Envelope square, Projection projection) {
        double[] x = {(square.getMinX() + square.getMaxX()) / 2};
        double[] y = {(square.getMinY() + square.getMaxY()) / 2};
        projection.toLonLat(x, y, 0, 1, x, y);
        boolean onEarth = Math.abs(x[0]) <= 180 && Math.abs(y[0]) < 90;
        return onEarth ? Optional.of(new LonLat(x[0], y[0])) : Optional.empty();
    }

    private Map<String, @Nullable Object> named(LonLat middle) {
        Map<String, @Nullable Object> place = new LinkedHashMap<>();
        place.put("lon", Math.rint(middle.lon() * LAST_DECIMAL) / LAST_DECIMAL);
        place.put("lat", Math.rint(middle.lat() * LAST_DECIMAL) / LAST_DECIMAL);
        place.put("name", names.wordsOf(List.of(middle)).get(0).orElse(null));
        return place;
    }

    private static List<PlacedHotspot> near(LonLat middle, char stream, HotspotSet set) {
        double north = NEAR_METRES / METRES_PER_DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(middle.lat())));
        Envelope around =
                new Envelope(middle.lon() - east, middle.lon() + east, middle.lat() - north, middle.lat() + north);
        Geometry box = new GeometryFactory().toGeometry(around);
        List<PlacedHotspot> near = new ArrayList<>(set
                .within(new Bounds(
                        Math.max(-180, around.getMinX()),
                        Math.max(-90, around.getMinY()),
                        Math.min(180, around.getMaxX()),
                        Math.min(90, around.getMaxY())))
                .stream()
                .filter(hotspot -> hotspot.outline().intersects(box))
                .toList());
        near.sort(Comparator.comparing((PlacedHotspot hotspot) -> hotspot.id().charAt(0) != stream)
                .thenComparingDouble(hotspot -> box.getCentroid().distance(hotspot.outline()))
                .thenComparing(PlacedHotspot::rank));
        return near.subList(0, Math.min(MOST, near.size()));
    }

    private static Map<String, @Nullable Object> line(PlacedHotspot hotspot, @Nullable Spot spot) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", hotspot.id());
        line.put("name", SpotsHere.name(hotspot, spot));
        line.put("stream", hotspot.found().stream().code());
        line.put("rank", hotspot.rank());
        return line;
    }
}
