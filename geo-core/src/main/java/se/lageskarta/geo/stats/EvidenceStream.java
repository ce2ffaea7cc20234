package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import se.lageskarta.geo.index.PointIndex;

/**
 * One stream of evidence about places, crimes or marks of unsafety, and whether it is high at a place: its weight
 * per square kilometre within a support distance reaches the 90th percentile of the positive cells, and enough rows
 * or people stand behind it. The small support keeps a tunnel from inheriting the class of the station 200 m away.
 *
 * <p>A row may name who told it; one person counts once at a place, with the greatest of that person's weights
 * there. O(n) to build but for the percentile, which looks at every cell of the support's side near a row.
 *
 * <p>Known limits: the percentile is relative, so a quiet municipality has "high" places too, which is why the least
 * count matters; it does not know how many people pass by.
 */
public final class EvidenceStream {
    /** Share of positive cells that lie below a high one. */
    public static final double PERCENTILE = 0.9;
    /** Distance within which rows count for a place, metres. */
    public static final double SUPPORT_METRES = 100;

    private final double support;
    private final int least;
    private final double[] x;
    private final double[] y;
    private final double[] weight;
    private final long[] person;
    private final PointIndex index;
    private final double threshold;

    /**
     * @param x metres east
     * @param y metres north
     * @param weight of each row, 0 or more
     * @param person who told each row; 0 for nobody in particular, who is then a person of its own
     * @param supportMetres above 0
     * @param least rows or people that must stand behind a high place, 1 or more
     */
    public EvidenceStream(double[] x, double[] y, double[] weight, long[] person, double supportMetres, int least) {
        if (!(supportMetres > 0) || Double.isInfinite(supportMetres)) {
            throw new IllegalArgumentException("supportMetres is " + supportMetres + ", but must be greater than 0");
        }
        if (least < 1) {
            throw new IllegalArgumentException("least is " + least + ", but must be 1 or more");
        }
        if (weight.length != x.length || person.length != x.length) {
            throw new IllegalArgumentException("weight, person have " + weight.length + ", " + person.length
                    + " values, but must have as many as x: " + x.length);
        }
        for (double each : weight) {
            if (!(each >= 0) || Double.isInfinite(each)) {
                throw new IllegalArgumentException("weight is " + each + ", but must be 0 or more");
            }
        }
        index = PointIndex.of(x, y);
        this.x = x.clone();
        this.y = y.clone();
        this.weight = weight.clone();
        this.person = person.clone();
        support = supportMetres;
        this.least = least;
        threshold = percentile();
    }

    /** Crimes: at least 5 within the support, and one in a hundred of all (one in two thousand of many), as for hotspots. */
    public static int leastCrimes(int rows) {
        return rows <= 3000 ? Math.max(5, (rows + 99) / 100) : Math.max(30, (rows + 1999) / 2000);
    }

    /** What stands behind a place: weight per km² and rows or people, within the support. */
    public record At(double perKm2, int count, boolean high) {}

    /** The evidence at a place. */
    public At at(double placeX, double placeY) {
        int[] rows = index.within(placeX, placeY, support);
        Set<Long> people = new HashSet<>();
        int count = 0;
        for (int row : rows) {
            count += person[row] == 0 || people.add(person[row]) ? 1 : 0;
        }
        double perKm2 = weightOf(rows) * 1e6 / (Math.PI * support * support);
        return new At(perKm2, count, perKm2 > 0 && perKm2 >= threshold && count >= least);
    }

    /** Weight per km² that a high place reaches; infinite without rows. */
    public double thresholdPerKm2() {
        return threshold;
    }

    public int least() {
        return least;
    }

    /** Sum of the rows' weights, each person once with the greatest. */
    private double weightOf(int[] rows) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            boolean counts = true;
            for (int k = 0; k < rows.length && person[rows[i]] != 0; k++) {
                boolean same = k != i && person[rows[k]] == person[rows[i]];
                double heavier = same ? Double.compare(weight[rows[k]], weight[rows[i]]) : -1;
                counts &= !(heavier > 0 || same && heavier == 0 && k < i);
            }
            sum += counts ? weight[rows[i]] : 0;
        }
        return sum;
    }

    /** Over the centres of all cells of the support's side that have anything within the support. */
    private double percentile() {
        long[] occupied = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            occupied[i] = cell((long) Math.floor(x[i] / support), (long) Math.floor(y[i] / support));
        }
        occupied = distinct(occupied);
        long[] near = new long[9 * occupied.length];
        for (int i = 0; i < near.length; i++) {
            long at = occupied[i / 9];
            near[i] = cell((at >> 32) + i % 3 - 1, (int) at + i % 9 / 3 - 1);
        }
        double[] value = Arrays.stream(distinct(near))
                .mapToDouble(
                        at -> weightOf(index.within(((at >> 32) + 0.5) * support, ((int) at + 0.5) * support, support))
                                * 1e6
                                / (Math.PI * support * support))
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        return value.length == 0 ? Double.POSITIVE_INFINITY : quantile(value);
    }

    private static long cell(long column, long row) {
        return column << 32 | (row & 0xffffffffL);
    }

    private static long[] distinct(long[] cells) {
        Arrays.sort(cells);
        return Arrays.stream(cells).distinct().toArray();
    }

    /** Between the two nearest of the ascending values, as R's default. */
    private static double quantile(double[] value) {
        double at = PERCENTILE * (value.length - 1);
        int below = (int) at;
        double upper = value[Math.min(value.length - 1, below + 1)];
        return value[below] + (at - below) * (upper - value[below]);
    }
}
