package se.lageskarta.geo.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Incidents as weights on the ground: those at a point whole, those somewhere along a street or in an area spread evenly
 * over it (each still 1 in all), so that nothing is drawn as a point that is none and nothing is lost. For methods that add
 * up weights; a test of counts wants whole incidents. Arrays are handed out without copying, and nobody writes to them.
 * O(n + streets), however many incidents a street has.
 */
public final class SpreadIncidents {
    private final Incidents points;
    private final Map<Geometry, Integer> shapes;
    private final int spread;
    private final int left;
    private final double[] x;
    private final double[] y;
    private final double @Nullable [] weight;

    private SpreadIncidents(Incidents points, Map<Geometry, Integer> shapes, int asked, double stepMetres) {
        this.points = points;
        this.shapes = shapes;
        spread = shapes.values().stream().mapToInt(Integer::intValue).sum();
        left = asked - points.size() - spread;
        List<Coordinate> pieces = new ArrayList<>();
        List<Double> parts = new ArrayList<>();
        shapes.forEach((shape, count) -> {
            List<Coordinate> on = PlacePieces.of(shape, stepMetres);
            pieces.addAll(on);
            on.forEach(piece -> parts.add((double) count / on.size()));
        });
        x = Arrays.copyOf(points.x(), points.size() + pieces.size());
        y = Arrays.copyOf(points.y(), points.size() + pieces.size());
        weight = pieces.isEmpty() ? null : new double[x.length];
        if (weight != null) {
            Arrays.fill(weight, 0, points.size(), 1);
            for (int i = 0; i < pieces.size(); i++) {
                x[points.size() + i] = pieces.get(i).x;
                y[points.size() + i] = pieces.get(i).y;
                weight[points.size() + i] = parts.get(i);
            }
        }
    }

    /**
     * @param all incidents of one working system
     * @param leftOut rows that do not count though their place is told: those on an address service's default point
     * @param stepMetres how near to each other the pieces of a street or an area stand, greater than 0
     */
    public static SpreadIncidents of(Incidents all, IntPredicate leftOut, double stepMetres) {
        int[] rows = new int[all.size()];
        int used = 0;
        // geometries are equal by their corners: the same street told twice is one
        Map<Geometry, Integer> shapes = new LinkedHashMap<>();
        for (int row = 0; row < all.size(); row++) {
            if (leftOut.test(row)) {
                continue;
            }
            Geometry shape = all.isSpread(row) ? all.shape(row) : null;
            if (shape != null) {
                shapes.merge(shape, 1, Integer::sum);
            } else if (all.isPoint(row)) {
                rows[used++] = row;
            }
        }
        Incidents points = used == all.size() ? all : all.select(Arrays.copyOf(rows, used));
        return new SpreadIncidents(points, shapes, all.size(), stepMetres);
    }

    /** Those at a point. */
    public Incidents points() {
        return points;
    }

    /** The streets and areas, metres, and how many incidents lie somewhere in each. */
    public Map<Geometry, Integer> shapes() {
        return shapes;
    }

    /** How many incidents are spread. */
    public int spread() {
        return spread;
    }

    /** How many have no place on the ground: known to the municipality only, wider than a neighbourhood, or left out. */
    public int left() {
        return left;
    }

    /** How many incidents the weights add up to. */
    public int size() {
        return points.size() + spread;
    }

    /** Metres east: the points first, then the pieces of streets and areas. */
    public double[] x() {
        return x;
    }

    /** Metres north. */
    public double[] y() {
        return y;
    }

    /** How many incidents each stands for, above 0; null when it is one each. */
    public double @Nullable [] weight() {
        return weight;
    }
}
