package se.lageskarta.geo.hotspot;

import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePieces;

/**
 * Where incidents may lie, as weighted points (pieces). An incident whose place is a point is one piece that weighs 1.
 * One that lies somewhere along a street or in an area is many, evenly spread over it, that weigh 1 together: it makes no
 * spot of its own at the street's middle, and many on one short street make a hotspot of the street.
 *
 * <p>An incident belongs to what holds at least half of it. Pieces stand as {@link PlacePieces} puts them; the order of the rows does not move them. O(pieces).
 */
final class SpreadPlaces {
    /** Halves are compared with a slack: a hundred hundredths are not quite 1. */
    private static final double HALF = 0.5 - 1e-9;

    private final double[] x;
    private final double[] y;
    private final double[] weight;
    private final int[] row;
    private final int rows;
    private final boolean[] isSpread;
    private final int spread;
    private final int shapes;

    private SpreadPlaces(Builder pieces, boolean[] isSpread, int spread, int shapes) {
        x = Arrays.copyOf(pieces.x, pieces.size);
        y = Arrays.copyOf(pieces.y, pieces.size);
        weight = Arrays.copyOf(pieces.weight, pieces.size);
        row = Arrays.copyOf(pieces.row, pieces.size);
        this.rows = isSpread.length;
        this.isSpread = isSpread;
        this.spread = spread;
        this.shapes = shapes;
    }

    /**
     * @param incidents whose place is a point or is spread; see {@link Incidents#isPoint} and {@link Incidents#isSpread}
     * @param stepMetres greatest distance between neighbouring pieces, greater than 0
     */
    static SpreadPlaces of(Incidents incidents, double stepMetres) {
        Builder pieces = new Builder(incidents.size());
        Map<Geometry, List<Coordinate>> known = new IdentityHashMap<>();
        boolean[] isSpread = new boolean[incidents.size()];
        int spread = 0;
        for (int i = 0; i < incidents.size(); i++) {
            Geometry shape = incidents.isSpread(i) ? incidents.shape(i) : null;
            if (shape == null) {
                pieces.add(incidents.x()[i], incidents.y()[i], 1, i);
                continue;
            }
            isSpread[i] = true;
            spread++;
            List<Coordinate> parts = known.computeIfAbsent(shape, lies -> PlacePieces.of(lies, stepMetres));
            for (Coordinate part : parts) {
                pieces.add(part.x, part.y, 1.0 / parts.size(), i);
            }
        }
        return new SpreadPlaces(pieces, isSpread, spread, known.size());
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    double[] weight() {
        return weight;
    }

    /** Which incident each piece is of. */
    int[] row() {
        return row;
    }

    /** True when some incident is more than a point. */
    boolean spreadsAny() {
        return spread > 0;
    }

    /** How many incidents are at points. */
    int points() {
        return rows - spread;
    }

    /** How many different streets and areas there are. */
    int shapes() {
        return shapes;
    }

    /** How many different points there are among the incidents at points. */
    int distinctPoints() {
        Set<Coordinate> distinct = new HashSet<>();
        for (int i = 0; i < x.length; i++) {
            if (!isSpread[row[i]]) {
                distinct.add(new Coordinate(x[i], y[i]));
            }
        }
        return distinct.size();
    }

    /** True when an incident is more than a point. */
    boolean isSpread(int incident) {
        return isSpread[incident];
    }

    /** The incidents of which at least half is among some pieces, ascending. */
    int[] rowsOf(int[] pieces) {
        int[] whose = new int[pieces.length];
        int[] found = {0};
        eachHeld(pieces, (incident, held, first, end) -> {
            if (held >= HALF) {
                whose[found[0]++] = incident;
            }
        });
        return Arrays.copyOf(whose, found[0]);
    }

    /** How many incidents have something among some pieces, but less than half. */
    int partly(int[] pieces) {
        int[] partly = {0};
        eachHeld(pieces, (incident, held, first, end) -> partly[0] += held < HALF ? 1 : 0);
        return partly[0];
    }

    /** Metres east of some incidents: of those that are spread, the middle of what is among some pieces. */
    double[] eastOf(int[] incidents, int[] pieces) {
        return middleOf(incidents, pieces, x);
    }

    /** Metres north, as {@link #eastOf}. */
    double[] northOf(int[] incidents, int[] pieces) {
        return middleOf(incidents, pieces, y);
    }

    private double[] middleOf(int[] incidents, int[] pieces, double[] coordinate) {
        double[] middle = new double[incidents.length];
        int[] at = {0};
        int[] sorted = pieces.clone();
        Arrays.sort(sorted);
        eachHeld(sorted, (incident, held, first, end) -> {
            if (at[0] < incidents.length && incidents[at[0]] == incident) {
                double sum = 0;
                for (int k = first; k < end; k++) {
                    sum += weight[sorted[k]] * coordinate[sorted[k]];
                }
                middle[at[0]++] = end - first == 1 ? coordinate[sorted[first]] : sum / held;
            }
        });
        return middle;
    }

    private interface Held {
        /** @param held how much of the incident is among the pieces, which are the sorted ones from first to before end */
        void use(int incident, double held, int first, int end);
    }

    /** The pieces of one incident are numbered one after the other, so that sorted pieces come incident by incident. */
    private void eachHeld(int[] pieces, Held use) {
        int[] sorted = pieces.clone();
        Arrays.sort(sorted);
        int end = 0;
        for (int first = 0; first < sorted.length; first = end) {
            int incident = row[sorted[first]];
            double held = 0;
            for (end = first; end < sorted.length && row[sorted[end]] == incident; end++) {
                held += weight[sorted[end]];
            }
            use.use(incident, held, first, end);
        }
    }

    private static final class Builder {
        private double[] x;
        private double[] y;
        private double[] weight;
        private int[] row;
        private int size;

        Builder(int expected) {
            int capacity = Math.max(16, expected);
            x = new double[capacity];
            y = new double[capacity];
            weight = new double[capacity];
            row = new int[capacity];
        }

        void add(double east, double north, double part, int whose) {
            if (size == x.length) {
                int capacity = size + (size >> 1);
                x = Arrays.copyOf(x, capacity);
                y = Arrays.copyOf(y, capacity);
                weight = Arrays.copyOf(weight, capacity);
                row = Arrays.copyOf(row, capacity);
            }
            x[size] = east;
            y[size] = north;
            weight[size] = part;
            row[size++] = whose;
        }
    }
}
