package se.lageskarta.service.causes;

import java.util.HashMap;
import java.util.Map;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * How incidents with an exact place share their points. Points are told apart to the metre.
 *
 * @param incidents with an exact place
 * @param points that they lie on
 * @param sharedPoints points with two or more
 * @param onShared incidents on those
 * @param points3 points with three or more
 * @param on3 incidents on those
 */
record Repeats(int incidents, int points, int sharedPoints, int onShared, int points3, int on3) {
    private static final double HALF = 0.5;
    private static final double FIFTH = 0.2;

    private record Point(long east, long north) {}

    static Repeats of(Incidents set) {
        Map<Point, Integer> counts = new HashMap<>();
        int incidents = 0;
        for (int i = 0; i < set.size(); i++) {
            if (set.precision(i) == PlacePrecision.ADDRESS) {
                incidents++;
                counts.merge(new Point(Math.round(set.x()[i]), Math.round(set.y()[i])), 1, Integer::sum);
            }
        }
        return new Repeats(
                incidents, counts.size(), points(counts, 2), sum(counts, 2), points(counts, 3), sum(counts, 3));
    }

    double shareAtThree() {
        return incidents == 0 ? 0 : (double) on3 / incidents;
    }

    double shareOfPoints() {
        return points == 0 ? 0 : (double) points3 / points;
    }

    /** Few points have most of it. */
    boolean isConcentrated() {
        return shareAtThree() >= HALF && shareOfPoints() <= FIFTH;
    }

    /** Hardly any point has it twice. */
    boolean isSpread() {
        return onShared <= FIFTH * incidents;
    }

    private static int points(Map<Point, Integer> counts, int least) {
        return (int) counts.values().stream().filter(count -> count >= least).count();
    }

    private static int sum(Map<Point, Integer> counts, int least) {
        return counts.values().stream()
                .filter(count -> count >= least)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
