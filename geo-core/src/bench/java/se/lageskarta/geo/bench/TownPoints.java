package se.lageskarta.geo.bench;

import java.util.Arrays;

/**
 * Invented incidents in a 100 km square, the same on every machine: a fifth scattered evenly, a tenth within
 * 200 m of an earlier one, the rest in 200 Gaussian clusters of 50 m to 1.5 km.
 */
public record TownPoints(double[] x, double[] y) {
    private static final double SIDE = 100_000;
    private static final int CLUSTERS = 200;

    public static TownPoints of(int n, long seed) {
        Numbers numbers = new Numbers(seed);
        double[] centreX = new double[CLUSTERS];
        double[] centreY = new double[CLUSTERS];
        double[] spread = new double[CLUSTERS];
        double[] share = new double[CLUSTERS];
        double total = 0;
        for (int k = 0; k < CLUSTERS; k++) {
            centreX[k] = numbers.uniform() * SIDE;
            centreY[k] = numbers.uniform() * SIDE;
            spread[k] = 50 * StrictMath.pow(30, numbers.uniform());
            total -= StrictMath.log(1 - numbers.uniform());
            share[k] = total;
        }
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            // one number is drawn for a time that only other benchmarks of these points use
            numbers.uniform();
            double kind = numbers.uniform();
            if (kind < 0.2) {
                x[i] = numbers.uniform() * SIDE;
                y[i] = numbers.uniform() * SIDE;
            } else if (kind < 0.3 && i > 0) {
                int earlier = (int) (numbers.uniform() * i);
                double distance = 200 * StrictMath.sqrt(numbers.uniform());
                double angle = 2 * Math.PI * numbers.uniform();
                x[i] = reflected(x[earlier] + distance * StrictMath.cos(angle));
                y[i] = reflected(y[earlier] + distance * StrictMath.sin(angle));
                numbers.uniform();
            } else {
                int k = Arrays.binarySearch(share, numbers.uniform() * total);
                k = k < 0 ? -k - 1 : k;
                x[i] = reflected(centreX[k] + spread[k] * numbers.normal());
                y[i] = reflected(centreY[k] + spread[k] * numbers.normal());
            }
        }
        return new TownPoints(x, y);
    }

    private static double reflected(double value) {
        double at = value % (2 * SIDE);
        at = at < 0 ? at + 2 * SIDE : at;
        return at >= SIDE ? Math.max(0, 2 * SIDE - at - 1e-6) : at;
    }

    /** SplitMix64 and polar normals in strict arithmetic. */
    private static final class Numbers {
        private long state;
        private double spare = Double.NaN;

        Numbers(long seed) {
            state = seed;
        }

        double uniform() {
            state += 0x9E3779B97F4A7C15L;
            long z = state;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
        }

        double normal() {
            if (!Double.isNaN(spare)) {
                double kept = spare;
                spare = Double.NaN;
                return kept;
            }
            double a;
            double b;
            double q;
            do {
                a = 2 * uniform() - 1;
                b = 2 * uniform() - 1;
                q = a * a + b * b;
            } while (q >= 1 || q == 0);
            double factor = StrictMath.sqrt(-2 * StrictMath.log(q) / q);
            spare = b * factor;
            return a * factor;
        }
    }
}
