package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Hot loop of {@link NearRepeat}: close pairs are found anew for each block of deals instead of being kept, and
 * each pair is put in its time band for four deals at once. Four days of 15 bits stand in one long, so that one
 * subtraction gives four differences; a table turns a difference into counts of up to four time bands, packed in
 * one long again.
 *
 * <p>Deal 0 is what was observed. Pairs beyond every finite bound are not looked at: what an infinite band holds
 * is what the others leave of the margins.
 */
final class KnoxCount {
    private static final int LANES = KnoxDays.LANES;
    private static final int BITS = KnoxDays.BITS;
    private static final int MASK = 0xFFFF;
    /** Keeps each lane's difference from borrowing from the next. */
    private static final long HIGH = 0x8000_8000_8000_8000L;

    private static final int PAIRS_AT_ONCE = 2048;
    private static final int TIMES_AT_ONCE = 1 << 19;
    private static final int LEAST_GROUPS = 4;
    private static final int BLOCKS = 8;

    private final int n;
    private final boolean manhattan;
    /** Greatest squared distance (or Manhattan distance) of each finite band. */
    private final double[] reach;

    private final int distanceBands;
    private final int timeBands;
    private final long[] spatialPairs;
    private final long[] temporalPairs;
    private final int finiteTimes;
    private final long[][] packed;
    /** Rows cell by cell. */
    private final double[] x;

    private final double[] y;
    private final int[] start;
    private final int columns;
    private final int lines;
    /** Where a row of the cells stands among the rows in order of place, and that order's days. */
    private final int[] rank;

    private final int[] dayOfRank;
    private final int[] sortedDays;

    KnoxCount(double[] x, double[] y, int[] day, NearRepeat question) {
        n = x.length;
        manhattan = question.metric() == NearRepeat.Metric.MANHATTAN;
        boolean closed = question.intervals() == NearRepeat.Intervals.TRUE;
        double[] metres = question.metres();
        distanceBands = metres.length;
        timeBands = question.days().length;
        reach = new double[Double.isInfinite(metres[distanceBands - 1]) ? distanceBands - 1 : distanceBands];
        Arrays.setAll(reach, s -> manhattan ? linear(metres[s], closed) : squared(metres[s], closed));
        KnoxDays days = new KnoxDays(day, question.days(), closed);
        finiteTimes = days.finite();
        packed = days.packed();
        temporalPairs = days.pairs();
        spatialPairs = new long[distanceBands];
        sortedDays = days.sorted();

        int[] time = days.time();
        Integer[] byPlace = new Integer[n];
        Arrays.setAll(byPlace, i -> i);
        Arrays.sort(
                byPlace,
                Comparator.<Integer>comparingDouble(i -> x[i])
                        .thenComparingDouble(i -> y[i])
                        .thenComparingInt(i -> time[i]));
        dayOfRank = new int[n];
        Arrays.setAll(dayOfRank, r -> time[byPlace[r]]);

        double west = Arrays.stream(x).min().orElse(0);
        double south = Arrays.stream(y).min().orElse(0);
        double width = Arrays.stream(x).max().orElse(0) - west;
        double height = Arrays.stream(y).max().orElse(0) - south;
        double cell = cellSize(reach.length == 0 ? 0 : metres[reach.length - 1], width, height);
        columns = (int) (width / cell) + 1;
        lines = (int) (height / cell) + 1;
        start = new int[columns * lines + 1];
        this.x = new double[n];
        this.y = new double[n];
        rank = new int[n];
        int[] cellOf = new int[n];
        for (int r = 0; r < n; r++) {
            int i = byPlace[r];
            cellOf[r] = (int) ((y[i] - south) / cell) * columns + (int) ((x[i] - west) / cell);
        }
        layOut(x, y, byPlace, cellOf);
    }

    /** Counting sort into the cells; within a cell the order of place stays. */
    private void layOut(double[] fromX, double[] fromY, Integer[] byPlace, int[] cellOf) {
        for (int cell : cellOf) {
            start[cell + 1]++;
        }
        for (int c = 0; c < columns * lines; c++) {
            start[c + 1] += start[c];
        }
        int[] next = start.clone();
        for (int r = 0; r < n; r++) {
            int at = next[cellOf[r]]++;
            x[at] = fromX[byPlace[r]];
            y[at] = fromY[byPlace[r]];
            rank[at] = r;
        }
    }

    /** A cell at least as wide as the greatest distance, and not many more cells than points. */
    private double cellSize(double greatest, double width, double height) {
        double fewest = Math.max(Math.max(width, height) / 20_000, Math.sqrt(width * height / (4.0 * n + 16)));
        double cell = Math.max(Math.nextUp(greatest) * (1 + 1e-9), fewest);
        return cell > 0 ? cell : 1;
    }

    long[] spatialPairs() {
        return spatialPairs;
    }

    long[] temporalPairs() {
        return temporalPairs;
    }

    /** Counts of every deal by cell of the table; the first deal is what was observed. Fills the spatial margin. */
    long[][] all(long[] seeds, BooleanSupplier stop) {
        int deals = seeds.length + 1;
        int groups = (deals + LANES - 1) / LANES;
        int most = Math.max(LEAST_GROUPS, TIMES_AT_ONCE / Math.max(1, n));
        int size = Math.min(most, Math.max(1, (groups + BLOCKS - 1) / BLOCKS));
        long[][] counts = new long[deals][distanceBands * timeBands];
        int blocks = (groups + size - 1) / size;
        IntStream.range(0, blocks).parallel().forEach(b -> {
            Block block = new Block(seeds, b * size, Math.min(groups, (b + 1) * size), counts);
            block.run(stop);
            if (b == 0) {
                System.arraycopy(block.found, 0, spatialPairs, 0, reach.length);
            }
        });
        if (reach.length < distanceBands) {
            spatialPairs[distanceBands - 1] =
                    (long) n * (n - 1) / 2 - Arrays.stream(spatialPairs).sum();
        }
        for (long[] count : counts) {
            complete(count);
        }
        return counts;
    }

    /** Fills the infinite bands with what the others leave of the margins. */
    private void complete(long[] count) {
        if (finiteTimes < timeBands) {
            for (int s = 0; s < reach.length; s++) {
                long rest = spatialPairs[s];
                for (int t = 0; t < finiteTimes; t++) {
                    rest -= count[s * timeBands + t];
                }
                count[s * timeBands + finiteTimes] = rest;
            }
        }
        if (reach.length < distanceBands) {
            for (int t = 0; t < timeBands; t++) {
                long rest = temporalPairs[t];
                for (int s = 0; s < reach.length; s++) {
                    rest -= count[s * timeBands + t];
                }
                count[reach.length * timeBands + t] = rest;
            }
        }
    }

    /** Some groups of four deals: their times and the pairs waiting to be counted. */
    private final class Block {
        private final int firstGroup;
        private final long[][] times;
        private final long[][] counts;
        private final int[][] one = new int[reach.length][PAIRS_AT_ONCE];
        private final int[][] other = new int[reach.length][PAIRS_AT_ONCE];
        private final int[] waiting = new int[reach.length];
        private final long[] found = new long[reach.length];
        private final long[] sums = new long[LANES];

        Block(long[] seeds, int from, int to, long[][] counts) {
            firstGroup = from;
            this.counts = counts;
            times = new long[to - from][n];
            int[] dealt = new int[n];
            for (int deal = from * LANES; deal < Math.min(counts.length, to * LANES); deal++) {
                System.arraycopy(deal == 0 ? dayOfRank : sortedDays, 0, dealt, 0, n);
                if (deal > 0) {
                    shuffle(dealt, new SplittableRandom(seeds[deal - 1]));
                }
                long[] group = times[deal / LANES - from];
                int shift = deal % LANES * BITS;
                for (int i = 0; i < n; i++) {
                    group[i] |= (long) dealt[rank[i]] << shift;
                }
            }
        }

        void run(BooleanSupplier stop) {
            for (int line = 0; line < lines; line++) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException("near repeat was stopped");
                }
                for (int column = 0; column < columns; column++) {
                    pairsOf(line, column);
                }
            }
            for (int s = 0; s < reach.length; s++) {
                flush(s);
            }
        }

        /** Each pair once: with later rows of the own cell, the next cell, and the three cells of the next line. */
        private void pairsOf(int line, int column) {
            int cell = line * columns + column;
            int end = start[cell + 1];
            int right = column + 1 < columns ? start[cell + 2] : end;
            boolean hasNext = line + 1 < lines;
            int above = cell + columns;
            int nextFrom = hasNext ? start[column > 0 ? above - 1 : above] : 0;
            int nextTo = hasNext ? start[column + 1 < columns ? above + 2 : above + 1] : 0;
            for (int i = start[cell]; i < end; i++) {
                near(i, i + 1, right);
                near(i, nextFrom, nextTo);
            }
        }

        private void near(int i, int from, int to) {
            double east = x[i];
            double north = y[i];
            double far = reach.length == 0 ? -1 : reach[reach.length - 1];
            for (int j = from; j < to; j++) {
                double dx = east - x[j];
                double dy = north - y[j];
                double distance = manhattan ? Math.abs(dx) + Math.abs(dy) : dx * dx + dy * dy;
                if (distance <= far) {
                    int s = 0;
                    while (distance > reach[s]) {
                        s++;
                    }
                    int at = waiting[s]++;
                    one[s][at] = i;
                    other[s][at] = j;
                    if (at + 1 == PAIRS_AT_ONCE) {
                        flush(s);
                    }
                }
            }
        }

        private void flush(int s) {
            int pairs = waiting[s];
            waiting[s] = 0;
            found[s] += pairs;
            for (int g = 0; g < times.length; g++) {
                for (int table = 0; table < packed.length; table++) {
                    tally(times[g], one[s], other[s], pairs, packed[table], sums);
                    spread(s, (firstGroup + g) * LANES, table * LANES);
                }
            }
        }

        private void spread(int s, int firstDeal, int firstTime) {
            int times = Math.min(LANES, finiteTimes - firstTime);
            int deals = Math.min(LANES, counts.length - firstDeal);
            for (int lane = 0; lane < deals; lane++) {
                long[] count = counts[firstDeal + lane];
                for (int t = 0; t < times; t++) {
                    count[s * timeBands + firstTime + t] += sums[lane] >>> t * BITS & MASK;
                }
            }
        }
    }

    /** Counts of the time bands for each of four deals, packed. */
    private static void tally(long[] time, int[] one, int[] other, int pairs, long[] packed, long[] sums) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (int i = 0; i < pairs; i++) {
            long apart = (time[one[i]] | HIGH) - time[other[i]];
            a += packed[(int) (apart & MASK)];
            b += packed[(int) (apart >>> BITS & MASK)];
            c += packed[(int) (apart >>> 2 * BITS & MASK)];
            d += packed[(int) (apart >>> 3 * BITS)];
        }
        sums[0] = a;
        sums[1] = b;
        sums[2] = c;
        sums[3] = d;
    }

    private static void shuffle(int[] values, SplittableRandom chance) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = (int) ((chance.nextInt() & 0xFFFF_FFFFL) * (i + 1) >>> 32);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    private static double linear(double bound, boolean closed) {
        return closed ? bound : Math.nextDown(bound);
    }

    /** The greatest square whose root is within the bound, so that squares decide as distances would. */
    private static double squared(double bound, boolean closed) {
        double square = bound * bound;
        while (isWithin(Math.sqrt(square), bound, closed)) {
            square = Math.nextUp(square);
        }
        while (square >= 0 && !isWithin(Math.sqrt(square), bound, closed)) {
            square = Math.nextDown(square);
        }
        return square;
    }

    private static boolean isWithin(double distance, double bound, boolean closed) {
        return closed ? distance <= bound : distance < bound;
    }
}
