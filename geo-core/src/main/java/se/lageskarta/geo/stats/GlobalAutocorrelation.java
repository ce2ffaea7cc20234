package se.lageskarta.geo.stats;

/**
 * Whether values cluster at all, over the whole area in one number each: Moran's I, Geary's C and the general
 * G, with their moments when the values are shuffled over the places (randomisation).
 *
 * <p>I and C use row-standardised weights, G weights of 1; places without neighbours are left out of n in I
 * and G, as R spdep does. Sources: Moran (1950), Geary (1954), Cliff &amp; Ord (1981), Getis &amp; Ord (1992).
 * O(places · rows of the neighbourhood).
 *
 * <p>Known limits: one number for a whole municipality says that there are hotspots, not where; counts in a
 * fixed number of places always look clustered where people live. G needs values of 0 or more.
 *
 * @param moran above its expectation: like beside like
 * @param geary below its expectation of 1: like beside like
 * @param generalG above its expectation: high beside high; NaN when a value is negative
 */
public record GlobalAutocorrelation(Measure moran, Measure geary, Measure generalG) {
    /**
     * One statistic with its moments under randomisation.
     *
     * @param z standard deviations above the expectation; 0 when there is no variance
     * @param p two-sided normal probability
     */
    public record Measure(double value, double expected, double variance, double z, double p) {
        static Measure of(double value, double expected, double variance) {
            double z = variance > 0 ? (value - expected) / Math.sqrt(variance) : variance <= 0 ? 0 : Double.NaN;
            return new Measure(value, expected, variance, z, GiStar.twoSided(z));
        }
    }

    /** Four or more places with a neighbour, one finite value each. */
    public static GlobalAutocorrelation of(Neighbours neighbours, double[] value) {
        double[] centred = new double[value.length];
        Neighbours.requireValues(value, neighbours.size());
        double mean = value.length == 0 ? 0 : GiStar.mean(value);
        for (int i = 0; i < value.length; i++) {
            centred[i] = value[i] - mean;
        }
        Weights weights = Weights.of(neighbours);
        if (weights.n < 4) {
            throw new IllegalArgumentException(
                    "places with a neighbour is " + (int) weights.n + ", but must be 4 or more");
        }
        double[] lag = neighbours.sums(centred);
        double m2 = 0;
        double m4 = 0;
        for (double z : centred) {
            m2 += z * z;
            m4 += z * z * z * z;
        }
        double kurtosis = value.length * m4 / (m2 * m2);
        if (!(m2 > 0)) {
            Measure none = Measure.of(Double.NaN, Double.NaN, Double.NaN);
            return new GlobalAutocorrelation(none, none, none);
        }
        return new GlobalAutocorrelation(
                moran(weights, neighbours.counts(), centred, lag, m2, kurtosis),
                geary(weights, neighbours, centred, lag, m2, kurtosis),
                generalG(neighbours, value));
    }

    private static Measure moran(Weights w, int[] counts, double[] centred, double[] lag, double m2, double kurtosis) {
        double sum = 0;
        for (int i = 0; i < centred.length; i++) {
            sum += counts[i] == 0 ? 0 : centred[i] * lag[i] / counts[i];
        }
        double n = w.n;
        double expected = -1 / (n - 1);
        double s02 = w.s0 * w.s0;
        double variance = (n * ((n * n - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s02)
                        - kurtosis * ((n * n - n) * w.s1 - 2 * n * w.s2 + 6 * s02))
                / ((n - 1) * (n - 2) * (n - 3) * s02);
        return Measure.of(n / w.s0 * sum / m2, expected, variance - expected * expected);
    }

    private static Measure geary(
            Weights w, Neighbours neighbours, double[] centred, double[] lag, double m2, double kurtosis) {
        double[] squares = new double[centred.length];
        for (int i = 0; i < centred.length; i++) {
            squares[i] = centred[i] * centred[i];
        }
        double[] around = neighbours.sums(squares);
        int[] counts = neighbours.counts();
        double sum = 0;
        for (int i = 0; i < centred.length; i++) {
            sum += counts[i] == 0 ? 0 : squares[i] + (around[i] - 2 * centred[i] * lag[i]) / counts[i];
        }
        double n = w.n;
        double s02 = w.s0 * w.s0;
        double variance = ((n - 1) * w.s1 * (n * n - 3 * n + 3 - (n - 1) * kurtosis)
                        - (n - 1) * w.s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * kurtosis) / 4
                        + s02 * (n * n - 3 - (n - 1) * (n - 1) * kurtosis))
                / (n * (n - 2) * (n - 3) * s02);
        return Measure.of((n - 1) / (2 * w.s0) * sum / m2, 1, variance);
    }

    private static Measure generalG(Neighbours neighbours, double[] value) {
        double[] sums = neighbours.sums(value);
        double s0 = 0;
        double s2 = 0;
        double n = 0;
        double[] power = new double[5];
        double together = 0;
        for (int i = 0; i < value.length; i++) {
            double k = neighbours.counts()[i];
            n += k > 0 ? 1 : 0;
            s0 += k;
            s2 += 4 * k * k;
            together += value[i] * sums[i];
            if (value[i] < 0) {
                return Measure.of(Double.NaN, Double.NaN, Double.NaN);
            }
            double v = 1;
            for (int j = 1; j < power.length; j++) {
                v *= value[i];
                power[j] += v;
            }
        }
        double s1 = 2 * s0;
        double pairs = power[1] * power[1] - power[2];
        double expected = s0 / (n * (n - 1));
        double second = generalGSecondMoment(n, s0, s1, s2, power);
        double products = pairs * pairs * n * (n - 1) * (n - 2) * (n - 3);
        return Measure.of(together / pairs, expected, second / products - expected * expected);
    }

    private static double generalGSecondMoment(double n, double s0, double s1, double s2, double[] m) {
        double s02 = s0 * s0;
        double b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s02;
        double b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s02);
        double b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s02);
        double b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s02;
        double b4 = s1 - s2 + s02;
        return b0 * m[2] * m[2] + b1 * m[4] + b2 * m[1] * m[1] * m[2] + b3 * m[1] * m[3] + b4 * Math.pow(m[1], 4);
    }

    /** Sums of row-standardised weights: all, squares of both directions, squares of rows plus columns. */
    private record Weights(double n, double s0, double s1, double s2) {
        static Weights of(Neighbours neighbours) {
            int[] counts = neighbours.counts();
            double[] each = new double[counts.length];
            for (int i = 0; i < each.length; i++) {
                each[i] = counts[i] == 0 ? 0 : 1.0 / counts[i];
            }
            double[] column = neighbours.sums(each);
            double n = 0;
            double s1 = 0;
            double s2 = 0;
            for (int i = 0; i < each.length; i++) {
                if (counts[i] > 0) {
                    n++;
                    s1 += each[i] + each[i] * column[i];
                    s2 += (1 + column[i]) * (1 + column[i]);
                }
            }
            return new Weights(n, n, s1, s2);
        }
    }
}
