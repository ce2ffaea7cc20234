package se.lageskarta.service.basemap;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import se.lageskarta.geo.read.BaseFeature;

/**
 * What a place is called by what lies nearest. Distances are taken in a plane that touches the globe at the place:
 * true to a few parts in a thousand within the kilometre that is looked at. A query costs O(log n) and the candidates
 * within its reach. Unchanging and safe for several threads.
 */
final class NearestNames {
    private static final double METRES_PER_DEGREE = 111_195;
    /** How far a square or station lends its name. */
    private static final double PLACE_METRES = 120;
    /** How far a street lends its name. */
    private static final double STREET_METRES = 250;
    /** How far the middle of a neighbourhood lends its name when there is no street. */
    private static final double FAR_METRES = 1_500;

    /** Names of whole settlements say too little about a spot within them. */
    private static final Set<String> SETTLEMENTS = Set.of("city", "town", "village", "tätort", "locality", "hamlet");

    private final STRtree settlements = new STRtree();
    private final STRtree places = new STRtree();
    private final STRtree streets = new STRtree();
    private final STRtree areas = new STRtree();

    NearestNames(Collection<BaseFeature> features) {
        for (BaseFeature feature : features) {
            if (!feature.name().isBlank()) {
                Envelope box = feature.geometry().getEnvelopeInternal();
                tree(feature).insert(box, feature);
            }
        }
        settlements.build();
        places.build();
        streets.build();
        areas.build();
    }

    private STRtree tree(BaseFeature feature) {
        return switch (feature.role()) {
            case ROADS, PATHS -> streets;
            case DISTRICTS -> areas;
            default -> SETTLEMENTS.contains(feature.kind()) ? settlements : places;
        };
    }

    /**
     * What people would call the place: a square or station close by, otherwise the street, otherwise the district it
     * lies in, otherwise the nearest name within walking distance. House numbers are never used: a name must not point
     * at a home.
     */
    Optional<String> nameOf(double lon, double lat) {
        return nearest(places, lon, lat, PLACE_METRES)
                .or(() -> nearest(streets, lon, lat, STREET_METRES))
                .or(() -> nearest(areas, lon, lat, 0))
                .or(() -> nearest(places, lon, lat, FAR_METRES))
                .or(() -> nearest(settlements, lon, lat, FAR_METRES));
    }

    private static Optional<String> nearest(STRtree tree, double lon, double lat, double metres) {
        double cos = Math.max(0.01, Math.cos(Math.toRadians(lat)));
        double north = metres / METRES_PER_DEGREE;
        Envelope reach = new Envelope(lon - north / cos, lon + north / cos, lat - north, lat + north);
        @SuppressWarnings("unchecked")
        List<BaseFeature> candidates = tree.query(reach);
        @Nullable String name = null;
        double least = metres;
        for (BaseFeature feature : candidates) {
            double distance = metresBetween(feature.geometry(), lon, lat, cos);
            boolean nearer = distance < least || name == null && distance <= least;
            if (nearer) {
                least = distance;
                name = feature.name().strip();
            }
        }
        return Optional.ofNullable(name);
    }

    private static double metresBetween(Geometry geometry, double lon, double lat, double cos) {
        Geometry flat = geometry.copy();
        flat.apply((Coordinate c) -> {
            c.x = (c.x - lon) * cos * METRES_PER_DEGREE;
            c.y = (c.y - lat) * METRES_PER_DEGREE;
        });
        flat.geometryChanged();
        Point here = geometry.getFactory().createPoint(new Coordinate(0, 0));
        return flat.distance(here);
    }
}
