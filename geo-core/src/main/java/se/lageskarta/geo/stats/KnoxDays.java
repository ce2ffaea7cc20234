package se.lageskarta.geo.stats;

import java.util.Arrays;

/**
 * The days of {@link KnoxCount}: counted from the first, squeezed where nothing happened for long, and a table
 * that turns a difference of days into its time band.
 */
final class KnoxDays {
    /** Time bands in one table. */
    static final int LANES = 4;
    /** Bits of a day, and of a count of pairs, in a long. */
    static final int BITS = 16;

    private static final int MOST_DAYS = 0x7FFF;

    private final int[] time;
    private final int[] sorted;
    private final int[] lastDay;
    private final int bands;
    private final int finite;

    KnoxDays(int[] day, double[] bounds, boolean closed) {
        bands = bounds.length;
        finite = Double.isInfinite(bounds[bands - 1]) ? bands - 1 : bands;
        lastDay = lastDays(bounds, closed);
        time = squeezed(day, finite == 0 ? 0 : lastDay[finite - 1]);
        sorted = time.clone();
        Arrays.sort(sorted);
    }

    /** Days of the rows, 0 to 2^15 − 1. */
    int[] time() {
        return time;
    }

    int[] sorted() {
        return sorted;
    }

    /** Number of bands with a finite bound. */
    int finite() {
        return finite;
    }

    /** For each difference of days plus 2^15, a one in the field of its band; a table for every four bands. */
    long[][] packed() {
        long[][] tables = new long[(finite + LANES - 1) / LANES][1 << BITS];
        int before = -1;
        for (int t = 0; t < finite; t++) {
            long one = 1L << t % LANES * BITS;
            for (int apart = before + 1; apart <= Math.min(lastDay[t], MOST_DAYS); apart++) {
                tables[t / LANES][(1 << BITS - 1) + apart] = one;
                tables[t / LANES][(1 << BITS - 1) - apart] = one;
            }
            before = lastDay[t];
        }
        return tables;
    }

    /** Pairs of rows in each time band, wherever they lie. O(n × bands). */
    long[] pairs() {
        int n = sorted.length;
        long[] pairs = new long[bands];
        long before = 0;
        for (int t = 0; t < finite; t++) {
            long upTo = 0;
            int first = 0;
            for (int i = 0; i < n; i++) {
                while ((long) sorted[i] - sorted[first] > lastDay[t] && first < i) {
                    first++;
                }
                upTo += lastDay[t] < 0 ? 0 : i - first;
            }
            pairs[t] = upTo - before;
            before = upTo;
        }
        if (finite < bands) {
            pairs[finite] = (long) n * (n - 1) / 2 - before;
        }
        return pairs;
    }

    /**
     * Days counted from the first one, with every gap longer than the greatest difference looked for shortened
     * to one day more than that: no difference changes its band.
     */
    private static int[] squeezed(int[] day, int greatest) {
        int[] sorted = day.clone();
        Arrays.sort(sorted);
        int[] to = new int[sorted.length];
        for (int i = 1; i < sorted.length; i++) {
            long gap = (long) sorted[i] - sorted[i - 1];
            long at = to[i - 1] + Math.min(gap, greatest + 1L);
            if (at > MOST_DAYS) {
                throw new IllegalArgumentException("day is " + sorted[0] + " to " + sorted[sorted.length - 1]
                        + ", but must span at most " + MOST_DAYS + " days");
            }
            to[i] = (int) at;
        }
        int[] squeezed = new int[day.length];
        Arrays.setAll(squeezed, i -> to[Arrays.binarySearch(sorted, day[i])]);
        return squeezed;
    }

    /** Greatest whole number of days in each finite band; −1 for a band without any. */
    private static int[] lastDays(double[] bounds, boolean closed) {
        int[] last = new int[bounds.length];
        for (int t = 0; t < last.length; t++) {
            double most = closed ? Math.floor(bounds[t]) : Math.ceil(bounds[t]) - 1;
            last[t] = (int) Math.min(most, Integer.MAX_VALUE - 1);
        }
        return last;
    }
}
