package se.lageskarta.geo.density;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Bandwidths of a Gaussian that may differ from east to north (standard deviations in metres), chosen by
 * estimated squared error: plug-in with one pilot bandwidth (Duong and Hazelton 2003, <i>Journal of
 * Nonparametric Statistics</i> 15) and least-squares cross-validation. As in the R package ks.
 *
 * <p>O(n²) for up to 3,000 incidents; more are spread linearly on a lattice of 121 by 121 nodes over their
 * bounding box first; cross-validation takes every k-th place then, and narrows its answer by what a
 * bandwidth narrows with n<sup>−1/6</sup>.
 */
public final class MatrixBandwidth {
    private static final int EXACT_UP_TO = 3_000;
    private static final int NODES = 121;
    /** Beyond so many pilot bandwidths a Gaussian's derivatives are nothing. */
    private static final double REACH = 9;

    private static final int MOST_STEPS = 500;

    private final int n;
    private final double deviationX;
    private final double deviationY;
    /** Centred and divided by the standard deviations; lattice nodes when there are many incidents. */
    private final double[] u;

    private final double[] v;
    private final double[] weight;
    private final double[] east;
    private final double[] north;
    private final double correlation;

    /**
     * @param x metres east, finite, not all equal
     * @param y metres north, as many
     */
    public MatrixBandwidth(double[] x, double[] y) {
        KernelDensity.check(x, y, null);
        n = x.length;
        deviationX = new AxisBandwidth(x).standardDeviation();
        deviationY = new AxisBandwidth(y).standardDeviation();
        east = scaled(x, deviationX);
        north = scaled(y, deviationY);
        double product = 0;
        for (int i = 0; i < n; i++) {
            product += east[i] * north[i];
        }
        correlation = product / (n - 1);
        if (n > EXACT_UP_TO) {
            Lattice lattice = new Lattice(east, north);
            u = lattice.u;
            v = lattice.v;
            weight = lattice.weight;
        } else {
            u = east;
            v = north;
            weight = new double[n];
            Arrays.fill(weight, 1);
        }
    }

    /** Normal reference: s n<sup>−1/6</sup> for each axis. */
    public double[] normalReference() {
        double part = Math.pow(n, -1 / 6.0);
        return new double[] {deviationX * part, deviationY * part};
    }

    /** Two-stage plug-in, no rotation. */
    public double[] plugIn() {
        return plugIn(false);
    }

    /**
     * As ks 1.14 computes it: its second pilot takes the functionals ψ<sub>60</sub>, ψ<sub>51</sub>,
     * ψ<sub>51</sub>, ψ<sub>42</sub> for ψ<sub>60</sub>, ψ<sub>42</sub>, ψ<sub>24</sub>, ψ<sub>06</sub>
     * (they stand in another order than it reads them), which makes bandwidths some tenth wider.
     */
    public double[] plugInAsKs() {
        return plugIn(true);
    }

    private double[] plugIn(boolean asKs) {
        double[] sixth = functionals(6, pilot(6, normalFunctionals(8)));
        double[] read = asKs ? new double[] {sixth[0], 0, sixth[1], 0, sixth[1], 0, sixth[2]} : sixth;
        double[] fourth = functionals(4, pilot(4, read));
        double psi40 = fourth[0];
        double psi22 = fourth[2];
        double psi04 = fourth[4];
        double roughness = 1 / (4 * Math.PI);
        double h = Math.pow(
                Math.pow(psi04, 0.75) * roughness / (Math.pow(psi40, 0.75) * (Math.sqrt(psi40 * psi04) + psi22) * n),
                1 / 6.0);
        return new double[] {deviationX * h, deviationY * h * Math.pow(psi40 / psi04, 0.25)};
    }

    /**
     * Least-squares cross-validation, from the normal reference downhill. Incidents on top of each other would
     * drive it to 0: each place counts once.
     */
    public double[] crossValidated() {
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) ->
                        east[a] != east[b] ? Double.compare(east[a], east[b]) : Double.compare(north[a], north[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] places = IntStream.range(0, n)
                .filter(i -> i == 0 || east[order[i]] != east[order[i - 1]] || north[order[i]] != north[order[i - 1]])
                .map(i -> order[i])
                .toArray();
        int every = (places.length - 1) / EXACT_UP_TO + 1;
        int taken = (places.length + every - 1) / every;
        double[] someEast = IntStream.range(0, taken)
                .mapToDouble(i -> east[places[i * every]])
                .toArray();
        double[] someNorth = IntStream.range(0, taken)
                .mapToDouble(i -> north[places[i * every]])
                .toArray();
        double[] logs =
                downhill(h -> squaredError(someEast, someNorth, Math.exp(h[0]), Math.exp(h[1])), -Math.log(taken) / 6);
        double narrowing = Math.pow((double) taken / places.length, 1 / 6.0);
        return new double[] {deviationX * Math.exp(logs[0]) * narrowing, deviationY * Math.exp(logs[1]) * narrowing};
    }

    private interface OfTwo {
        double at(double[] place);
    }

    /** Nelder and Mead (1965) with the usual coefficients. */
    private static double[] downhill(OfTwo function, double start) {
        double[][] corner = {{start, start}, {start - 0.5, start}, {start, start - 0.5}};
        double[] value = {function.at(corner[0]), function.at(corner[1]), function.at(corner[2])};
        for (int step = 0; step < MOST_STEPS; step++) {
            sort(corner, value);
            if (Math.abs(corner[2][0] - corner[0][0]) + Math.abs(corner[2][1] - corner[0][1]) < 1e-6) {
                break;
            }
            double[] reflected = along(corner, -1);
            double ofReflected = function.at(reflected);
            if (ofReflected < value[0]) {
                double[] further = along(corner, -2);
                double ofFurther = function.at(further);
                replace(corner, value, ofFurther < ofReflected ? further : reflected, Math.min(ofFurther, ofReflected));
            } else if (ofReflected < value[1]) {
                replace(corner, value, reflected, ofReflected);
            } else {
                double[] nearer = along(corner, ofReflected < value[2] ? -0.5 : 0.5);
                double ofNearer = function.at(nearer);
                if (ofNearer < Math.min(ofReflected, value[2])) {
                    replace(corner, value, nearer, ofNearer);
                } else {
                    for (int i = 1; i < 3; i++) {
                        corner[i] = new double[] {(corner[i][0] + corner[0][0]) / 2, (corner[i][1] + corner[0][1]) / 2};
                        value[i] = function.at(corner[i]);
                    }
                }
            }
        }
        sort(corner, value);
        return corner[0];
    }

    private static void replace(double[][] corner, double[] value, double[] place, double ofPlace) {
        corner[2] = place;
        value[2] = ofPlace;
    }

    /** From the middle of the two best corners, a part of the way to the worst. */
    private static double[] along(double[][] corner, double part) {
        double middleX = (corner[0][0] + corner[1][0]) / 2;
        double middleY = (corner[0][1] + corner[1][1]) / 2;
        return new double[] {middleX + part * (corner[2][0] - middleX), middleY + part * (corner[2][1] - middleY)};
    }

    private static void sort(double[][] corner, double[] value) {
        Integer[] order = {0, 1, 2};
        Arrays.sort(order, (a, b) -> Double.compare(value[a], value[b]));
        double[][] corners = {corner[order[0]], corner[order[1]], corner[order[2]]};
        double[] values = {value[order[0]], value[order[1]], value[order[2]]};
        System.arraycopy(corners, 0, corner, 0, 3);
        System.arraycopy(values, 0, value, 0, 3);
    }

    private static double squaredError(double[] u, double[] v, double hx, double hy) {
        int places = u.length;
        double pairs = IntStream.range(0, places)
                .mapToDouble(i -> {
                    double sum = 0;
                    for (int j = 0; j < i; j++) {
                        double dx = (u[i] - u[j]) / hx;
                        double dy = (v[i] - v[j]) / hy;
                        double square = dx * dx + dy * dy;
                        if (square < 2 * REACH * REACH) {
                            double wide = Math.exp(-square / 4);
                            sum += 2 * wide / (4 * Math.PI) / places - 4 * wide * wide / (2 * Math.PI) / (places - 1.0);
                        }
                    }
                    return sum;
                })
                .sum();
        return (1 / (4 * Math.PI) + pairs) / (hx * hy * places);
    }

    /** Pilot bandwidth for the functionals of an order, from those two orders above (even places only). */
    private double pilot(int order, double[] above) {
        double squares = 0;
        double products = 0;
        double biases = 0;
        for (int b = 0; b <= order; b += 2) {
            double atZero = atZero(order - b) * atZero(b);
            double bias = above[b] + above[b + 2];
            squares += atZero * atZero;
            products += atZero * bias;
            biases += bias * bias;
        }
        double first = (2 * order + 4) * squares;
        double second = order * products;
        double gamma = (-second + Math.sqrt(second * second + 4 * first * biases)) / (2 * first);
        return Math.pow(gamma * n, -1.0 / (order + 4));
    }

    /** ψ of a normal density with the data's correlation; at b the one with b derivatives northward. */
    private double[] normalFunctionals(int order) {
        double determinant = 4 * (1 - correlation * correlation);
        double own = 2 / determinant;
        double both = -2 * correlation / determinant;
        double[] psi = new double[order + 1];
        for (int b = 0; b <= order; b++) {
            double sign = order / 2 % 2 == 0 ? 1 : -1;
            psi[b] = sign / (2 * Math.PI * Math.sqrt(determinant)) * moment(order - b, b, own, both);
        }
        return psi;
    }

    /** Mean of X<sup>a</sup>Y<sup>b</sup> of two normal numbers of a variance and a covariance. */
    private static double moment(int a, int b, double variance, double covariance) {
        if ((a + b) % 2 == 1) {
            return 0;
        }
        if (a == 0) {
            return b == 0 ? 1 : (b - 1) * variance * moment(0, b - 2, variance, covariance);
        }
        double same = a > 1 ? (a - 1) * variance * moment(a - 2, b, variance, covariance) : 0;
        double other = b > 0 ? b * covariance * moment(a - 1, b - 1, variance, covariance) : 0;
        return same + other;
    }

    /** The derivative of an even order of the standard normal density at 0. */
    private static double atZero(int order) {
        double product = 1;
        for (int i = order - 1; i > 0; i -= 2) {
            product *= -i;
        }
        return product / Math.sqrt(2 * Math.PI);
    }

    /** Estimated ψ of an order, with b derivatives northward at place b. */
    private double[] functionals(int order, double pilot) {
        double[] psi = new double[order + 1];
        int points = u.length;
        double[][] parts = new double[points][];
        IntStream.range(0, points).parallel().forEach(i -> parts[i] = functionalsOf(i, order, pilot));
        for (double[] part : parts) {
            for (int b = 0; b <= order; b++) {
                psi[b] += part[b];
            }
        }
        double scale = Math.pow(pilot, -order - 2) / (2 * Math.PI * n * n);
        for (int b = 0; b <= order; b++) {
            psi[b] *= scale;
        }
        return psi;
    }

    private double[] functionalsOf(int i, int order, double pilot) {
        double[] psi = new double[order + 1];
        double[] east = new double[order + 1];
        double[] north = new double[order + 1];
        for (int j = 0; j <= i; j++) {
            double dx = (u[i] - u[j]) / pilot;
            double dy = (v[i] - v[j]) / pilot;
            double square = dx * dx + dy * dy;
            if (square < REACH * REACH) {
                double own = (i == j ? 1 : 2) * weight[i] * weight[j] * Math.exp(-square / 2);
                hermite(dx, east);
                hermite(dy, north);
                for (int b = 0; b <= order; b++) {
                    psi[b] += own * east[order - b] * north[b];
                }
            }
        }
        return psi;
    }

    private static void hermite(double t, double[] value) {
        value[0] = 1;
        value[1] = t;
        for (int k = 1; k + 1 < value.length; k++) {
            value[k + 1] = t * value[k] - k * value[k - 1];
        }
    }

    private static double[] scaled(double[] value, double deviation) {
        double first = value[0];
        double mean = Arrays.stream(value).map(a -> a - first).sum() / value.length;
        return Arrays.stream(value).map(a -> (a - first - mean) / deviation).toArray();
    }

    /** Incidents shared out to the four nodes around them; only nodes that got something. */
    private static final class Lattice {
        final double[] u;
        final double[] v;
        final double[] weight;

        Lattice(double[] east, double[] north) {
            double west = Arrays.stream(east).min().orElseThrow();
            double south = Arrays.stream(north).min().orElseThrow();
            double stepX = (Arrays.stream(east).max().orElseThrow() - west) / (NODES - 1);
            double stepY = (Arrays.stream(north).max().orElseThrow() - south) / (NODES - 1);
            double[] filled = new double[NODES * NODES];
            for (int i = 0; i < east.length; i++) {
                double atX = Math.min(NODES - 1.001, (east[i] - west) / stepX);
                double atY = Math.min(NODES - 1.001, (north[i] - south) / stepY);
                int node = (int) atY * NODES + (int) atX;
                double partX = atX - (int) atX;
                double partY = atY - (int) atY;
                filled[node] += (1 - partX) * (1 - partY);
                filled[node + 1] += partX * (1 - partY);
                filled[node + NODES] += (1 - partX) * partY;
                filled[node + NODES + 1] += partX * partY;
            }
            int[] used = IntStream.range(0, filled.length)
                    .filter(node -> filled[node] > 0)
                    .toArray();
            u = IntStream.of(used)
                    .mapToDouble(node -> west + node % NODES * stepX)
                    .toArray();
            v = IntStream.of(used)
                    .mapToDouble(node -> south + node / NODES * stepY)
                    .toArray();
            weight = IntStream.of(used).mapToDouble(node -> filled[node]).toArray();
        }
    }
}
