package se.lageskarta.service.basemap;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;
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

    /** How far a village or street is known from ... */
    private static final double VILLAGE_METRES = 5_000;
    /** ... and a town. */
    private static final double HORIZON_METRES = 30_000;

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

    /**
     * The name of a place as {@link #nameOf} has it; where it has none, which way the place lies from a village close by,
     * otherwise from the nearest place, district or street, otherwise from a town. Empty when nothing within {@value
     * #HORIZON_METRES} metres has a name.
     */
    Optional<Whereabouts> whereabouts(double lon, double lat) {
        return nameOf(lon, lat)
                .map(Whereabouts::at)
                .or(() -> from(settlements, lon, lat, VILLAGE_METRES))
                .or(() -> from(places, lon, lat, VILLAGE_METRES))
                .or(() -> from(areas, lon, lat, VILLAGE_METRES))
                .or(() -> from(streets, lon, lat, VILLAGE_METRES))
                .or(() -> from(settlements, lon, lat, HORIZON_METRES));
    }

    private static Optional<Whereabouts> from(STRtree tree, double lon, double lat, double metres) {
        return nearestFeature(tree, lon, lat, metres).map(feature -> {
            double cos = cosine(lat);
            Geometry flat = flat(feature.geometry(), lon, lat, cos);
            Coordinate near = DistanceOp.nearestPoints(
                    flat, feature.geometry().getFactory().createPoint(new Coordinate(0, 0)))[0];
            return Whereabouts.from(feature.name().strip(), -near.x, -near.y);
        });
    }

    private static Optional<String> nearest(STRtree tree, double lon, double lat, double metres) {
        return nearestFeature(tree, lon, lat, metres)
                .map(feature -> feature.name().strip());
    }

    private static Optional<BaseFeature> nearestFeature(STRtree tree, double lon, double lat, double metres) {
        double cos = cosine(lat);
        double north = metres / METRES_PER_DEGREE;
        Envelope reach = new Envelope(lon - north / cos, lon + north / cos, lat - north, lat + north);
        @SuppressWarnings("unchecked")
        List<BaseFeature> candidates = tree.query(reach);
        @Nullable BaseFeature found = null;
        double least = metres;
        for (BaseFeature feature : candidates) {
            double distance = metresBetween(feature.geometry(), lon, lat, cos);
            boolean nearer = distance < least || found == null && distance <= least;
            if (nearer) {
                least = distance;
                found = feature;
            }
        }
        return Optional.ofNullable(found);
    }

    private static double metresBetween(Geometry geometry, double lon, double lat, double cos) {
        return flat(geometry, lon, lat, cos).distance(geometry.getFactory().createPoint(new Coordinate(0, 0)));
    }

    private static double cosine(double lat) {
        return Math.max(0.01, Math.cos(Math.toRadians(lat)));
    }

    /** Metres east and north of a place. */
    private static Geometry flat(Geometry geometry, double lon, double lat, double cos) {
        Geometry flat = geometry.copy();
        flat.apply((Coordinate c) -> {
            c.x = (c.x - lon) * cos * METRES_PER_DEGREE;
            c.y = (c.y - lat) * METRES_PER_DEGREE;
        });
        flat.geometryChanged();
        return flat;
    }
}
