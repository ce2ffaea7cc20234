package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * All circles of a scan: around each place the others in order of distance, as far as radius and share allow.
 * Places at the same distance enter together; one that would break a limit keeps out the whole ring and all
 * beyond it.
 */
final class ScanZones {
    /** Distances that differ by less than this share are the same: what rounding of coordinates makes. */
    private static final double SAME = 1e-8;

    private static final int MOST_PLACES = 30_000;
    private static final long MOST_NEIGHBOURS = 60_000_000;

    /** For each centre the places outwards; the last place of a ring is written as its complement. */
    private final int[][] outwards;

    private final ScanPlaces places;

    /**
     * @param weight what the share is measured in, for each place
     */
    ScanZones(ScanPlaces places, double[] weight, double maxRadius, double maxShare) {
        this.places = places;
        if (places.size() > MOST_PLACES) {
            throw new IllegalArgumentException("places is " + places.size() + ", but must be at most " + MOST_PLACES);
        }
        double most = maxShare * Arrays.stream(weight).sum() * (1 + 1e-12);
        outwards = new int[places.size()][];
        AtomicLong neighbours = new AtomicLong();
        IntStream.range(0, places.size()).parallel().forEach(centre -> {
            outwards[centre] = outwards(centre, weight, maxRadius, most);
            if (neighbours.addAndGet(outwards[centre].length) > MOST_NEIGHBOURS) {
                throw new IllegalArgumentException("places within maxRadius " + maxRadius
                        + " of each other are more than " + MOST_NEIGHBOURS
                        + " pairs: maxRadius must be smaller");
            }
        });
    }

    int[][] outwards() {
        return outwards;
    }

    /** Places of the circle around a centre that holds the first {@code count}, ascending. */
    int[] members(int centre, int count) {
        return Arrays.stream(outwards[centre], 0, count)
                .map(place -> place < 0 ? ~place : place)
                .sorted()
                .toArray();
    }

    double radius(int centre, int count) {
        int last = outwards[centre][count - 1];
        return places.distance(centre, last < 0 ? ~last : last);
    }

    private int[] outwards(int centre, double[] weight, double maxRadius, double mostWeight) {
        int n = places.size();
        double[] distance = new double[n];
        long[] keys = new long[n];
        int near = 0;
        for (int i = 0; i < n; i++) {
            distance[i] = places.distance(centre, i);
            if (distance[i] <= maxRadius * (1 + SAME)) {
                keys[near++] = (long) Float.floatToIntBits((float) distance[i]) << 32 | i;
            }
        }
        Arrays.sort(keys, 0, near);
        int[] order = new int[near];
        for (int k = 0; k < near; k++) {
            insert(order, k, (int) keys[k], distance);
        }
        return Arrays.copyOf(order, markRings(order, distance, weight, mostWeight));
    }

    /** The keys are sorted by rounded distance: what rounding swapped is put right here. */
    private static void insert(int[] order, int size, int place, double[] distance) {
        int k = size;
        while (k > 0 && distance[order[k - 1]] > distance[place]) {
            order[k] = order[k - 1];
            k--;
        }
        order[k] = place;
    }

    /** Marks the end of each ring; returns how many places lie within the limit of weight. */
    private static int markRings(int[] order, double[] distance, double[] weight, double mostWeight) {
        double sum = 0;
        int from = 0;
        while (from < order.length) {
            double ring = distance[order[from]];
            int to = from;
            while (to < order.length && distance[order[to]] - ring <= SAME * Math.max(1, ring)) {
                sum += weight[order[to++]];
            }
            if (sum > mostWeight) {
                return from;
            }
            order[to - 1] = ~order[to - 1];
            from = to;
        }
        return order.length;
    }
}
