package se.lageskarta.service.publications;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.basemap.MunicipalityBorder;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Bounds;

/**
 * Draws the land beneath the areas from the base map, simplified until all of it has at most {@value #MOST_CORNERS} corners,
 * some 60 kB: the border, larger water, larger roads and the names of places. Nothing of it comes from incidents.
 */
@Component
class Backdrops {
    private static final int MOST_CORNERS = 4_000;
    private static final int MOST_PLACES = 40;
    /** Five decimals of a degree are a metre. */
    private static final double DECIMALS = 1e5;
    /** Of the width of what is shown: what is finer does not show on a screen. */
    private static final double FINEST = 1.0 / 1_500;

    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Kinds of roads by how much they matter; streets come along where there is room for them. */
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("motorway", 0),
            Map.entry("trunk", 0),
            Map.entry("highway", 0),
            Map.entry("primary", 1),
            Map.entry("main", 1),
            Map.entry("arterial", 2),
            Map.entry("secondary", 2),
            Map.entry("tertiary", 3),
            Map.entry("collector", 3),
            Map.entry("service", 9),
            Map.entry("driveway", 9),
            Map.entry("parking", 9),
            Map.entry("track", 9));

    private static final int RANK_OF_STREET = 4;
    private static final int LAST_RANK = 4;
    private static final Map<String, Integer> PLACE_RANKS =
            Map.of("city", 0, "town", 1, "tätort", 1, "village", 2, "locality", 3, "suburb", 3, "hamlet", 4);
    private static final int RANK_OF_PLACE = 5;

    private final BaseFeatures features;
    private final MunicipalityBorder border;

    Backdrops(BaseFeatures features, MunicipalityBorder border) {
        this.features = features;
        this.border = border;
    }

    /** @param box what is shown, degrees */
    Release.Backdrop of(Envelope box) {
        double width =
                Math.max(box.getWidth() * Math.cos(Math.toRadians(box.centre().getY())), box.getHeight());
        Bounds bounds = new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        Map<BaseRole, List<BaseFeature>> ground =
                features.within(bounds, Set.of(BaseRole.WATER, BaseRole.ROADS, BaseRole.PLACES)).stream()
                        .collect(Collectors.groupingBy(BaseFeature::role));
        double tolerance = width * FINEST;
        Release.Backdrop drawn = drawn(ground, box, tolerance, LAST_RANK);
        for (int rank = LAST_RANK - 1; corners(drawn) > MOST_CORNERS && rank >= 0; rank--) {
            drawn = drawn(ground, box, tolerance, rank);
        }
        while (corners(drawn) > MOST_CORNERS) {
            tolerance *= 2;
            drawn = drawn(ground, box, tolerance, 0);
        }
        return drawn;
    }

    private Release.Backdrop drawn(
            Map<BaseRole, List<BaseFeature>> ground, Envelope box, double tolerance, int lastRank) {
        List<Geometry> outlines = border.areas().stream()
                .filter(area -> area.getEnvelopeInternal().intersects(box))
                .toList();
        List<Geometry> water = ground.getOrDefault(BaseRole.WATER, List.of()).stream()
                .map(BaseFeature::geometry)
                .toList();
        List<Geometry> roads = ground.getOrDefault(BaseRole.ROADS, List.of()).stream()
                .filter(road -> RANKS.getOrDefault(road.kind(), RANK_OF_STREET) <= lastRank)
                .map(BaseFeature::geometry)
                .toList();
        return new Release.Backdrop(
                rings(outlines, null, tolerance),
                rings(water, box, tolerance),
                lines(roads, box, tolerance),
                places(ground.getOrDefault(BaseRole.PLACES, List.of()), box));
    }

    private static List<List<double[]>> rings(List<Geometry> areas, @Nullable Envelope box, double tolerance) {
        List<List<double[]>> rings = new ArrayList<>();
        for (Geometry area : areas) {
            Geometry simple = TopologyPreservingSimplifier.simplify(clipped(area, box), tolerance);
            for (Object part : PolygonExtracter.getPolygons(simple)) {
                Polygon polygon = (Polygon) part;
                if (polygon.getArea() > 4 * tolerance * tolerance) {
                    rings.add(PublicAreas.places(polygon.getExteriorRing(), DECIMALS));
                }
            }
        }
        return rings;
    }

    private static List<List<double[]>> lines(List<Geometry> roads, Envelope box, double tolerance) {
        List<List<double[]>> lines = new ArrayList<>();
        for (Geometry road : roads) {
            Geometry simple = DouglasPeuckerSimplifier.simplify(clipped(road, box), tolerance);
            for (Object part : LineStringExtracter.getLines(simple)) {
                LineString line = (LineString) part;
                if (line.getLength() > 2 * tolerance) {
                    lines.add(PublicAreas.places(line, DECIMALS));
                }
            }
        }
        return lines;
    }

    private static Geometry clipped(Geometry shape, @Nullable Envelope box) {
        if (box == null || box.contains(shape.getEnvelopeInternal()) || !shape.isValid()) {
            return shape;
        }
        return shape.intersection(FACTORY.toGeometry(box));
    }

    /** The larger settlements first, those of one size by name. */
    private static List<Release.Place> places(List<BaseFeature> named, Envelope box) {
        return named.stream()
                .filter(place -> !place.name().isBlank())
                .filter(place ->
                        box.contains(place.geometry().getInteriorPoint().getCoordinate()))
                .sorted(Comparator.comparingInt(
                                (BaseFeature place) -> PLACE_RANKS.getOrDefault(place.kind(), RANK_OF_PLACE))
                        .thenComparing(BaseFeature::name))
                .limit(MOST_PLACES)
                .map(place -> {
                    Coordinate at = place.geometry().getInteriorPoint().getCoordinate();
                    return new Release.Place(place.name().strip(), new double[] {
                        Math.round(at.getX() * DECIMALS) / DECIMALS, Math.round(at.getY() * DECIMALS) / DECIMALS
                    });
                })
                .toList();
    }

    private static int corners(Release.Backdrop drawn) {
        int corners = 0;
        for (List<List<double[]>> shapes : List.of(drawn.border(), drawn.water(), drawn.roads())) {
            for (List<double[]> shape : shapes) {
                corners += shape.size();
            }
        }
        return corners;
    }
}
