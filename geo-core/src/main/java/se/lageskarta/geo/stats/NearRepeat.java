package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Near repeat (närupprepning): are incidents close in space also close in time more often than chance would
 * bring them together? Counts pairs of incidents by distance band and by band of whole days, and compares with
 * the same places when the times are dealt out anew.
 *
 * <p>Bands are true intervals: [0, b0], (b0, b1], and so on, each bound belonging to the band it ends.
 * {@link Intervals#CALCULATOR} gives [0, b0), [b0, b1) instead, which is what Near Repeat Calculator 1.3 counts
 * (its own labels "0 to 7 days" are then off by one). Whether two incidents happened at the same place is
 * decided by the first bound: give 0.001 m, 1 m or whatever the positions deserve.
 *
 * <p>Expected is row × column / all pairs: exactly the mean over all permutations. p is
 * (permutations with at least as many pairs + 1) / (permutations + 1). Each permutation draws from its own
 * seed, so that the answer is the same for any number of threads, any order of the rows and wherever the
 * map's origin lies.
 *
 * <p>Sources: Knox (1964), Applied Statistics 13; Johnson et al. (2007), J. Quantitative Criminology 23.
 *
 * <p>Cost: the pairs within the greatest finite distance, times the permutations; about 90 bytes an incident
 * and thread, whatever the number of pairs. Known limits: thousands of incidents on one coordinate cost their
 * square; p looks at one cell of the table at a time; a change of the whole area's level over the period makes
 * no difference, but a move of crime from one end of the area to another does look like near repeat.
 *
 * @param metres upper bounds of the distance bands, metres, strictly ascending, 0 or more; the last may be infinite
 * @param days upper bounds of the time bands, days, strictly ascending, 0 or more; the last may be infinite
 * @param intervals which end of a band belongs to it
 * @param metric how distance is measured
 * @param permutations how often the times are dealt out anew, 0 or more; 99 or 999 are usual
 * @param seed where chance begins
 */
public record NearRepeat(
        double[] metres, double[] days, Intervals intervals, Metric metric, int permutations, long seed) {
    /** Which end of a band belongs to it. */
    public enum Intervals {
        /** [0, b0], (b0, b1], … */
        TRUE,
        /** [0, b0), [b0, b1), … as Near Repeat Calculator 1.3 counts. */
        CALCULATOR
    }

    /** How distance is measured. */
    public enum Metric {
        EUCLIDEAN,
        /** East-west plus north-south. */
        MANHATTAN
    }

    private static final int MOST_PERMUTATIONS = 1_000_000;

    public NearRepeat {
        requireBands("metres", metres);
        requireBands("days", days);
        if (permutations < 0 || permutations > MOST_PERMUTATIONS) {
            throw new IllegalArgumentException(
                    "permutations is " + permutations + ", but must be 0 to " + MOST_PERMUTATIONS);
        }
        metres = metres.clone();
        days = days.clone();
    }

    /** True intervals, straight distance. */
    public static NearRepeat of(double[] metres, double[] days, int permutations, long seed) {
        return new NearRepeat(metres, days, Intervals.TRUE, Metric.EUCLIDEAN, permutations, seed);
    }

    /**
     * @param x metres east, finite
     * @param y metres north, as many as {@code x}
     * @param day day number of each incident, in any calendar that counts days one by one
     * @param stop asked now and then; when it answers true the work ends
     * @throws CancellationException when {@code stop} answered true
     */
    public NearRepeatTable table(double[] x, double[] y, int[] day, BooleanSupplier stop) {
        requirePlaces(x, y, day);
        KnoxCount count = new KnoxCount(x, y, day, this);
        int cells = metres.length * days.length;
        long[][] counts = count.all(dealSeeds(), stop);
        long[] spatial = count.spatialPairs();
        long[] temporal = count.temporalPairs();
        return NearRepeatTable.of(this, x.length, spatial, temporal, counts[0], byCell(counts, cells));
    }

    /** One seed for each permutation, drawn one after the other from the seed given. */
    private long[] dealSeeds() {
        SplittableRandom source = new SplittableRandom(seed);
        return IntStream.range(0, permutations)
                .mapToLong(p -> source.nextLong())
                .toArray();
    }

    /** Counts of each cell over the permutations, ascending; the first row of {@code counts} is what was observed. */
    private static long[][] byCell(long[][] counts, int cells) {
        long[][] byCell = new long[cells][counts.length - 1];
        for (int p = 1; p < counts.length; p++) {
            for (int c = 0; c < cells; c++) {
                byCell[c][p - 1] = counts[p][c];
            }
        }
        Arrays.stream(byCell).forEach(Arrays::sort);
        return byCell;
    }

    private static void requireBands(String name, double[] bounds) {
        if (bounds.length == 0) {
            throw new IllegalArgumentException(name + " is empty, but must hold the upper bound of one band or more");
        }
        double below = -Double.MIN_VALUE;
        for (double bound : bounds) {
            if (!(bound > below)) {
                throw new IllegalArgumentException(
                        name + " is " + Arrays.toString(bounds) + ", but must ascend from 0 or more");
            }
            below = bound;
        }
    }

    private static void requirePlaces(double[] x, double[] y, int[] day) {
        if (y.length != x.length || day.length != x.length) {
            throw new IllegalArgumentException("x, y, day have " + x.length + ", " + y.length + ", " + day.length
                    + " values, but must have equally many");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        "x[" + i + "], y[" + i + "] is " + x[i] + ", " + y[i] + ", but must be finite metres");
            }
        }
    }
}
