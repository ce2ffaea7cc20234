package se.lageskarta.geo.stats;

import java.util.Arrays;
import se.lageskarta.geo.index.PointIndex;

/**
 * Neighbours among any places, as lists: points within a distance, or districts that touch. Four bytes a
 * neighbour.
 */
public final class ListedNeighbours implements Neighbours {
    /** More neighbours than this would fill the memory of a small server. */
    private static final long MOST = 200_000_000;

    private final int[] start;
    private final int[] other;
    private final int[] counts;

    private ListedNeighbours(int[] start, int[] other) {
        this.start = start;
        this.other = other;
        counts = new int[start.length - 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = start[i + 1] - start[i];
        }
    }

    /**
     * Points at most a distance apart; points on the same spot are neighbours.
     *
     * @param x metres east
     * @param y metres north, as many
     * @param metres 0 or more
     */
    public static ListedNeighbours within(double[] x, double[] y, double metres) {
        if (!(metres >= 0) || Double.isInfinite(metres)) {
            throw new IllegalArgumentException("metres is " + metres + ", but must be 0 or more");
        }
        PointIndex index = PointIndex.of(x, y);
        int[] start = new int[x.length + 1];
        long total = 0;
        for (int i = 0; i < x.length; i++) {
            int[] found = {0};
            index.forEachWithin(x[i], y[i], metres, row -> found[0]++);
            total += found[0] - 1;
            if (total > MOST) {
                throw new IllegalArgumentException("metres is " + metres + ", but must be small enough for at most "
                        + MOST + " neighbours in all");
            }
            start[i + 1] = (int) total;
        }
        int[] other = new int[(int) total];
        for (int i = 0; i < x.length; i++) {
            int at = start[i];
            for (int row : index.within(x[i], y[i], metres)) {
                if (row != i) {
                    other[at++] = row;
                }
            }
        }
        return new ListedNeighbours(start, other);
    }

    /**
     * @param lists the neighbours of each place, each named once and each mutual
     * @throws IllegalArgumentException when a number is no place, names itself, comes twice or is not mutual
     */
    public static ListedNeighbours of(int[][] lists) {
        int[] start = new int[lists.length + 1];
        for (int i = 0; i < lists.length; i++) {
            start[i + 1] = start[i] + lists[i].length;
        }
        int[] other = new int[start[lists.length]];
        for (int i = 0; i < lists.length; i++) {
            int[] sorted = lists[i].clone();
            Arrays.sort(sorted);
            for (int k = 0; k < sorted.length; k++) {
                boolean place = sorted[k] >= 0 && sorted[k] < lists.length && sorted[k] != i;
                if (!place || k > 0 && sorted[k] == sorted[k - 1]) {
                    throw new IllegalArgumentException("neighbour of place " + i + " is " + sorted[k]
                            + ", but must be another place, named once: 0 to " + (lists.length - 1));
                }
            }
            System.arraycopy(sorted, 0, other, start[i], sorted.length);
        }
        ListedNeighbours made = new ListedNeighbours(start, other);
        made.requireMutual();
        return made;
    }

    private void requireMutual() {
        for (int i = 0; i < counts.length; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                int j = other[k];
                if (Arrays.binarySearch(other, start[j], start[j + 1], i) < 0) {
                    throw new IllegalArgumentException("place " + i + " names " + j + " as neighbour and " + j
                            + " does not name " + i + ", but being neighbours must be mutual");
                }
            }
        }
    }

    @Override
    public int size() {
        return counts.length;
    }

    @Override
    public int[] counts() {
        return counts;
    }

    @Override
    public double[] sumsWithSelf(double[] value) {
        Neighbours.requireValues(value, counts.length);
        double[] sums = new double[counts.length];
        for (int i = 0; i < sums.length; i++) {
            double sum = value[i];
            for (int k = start[i]; k < start[i + 1]; k++) {
                sum += value[other[k]];
            }
            sums[i] = sum;
        }
        return sums;
    }
}
