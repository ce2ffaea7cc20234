package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * How often shuffling makes a place's neighbourhood as high as it is: the place keeps its own value, its
 * neighbours get values drawn from all other places without putting back (conditional permutation, Anselin
 * 1995; Bivand &amp; Wong 2018, TEST 27). {@code p = (#{shuffled ≥ observed} + 1) / (P + 1)}, one-sided for high
 * values; the same for G*, local Moran and the plain sum, since these rise and fall together.
 *
 * <p>Each place has its own random numbers, made from the seed and its number, so any number of threads gives
 * the same bytes. O(places · P · neighbours) time; places whose neighbours hold the least there can be cost
 * nothing. The smallest p there can be is {@code 1/(P + 1)}: with a correction for n places, fewer than
 * {@code n/(P + 1)/α} hot ones can never be found; {@link ExactTail} has no such floor.
 *
 * @param permutations P, 1 or more
 * @param seed of the random numbers
 */
public record PermutationTail(int permutations, long seed) {
    /** Places that one thread takes at a time. */
    private static final int BLOCK = 64;

    public PermutationTail {
        if (permutations < 1) {
            throw new IllegalArgumentException("permutations is " + permutations + ", but must be 1 or more");
        }
    }

    /** Elementary steps of {@link #high}, about 5 ns each: an upper limit, to refuse too long a wait beforehand. */
    public long steps(Neighbours neighbours) {
        long pairs = Arrays.stream(neighbours.counts()).asLongStream().sum();
        return Math.multiplyExact(Math.max(1, pairs), permutations);
    }

    /**
     * @param value one finite value a place
     * @param stop asked now and then; when it says true the work ends
     * @return p of each place; 1 for a place without neighbours
     * @throws CancellationException when stopped
     */
    public double[] high(Neighbours neighbours, double[] value, BooleanSupplier stop) {
        double[] sums = neighbours.sums(value);
        int[] counts = neighbours.counts();
        int n = value.length;
        double least = Arrays.stream(value).min().orElse(0);
        double scale = Arrays.stream(value).map(Math::abs).max().orElse(0);
        double[] p = new double[n];
        int blocks = (n + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int[] drawnFor = new int[n];
            for (int i = block * BLOCK; i < Math.min(n, (block + 1) * BLOCK); i++) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException();
                }
                // sums of values that are no whole numbers differ in their last digits with the order of adding
                double reach = sums[i] - 1e-12 * scale * counts[i];
                p[i] = least * counts[i] >= reach ? 1 : shuffle(value, i, counts[i], reach, drawnFor);
            }
        });
        return p;
    }

    /** As {@link #high} for low values: the share of shuffles that hold at most as much. */
    public double[] low(Neighbours neighbours, double[] value, BooleanSupplier stop) {
        return high(neighbours, Arrays.stream(value).map(v -> -v).toArray(), stop);
    }

    private double shuffle(double[] value, int place, int neighbours, double reach, int[] drawnFor) {
        SplittableRandom random = new SplittableRandom(mix(seed, place));
        Arrays.fill(drawnFor, 0);
        int others = value.length - 1;
        // drawing the few that are left out is quicker than drawing nearly all
        boolean leaveOut = neighbours > others / 2;
        int draws = leaveOut ? others - neighbours : neighbours;
        double all = leaveOut ? Arrays.stream(value).sum() - value[place] : 0;
        int high = 0;
        for (int permutation = 1; permutation <= permutations; permutation++) {
            double sum = 0;
            for (int draw = 0; draw < draws; draw++) {
                int at = random.nextInt(others);
                at += at >= place ? 1 : 0;
                while (drawnFor[at] == permutation) {
                    at = random.nextInt(others);
                    at += at >= place ? 1 : 0;
                }
                drawnFor[at] = permutation;
                sum += value[at];
            }
            high += (leaveOut ? all - sum : sum) >= reach ? 1 : 0;
        }
        return (high + 1.0) / (permutations + 1.0);
    }

    /** A seed for one place that has nothing in common with those of its neighbours (Stafford's mixer 13). */
    static long mix(long seed, long place) {
        long bits = seed * 0x9E3779B97F4A7C15L + place * 0xD1342543DE82EF95L + 0x632BE59BD9B4E019L;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }
}
