package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Where streets meet: where their lines cross or share a node, or come within {@value #MEET_METRES} metres. Places
 * within {@value #ONE_METRES} metres of each other are one crossing. Worked out when it is asked for and remembered.
 * Safe for several threads.
 */
final class Crossings {
    private static final double MEET_METRES = 15;
    private static final double ONE_METRES = 60;
    /** Pairs remembered; a municipality has fewer pairs of streets that anybody writes. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Map<Pair, List<Coordinate>> known = new ConcurrentHashMap<>();

    private record Pair(KnownPlace first, KnownPlace second) {}

    /** The places where two streets meet, longitude and latitude; empty when they do not. */
    List<Coordinate> of(KnownPlace first, KnownPlace second) {
        if (first == second || Plane.metres(first.reach(), second.reach()) > MEET_METRES) {
            return List.of();
        }
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(new Pair(first, second), pair -> meet(pair.first, pair.second));
    }

    private static List<Coordinate> meet(KnownPlace first, KnownPlace second) {
        Geometry one = first.shape();
        Geometry other = second.shape();
        if (one == null || other == null) {
            return List.of();
        }
        Coordinate origin = first.reach().centre();
        Geometry a = Plane.flat(one, origin);
        Geometry b = Plane.flat(other, origin);
        List<Coordinate> met = new ArrayList<>();
        for (int i = 0; i < a.getNumGeometries(); i++) {
            for (int j = 0; j < b.getNumGeometries(); j++) {
                meet(a.getGeometryN(i), b.getGeometryN(j), met);
            }
        }
        return joined(met).stream().map(c -> Plane.degrees(c, origin)).toList();
    }

    private static void meet(Geometry a, Geometry b, List<Coordinate> met) {
        if (!a.isWithinDistance(b, MEET_METRES)) {
            return;
        }
        Geometry common = a.intersection(b);
        if (common.isEmpty()) {
            Coordinate[] nearest = DistanceOp.nearestPoints(a, b);
            met.add(new Coordinate((nearest[0].x + nearest[1].x) / 2, (nearest[0].y + nearest[1].y) / 2));
            return;
        }
        for (int i = 0; i < common.getNumGeometries(); i++) {
            met.add(common.getGeometryN(i).getInteriorPoint().getCoordinate());
        }
    }

    private static List<Coordinate> joined(List<Coordinate> met) {
        List<Coordinate> crossings = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (Coordinate place : met) {
            int near = -1;
            for (int i = 0; i < crossings.size() && near < 0; i++) {
                near = crossings.get(i).distance(place) <= ONE_METRES ? i : -1;
            }
            if (near < 0) {
                crossings.add(place.copy());
                counts.add(1);
            } else {
                Coordinate middle = crossings.get(near);
                int count = counts.get(near);
                middle.x = (middle.x * count + place.x) / (count + 1);
                middle.y = (middle.y * count + place.y) / (count + 1);
                counts.set(near, count + 1);
            }
        }
        return crossings;
    }
}
