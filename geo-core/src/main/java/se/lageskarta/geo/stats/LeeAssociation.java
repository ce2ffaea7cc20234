package se.lageskarta.geo.stats;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Whether two values are high in the same places: Lee's L, the correlation of the two smoothed over each place
 * and its neighbours.
 *
 * <p>{@code L = Σ x̃_i ỹ_i / √(Σ(x − x̄)² Σ(y − ȳ)²)} with x̃ the mean of {@code x − x̄} over a place and its
 * neighbours; {@code L_i} is n times its part. Source: Lee (2001), Journal of Geographical Systems 3. The
 * probability is that of as high an L when the second value is shuffled over the places, one-sided; each
 * permutation has its own seed, so any number of threads gives the same bytes. O(permutations · places · rows of the
 * neighbourhood).
 *
 * <p>Known limit: shuffling takes the second value's own clustering away, so p is too small when both cluster for
 * reasons of their own (people live there); read it as a check, not as proof.
 *
 * @param l −1 to 1; 0 when one of the values is the same everywhere
 * @param p of the whole area
 * @param local L of each place
 * @param localP of each place
 */
public record LeeAssociation(double l, double p, double[] local, double[] localP) {
    /**
     * @param x one finite value a place
     * @param y likewise
     * @param permutations 1 or more
     * @param stop asked now and then; when it says true the work ends
     * @throws CancellationException when stopped
     */
    public static LeeAssociation of(
            Neighbours neighbours, double[] x, double[] y, int permutations, long seed, BooleanSupplier stop) {
        if (permutations < 1) {
            throw new IllegalArgumentException("permutations is " + permutations + ", but must be 1 or more");
        }
        Neighbours.requireValues(x, neighbours.size());
        Neighbours.requireValues(y, neighbours.size());
        int n = x.length;
        double[] centredX = centred(x);
        double[] centredY = centred(y);
        double spread = Math.sqrt(squares(centredX) * squares(centredY));
        double[] smoothX = smooth(neighbours, centredX);
        double[] local = products(smoothX, smooth(neighbours, centredY), spread);
        double l = IntStream.range(0, n).mapToDouble(i -> local[i]).sum() / n;
        AtomicIntegerArray asHigh = new AtomicIntegerArray(n + 1);
        IntStream.range(0, permutations).parallel().forEach(permutation -> {
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            double[] shuffled = shuffle(centredY, new SplittableRandom(PermutationTail.mix(seed, permutation)));
            double[] one = products(smoothX, smooth(neighbours, shuffled), spread);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += one[i];
                if (one[i] >= local[i] - 1e-12) {
                    asHigh.incrementAndGet(i);
                }
            }
            if (sum / n >= l - 1e-12) {
                asHigh.incrementAndGet(n);
            }
        });
        double[] localP = new double[n];
        for (int i = 0; i < n; i++) {
            localP[i] = (asHigh.get(i) + 1.0) / (permutations + 1.0);
        }
        return new LeeAssociation(l, (asHigh.get(n) + 1.0) / (permutations + 1.0), local, localP);
    }

    private static double[] products(double[] smoothX, double[] smoothY, double spread) {
        double[] products = new double[smoothX.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = spread > 0 ? products.length * smoothX[i] * smoothY[i] / spread : 0;
        }
        return products;
    }

    private static double[] smooth(Neighbours neighbours, double[] centred) {
        double[] smooth = neighbours.sumsWithSelf(centred);
        int[] counts = neighbours.counts();
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] /= counts[i] + 1;
        }
        return smooth;
    }

    private static double[] centred(double[] value) {
        double mean = value.length == 0 ? 0 : GiStar.mean(value);
        double[] centred = new double[value.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = value[i] - mean;
        }
        return centred;
    }

    private static double squares(double[] value) {
        double sum = 0;
        for (double each : value) {
            sum += each * each;
        }
        return sum;
    }

    private static double[] shuffle(double[] value, SplittableRandom random) {
        double[] shuffled = value.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        return shuffled;
    }
}
