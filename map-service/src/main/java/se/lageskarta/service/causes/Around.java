package se.lageskarta.service.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * The streets of a spot, with what lies along them here and in the neighbourhood. Metres in the working system.
 */
final class Around {
    /** A lamp on the other side of the street belongs to the place. */
    static final double EDGE_METRES = 15;
    /** As far as a neighbourhood reaches for lamps. */
    static final double LAMP_REACH_METRES = 500;
    /** As far as a neighbourhood reaches for distances. */
    static final double REACH_METRES = 300;
    /** So near a path or a stop is passed. */
    static final double PASSED_METRES = 25;

    private static final double STEP_METRES = 10;
    private static final int ROUNDNESS = 4;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** Something that may lie near. */
    enum Feature {
        LAMPS,
        GREEN,
        STOPS,
        PATHS,
        RAIL,
        WATER;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Lamps along streets.
     *
     * @param lamps how many
     * @param broken those of them that the register says do not work
     * @param streetMetres length of streets and paths
     */
    record Lit(int lamps, int broken, double streetMetres) {
        /** Working lamps for each hundred metres of street; NaN without a street. */
        double per100() {
            return streetMetres > 0 ? (lamps - broken) * 100.0 / streetMetres : Double.NaN;
        }
    }

    /** How far incidents, and points along the streets around, lie from the nearest feature; medians, metres. */
    record Distance(Feature feature, double median, double referenceMedian) {}

    /**
     * A lamp.
     *
     * @param broken true when the register says that it does not work
     */
    record Lamp(Coordinate place, boolean broken) {}

    private final Geometry outline;
    private final List<Geometry> streets;
    private final List<Lamp> lamps;
    private final Map<Feature, List<Geometry>> features = new EnumMap<>(Feature.class);
    private final List<Coordinate> reference;

    /**
     * @param outline of the spot
     * @param streets roads and paths within {@value #LAMP_REACH_METRES} m
     * @param lamps within the same
     * @param others what else lies within the same; features that no layer tells of are left out
     */
    Around(Geometry outline, List<Geometry> streets, List<Lamp> lamps, Map<Feature, List<Geometry>> others) {
        this.outline = outline;
        this.streets = streets.stream()
                .filter(street -> street instanceof Lineal && !street.isEmpty())
                .toList();
        this.lamps = List.copyOf(lamps);
        others.forEach((feature, geometries) -> {
            if (!geometries.isEmpty()) {
                features.put(feature, List.copyOf(geometries));
            }
        });
        if (!lamps.isEmpty()) {
            features.put(
                    Feature.LAMPS,
                    lamps.stream()
                            .<Geometry>map(lamp -> GEOMETRY.createPoint(lamp.place))
                            .toList());
        }
        reference = pointsAlong(outline.buffer(REACH_METRES, ROUNDNESS));
    }

    /** True when a register tells of lamps hereabouts. */
    boolean knowsLamps() {
        return !lamps.isEmpty();
    }

    Lit litHere() {
        return lit(outline.buffer(EDGE_METRES, ROUNDNESS));
    }

    Lit litAround() {
        Geometry here = outline.buffer(EDGE_METRES, ROUNDNESS);
        return lit(outline.buffer(LAMP_REACH_METRES, ROUNDNESS).difference(here));
    }

    /** Distances to what is known to lie near; empty without incidents or streets. */
    List<Distance> distances(double[] x, double[] y) {
        if (x.length == 0 || reference.isEmpty()) {
            return List.of();
        }
        List<Distance> distances = new ArrayList<>();
        features.forEach((feature, geometries) -> {
            Nearest nearest = new Nearest(geometries);
            double[] here = new double[x.length];
            for (int i = 0; i < here.length; i++) {
                here[i] = nearest.metres(new Coordinate(x[i], y[i]));
            }
            double[] along = reference.stream().mapToDouble(nearest::metres).toArray();
            distances.add(new Distance(feature, median(here), median(along)));
        });
        return distances;
    }

    /** True when paths, stops or rails are known near enough to be passed. */
    boolean knowsPassages() {
        return !passages().isEmpty() && !reference.isEmpty();
    }

    /** How many of the places lie within {@value #PASSED_METRES} m of a path, a stop or a railway. */
    int passed(double[] x, double[] y) {
        Nearest nearest = new Nearest(passages());
        int passed = 0;
        for (int i = 0; i < x.length; i++) {
            passed += nearest.metres(new Coordinate(x[i], y[i])) <= PASSED_METRES ? 1 : 0;
        }
        return passed;
    }

    /** The share of the points along the streets around that do; 0 to 1. */
    double passedReference() {
        Nearest nearest = new Nearest(passages());
        long passed = reference.stream()
                .filter(place -> nearest.metres(place) <= PASSED_METRES)
                .count();
        return (double) passed / reference.size();
    }

    private List<Geometry> passages() {
        List<Geometry> passages = new ArrayList<>();
        for (Feature feature : List.of(Feature.PATHS, Feature.STOPS, Feature.RAIL)) {
            passages.addAll(features.getOrDefault(feature, List.of()));
        }
        return passages;
    }

    private Lit lit(Geometry area) {
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        List<Lamp> within = lamps.stream()
                .filter(lamp -> inside.locate(lamp.place) != Location.EXTERIOR)
                .toList();
        double metres = streets.stream()
                .filter(street -> street.getEnvelopeInternal().intersects(area.getEnvelopeInternal()))
                .mapToDouble(street -> area.intersection(street).getLength())
                .sum();
        return new Lit(within.size(), (int) within.stream().filter(Lamp::broken).count(), metres);
    }

    private List<Coordinate> pointsAlong(Geometry area) {
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        List<Coordinate> points = new ArrayList<>();
        for (Geometry street : streets) {
            LengthIndexedLine along = new LengthIndexedLine(street);
            for (double at = STEP_METRES / 2; at < street.getLength(); at += STEP_METRES) {
                Coordinate place = along.extractPoint(at);
                if (inside.locate(place) != Location.EXTERIOR) {
                    points.add(place);
                }
            }
        }
        return points;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Distance to the nearest of some geometries; 0 inside an area. */
    private static final class Nearest {
        private final IndexedFacetDistance outlines;
        private final List<IndexedPointInAreaLocator> areas;

        Nearest(List<Geometry> geometries) {
            outlines = new IndexedFacetDistance(GEOMETRY.buildGeometry(geometries));
            areas = geometries.stream()
                    .filter(geometry -> geometry.getDimension() == 2)
                    .map(IndexedPointInAreaLocator::new)
                    .toList();
        }

        double metres(Coordinate place) {
            return areas.stream().anyMatch(area -> area.locate(place) != Location.EXTERIOR)
                    ? 0
                    : outlines.distance(GEOMETRY.createPoint(place));
        }
    }
}
