package se.lageskarta.geo.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * Finds the points where an address service has put what it could not place (standardpunkter): the municipality's
 * label point, "Storgatan 1". Nothing happened there; drawn as incidents they make a hotspot of nothing.
 *
 * <p>A coordinate is a default point when all of this holds:
 *
 * <ol>
 *   <li>it carries at least {@value #LEAST} incidents, and far more than all but one in a hundred of the file's
 *       coordinates: twice as many when lonely, four times among other incidents; ten times in a file where most incidents
 *       share coordinates anyway;
 *   <li>its incidents look like a random handful of the rest of the file, by type and by time of day, and not like
 *       those of a place of its own. A default point draws types with the shares of the rest of the file; a place has
 *       shares of its own, taken as Dirichlet with the file's shares as mean and a concentration of
 *       {@value #OWN_SHARES}. Evidence is the logarithm of the ratio of the two likelihoods (Bayes factor), types and
 *       hours added;
 *   <li>it is lonely, and the evidence at least {@value #LONELY_EVIDENCE} (three to one), from {@value #MANY} incidents
 *       on {@value #LONELY_MANY_EVIDENCE}, for few real places are alone with so many; or it lies among other
 *       incidents, and the evidence is at least {@value #CROWDED_EVIDENCE} (a thousand to one). Lonely means: within
 *       {@value #NEIGHBOUR_METRES} m at most one incident elsewhere for every ten of its own.
 * </ol>
 *
 * <p>A shop, a school or a station geocoded to one address has types and hours of its own and stays. Measured on forty
 * invented towns, one and three years each, of some 600 incidents a year. Lonely default points found: 23 of 29 with 8
 * to 11 incidents, 35 of 38 with 12 to 19, all of 212 with more; on the town square none of 30, 23 of 50, 72 of 82 with
 * 20 to 39, all of 128 with more. Planted places put on one address, in town or by themselves, taken for default
 * points: none of 1,200 with 12 or more incidents. Moved to the woods and thinned out: 45 of 600 with 8 incidents, 25 of
 * 600 with 15, 27 of 542 with 20, 3 of 480 with 30, none of 440 with 40, nearly all of them of the railway station, whose
 * mix of types is the widest. Among 74,294 and 1,669,357 real British incidents on shared points, where none is a default
 * point, none is called one.
 *
 * <p>Known limits: fewer than {@value #LEAST} incidents on a default point are not recognised, nor is one in a file of
 * a single type without hours, nor one in town with fewer than some tens of incidents. O(n) and a hash of the
 * coordinates. The same whatever the order of the rows.
 */
public final class DefaultPoints {
    /** Why their incidents do not take part in point methods, as other reasons are written. */
    public static final String REASON = "place-default";

    static final int LEAST = 8;
    static final double NEIGHBOUR_METRES = 150;
    static final double OWN_SHARES = 4;
    static final double LONELY_EVIDENCE = 1;
    static final double LONELY_MANY_EVIDENCE = -1;
    static final int MANY = 20;
    static final double CROWDED_EVIDENCE = 6.9;

    private static final int TIMES_USUAL_LONELY = 2;
    private static final int TIMES_USUAL_CROWDED = 4;
    private static final int TIMES_USUAL_SHARED = 10;
    private static final double SHARED_BELOW = 0.5;
    private static final int REST_LEAST = 40;
    private static final int MOST_LOOKED_AROUND = 50;
    private static final int MINUTES_A_DAY = 1440;
    private static final int MINUTES_A_BIN = 180;

    /**
     * A default point.
     *
     * @param x metres east
     * @param y metres north
     * @param incidents on it
     * @param near incidents elsewhere within {@value #NEIGHBOUR_METRES} m
     * @param evidence natural logarithm of how many times likelier than a place of its own
     */
    public record Point(double x, double y, int incidents, int near, double evidence) {}

    private final List<Point> points;

    private DefaultPoints(List<Point> points) {
        this.points = List.copyOf(points);
    }

    /**
     * Looks for them.
     *
     * @param all incidents of one source, preferably of all types and all time: the more, the surer
     */
    public static DefaultPoints of(Incidents all) {
        int[] rows = placed(all);
        if (rows.length < LEAST + REST_LEAST) {
            return new DefaultPoints(List.of());
        }
        List<Point> found = new ArrayList<>();
        Coordinates coordinates = new Coordinates(all, rows);
        boolean shared = coordinates.distinct < SHARED_BELOW * rows.length;
        int lonelyLeast = Math.max(LEAST, coordinates.usual() * (shared ? TIMES_USUAL_SHARED : TIMES_USUAL_LONELY));
        int crowdedLeast = coordinates.usual() * (shared ? TIMES_USUAL_SHARED : TIMES_USUAL_CROWDED);
        Mixes mixes = new Mixes(all, rows, coordinates, coordinates.heavy(lonelyLeast));
        for (int place : mixes.likeTheRest()) {
            Point point = mixes.point(place);
            boolean lonely = point.near * 10L <= point.incidents;
            boolean plain = point.evidence >= CROWDED_EVIDENCE && point.incidents >= crowdedLeast;
            if (rows.length - point.incidents >= REST_LEAST && (lonely || plain)) {
                found.add(point);
            }
        }
        found.sort(Comparator.comparingInt(Point::incidents)
                .reversed()
                .thenComparingDouble(Point::x)
                .thenComparingDouble(Point::y));
        return new DefaultPoints(found);
    }

    /** Most incidents first. */
    public List<Point> points() {
        return points;
    }

    /** True when the coordinate is one of them. */
    public boolean isAt(double x, double y) {
        for (Point point : points) {
            if (point.x == x && point.y == y) {
                return true;
            }
        }
        return false;
    }

    /** The incidents that are on none of them. */
    public Incidents without(Incidents all) {
        int[] rows = IntStream.range(0, points.isEmpty() ? 0 : all.size())
                .filter(row -> !isAt(all.x()[row], all.y()[row]))
                .toArray();
        return points.isEmpty() || rows.length == all.size() ? all : all.select(rows);
    }

    private static int[] placed(Incidents all) {
        int[] rows = new int[all.size()];
        int used = 0;
        for (int row = 0; row < rows.length; row++) {
            if (all.isPoint(row)) {
                rows[used++] = row;
            }
        }
        return Arrays.copyOf(rows, used);
    }

    /** Three hours of the day, -1 when not known that well. */
    private static int bin(Incidents all, int row) {
        int from = all.fromMinute()[row];
        boolean known = from != TimeSpan.UNKNOWN_MINUTE && all.toMinute()[row] - from <= 60;
        return known ? Math.floorMod(from, MINUTES_A_DAY) / MINUTES_A_BIN : -1;
    }

    /** Logarithm of multinomial with the shares elsewhere over Dirichlet-multinomial around them; 0 when nothing is known. */
    static double evidence(int[] here, int[] elsewhere) {
        int n = Arrays.stream(here).sum();
        double total = Arrays.stream(elsewhere).sum() + 0.5 * elsewhere.length;
        double[] byKind = new double[here.length];
        for (int kind = 0; kind < here.length; kind++) {
            double share = (elsewhere[kind] + 0.5) / total;
            byKind[kind] = here[kind] * Math.log(share) - risingLog(OWN_SHARES * share, here[kind]);
        }
        // in order of size: the same to the last bit however the kinds are numbered
        Arrays.sort(byKind);
        return risingLog(OWN_SHARES, n) + Arrays.stream(byKind).reduce(0, Double::sum);
    }

    /** Logarithm of a (a + 1) ... (a + n - 1). */
    private static double risingLog(double a, int n) {
        double log = 0;
        for (int i = 0; i < n; i++) {
            log += Math.log(a + i);
        }
        return log;
    }

    /** Types and hours on some coordinates, and in the whole file. */
    private static final class Mixes {
        private final Incidents all;
        private final int[] rows;
        private final int[] placeRow;
        private final int[] count;
        private final int[][] types;
        private final int[][] hours;
        private final int[] allTypes;
        private final int[] allHours = new int[MINUTES_A_DAY / MINUTES_A_BIN];

        /** @param placeRow a row on each coordinate */
        Mixes(Incidents all, int[] rows, Coordinates coordinates, int[] placeRow) {
            this.all = all;
            this.rows = rows;
            this.placeRow = placeRow;
            allTypes = new int[all.types().size()];
            types = new int[placeRow.length][allTypes.length];
            hours = new int[placeRow.length][allHours.length];
            count = new int[placeRow.length];
            for (int row : rows) {
                int bin = bin(all, row);
                int place = coordinates.heavyPlace(row);
                allTypes[all.typeIndex()[row]]++;
                if (bin >= 0) {
                    allHours[bin]++;
                }
                if (place >= 0) {
                    count[place]++;
                    types[place][all.typeIndex()[row]]++;
                    if (bin >= 0) {
                        hours[place][bin]++;
                    }
                }
            }
        }

        /** Places whose mix is that of the rest of the file rather than their own, heaviest first. */
        int[] likeTheRest() {
            return IntStream.range(0, placeRow.length)
                    .filter(place -> evidence(place) >= (count[place] < MANY ? LONELY_EVIDENCE : LONELY_MANY_EVIDENCE))
                    .limit(MOST_LOOKED_AROUND)
                    .toArray();
        }

        private double evidence(int place) {
            boolean typesTell = Arrays.stream(allTypes).filter(type -> type > 0).count() > 1;
            boolean hoursTell = Arrays.stream(hours[place]).sum() >= LEAST;
            if (!typesTell && !hoursTell) {
                return Double.NEGATIVE_INFINITY;
            }
            return DefaultPoints.evidence(types[place], rest(allTypes, types[place]))
                    + DefaultPoints.evidence(hours[place], rest(allHours, hours[place]));
        }

        private static int[] rest(int[] whole, int[] part) {
            return IntStream.range(0, whole.length).map(i -> whole[i] - part[i]).toArray();
        }

        Point point(int place) {
            double x = all.x()[placeRow[place]];
            double y = all.y()[placeRow[place]];
            int near = 0;
            for (int row : rows) {
                double east = all.x()[row] - x;
                double north = all.y()[row] - y;
                near += east * east + north * north <= NEIGHBOUR_METRES * NEIGHBOUR_METRES ? 1 : 0;
            }
            return new Point(x, y, count[place], near - count[place], evidence(place));
        }
    }

    /** How many incidents each coordinate carries. */
    private static final class Coordinates {
        private final double[] x;
        private final double[] y;
        private final int[] firstRow;
        private final int[] count;
        private final int[] heavy;
        private final int mask;
        private int distinct;

        Coordinates(Incidents all, int[] rows) {
            x = all.x();
            y = all.y();
            int capacity = Math.max(16, Integer.highestOneBit(rows.length) * 4);
            mask = capacity - 1;
            firstRow = new int[capacity];
            count = new int[capacity];
            heavy = new int[capacity];
            for (int row : rows) {
                add(row);
            }
        }

        private void add(int row) {
            int slot = slotOf(row);
            if (count[slot]++ == 0) {
                firstRow[slot] = row;
                distinct++;
            }
        }

        /** Number in {@link #heavy(int)} of a row's coordinate, -1 for none. */
        int heavyPlace(int row) {
            return heavy[slotOf(row)];
        }

        private int slotOf(int row) {
            int slot = hash(row) & mask;
            while (count[slot] > 0 && !(x[firstRow[slot]] == x[row] && y[firstRow[slot]] == y[row])) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private int hash(int row) {
            long bits = Double.doubleToLongBits(x[row] + 0.0) * 0x9E3779B97F4A7C15L
                    ^ Long.rotateLeft(Double.doubleToLongBits(y[row] + 0.0) * 0xC2B2AE3D27D4EB4FL, 31);
            return (int) (bits ^ bits >>> 32);
        }

        /** A row of each coordinate that carries so many, heaviest first. */
        int[] heavy(int least) {
            List<Integer> slots = new ArrayList<>();
            for (int slot = 0; slot < count.length; slot++) {
                if (count[slot] >= least) {
                    slots.add(slot);
                }
            }
            slots.sort(Comparator.<Integer>comparingInt(slot -> count[slot])
                    .reversed()
                    .thenComparingDouble(slot -> x[firstRow[slot]])
                    .thenComparingDouble(slot -> y[firstRow[slot]]));
            Arrays.fill(heavy, -1);
            for (int place = 0; place < slots.size(); place++) {
                heavy[slots.get(place)] = place;
            }
            return slots.stream().mapToInt(slot -> firstRow[slot]).toArray();
        }

        /** So many or fewer are on all coordinates but one in a hundred. */
        int usual() {
            int most = 0;
            for (int each : count) {
                most = Math.max(most, each);
            }
            int[] coordinates = new int[most + 1];
            for (int each : count) {
                coordinates[each]++;
            }
            int seen = 0;
            for (int each = 1; each <= most; each++) {
                seen += coordinates[each];
                if (seen >= distinct * 0.99) {
                    return each;
                }
            }
            return most;
        }
    }
}
