package se.lageskarta.service.audience;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.ItemDistance;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.storage.BaseFeatures;

/**
 * Where incidents and marks lie that no map of the town has a corner at: whoever is given such a place was given it by the
 * incident.
 */
final class RawPlaces {
    static final double NEAR_METRES = 1;
    private static final double COPY_METRES = 0.05;
    private static final int MOVES = 40;
    private static final int PERMUTATIONS = 499;
    private static final double METRES_PER_DEGREE = 111_195;
    /** What is as near as this to a corner of the base map may have been read off it. */
    private static final double FROM_MAP_METRES = 3;

    private final STRtree tree = new STRtree();
    /** The same with degrees of equal length. */
    private final STRtree flat = new STRtree();

    private final Envelope box = new Envelope();
    private final double perLon;
    private int size;

    private RawPlaces(double perLon) {
        this.perLon = perLon;
    }

    static RawPlaces of(RunningService service) {
        List<Coordinate> raw = service.part(JdbcClient.class)
                .sql("select x, y from incident union select x, y from unsafe_place")
                .query((row, number) -> {
                    LonLat at = Projection.of(Crs.SWEREF99_TM).toLonLat(row.getDouble(1), row.getDouble(2));
                    return new Coordinate(at.lon(), at.lat());
                })
                .list();
        RawPlaces places = new RawPlaces(Math.cos(Math.toRadians(raw.get(0).y)));
        STRtree corners = new STRtree();
        for (BaseFeature feature : service.part(BaseFeatures.class).of(EnumSet.allOf(BaseRole.class))) {
            for (Coordinate corner : feature.geometry().getCoordinates()) {
                corners.insert(new Envelope(corner), corner);
            }
        }
        for (Coordinate at : raw) {
            if (places.nearest(corners, at) > FROM_MAP_METRES) {
                places.tree.insert(new Envelope(at), at);
                Coordinate even = new Coordinate(at.x * places.perLon, at.y);
                places.flat.insert(new Envelope(even), even);
                places.box.expandToInclude(at);
                places.size++;
            }
        }
        places.tree.build();
        places.flat.build();
        return places;
    }

    int size() {
        return size;
    }

    /** The town's box, a little grown. */
    Envelope box() {
        Envelope grown = box.copy();
        grown.expandBy(0.05);
        return grown;
    }

    boolean isOne(Coordinate degrees) {
        return nearest(tree, degrees) <= NEAR_METRES;
    }

    /** Those of some places that are an incident's or a mark's. */
    List<Coordinate> among(List<Coordinate> degrees) {
        return new HashSet<>(degrees).stream().filter(this::isOne).toList();
    }

    /**
     * Those of some places that tell of incidents: copies of one, to the hand's breadth, and all within a metre when there are
     * more of them than beside any of some incidents that never were, the same ones moved.
     */
    List<Coordinate> toldAmong(List<Coordinate> degrees) {
        Set<Coordinate> different = new HashSet<>(degrees);
        List<Coordinate> near = different.stream().filter(this::isOne).toList();
        List<Coordinate> copies =
                near.stream().filter(each -> nearest(tree, each) <= COPY_METRES).toList();
        return near.size() > mostByChance(different) ? near : copies;
    }

    private long mostByChance(Set<Coordinate> degrees) {
        SplittableRandom random = new SplittableRandom(1);
        long most = 1;
        for (int i = 0; i < MOVES; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double away = (20 + 80 * random.nextDouble()) / METRES_PER_DEGREE;
            double east = away * Math.cos(angle) / perLon;
            double north = away * Math.sin(angle);
            long near = degrees.stream()
                    .filter(each -> isOne(new Coordinate(each.x + east, each.y + north)))
                    .count();
            most = Math.max(most, near);
        }
        return most;
    }

    /**
     * How probable it is that places lie as near to incidents as they do when they know nothing of them: the part of moved
     * copies of the incidents that the places lie as near to, on the average.
     */
    double probabilityOfNearness(List<Coordinate> degrees) {
        Set<Coordinate> different = new HashSet<>(degrees);
        SplittableRandom random = new SplittableRandom(2);
        double seen = meanMetres(different, 0, 0);
        int asNear = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double away = (30 + 220 * random.nextDouble()) / METRES_PER_DEGREE;
            asNear += meanMetres(different, away * Math.cos(angle), away * Math.sin(angle)) <= seen ? 1 : 0;
        }
        return (1 + asNear) / (1.0 + PERMUTATIONS);
    }

    private double meanMetres(Set<Coordinate> degrees, double east, double north) {
        ItemDistance metric = (one, other) -> ((Coordinate) one.getItem()).distance((Coordinate) other.getItem());
        return degrees.stream()
                        .map(each -> new Coordinate(each.x * perLon + east, each.y + north))
                        .mapToDouble(
                                at -> at.distance((Coordinate) flat.nearestNeighbour(new Envelope(at), at, metric)))
                        .average()
                        .orElse(Double.POSITIVE_INFINITY)
                * METRES_PER_DEGREE;
    }

    private double nearest(STRtree of, Coordinate degrees) {
        double reach = 2 * FROM_MAP_METRES / METRES_PER_DEGREE;
        Envelope around = new Envelope(degrees);
        around.expandBy(reach / perLon, reach);
        double least = Double.POSITIVE_INFINITY;
        for (Object each : of.query(around)) {
            Coordinate other = (Coordinate) each;
            least = Math.min(
                    least, Math.hypot((other.x - degrees.x) * perLon, other.y - degrees.y) * METRES_PER_DEGREE);
        }
        return least;
    }
}
