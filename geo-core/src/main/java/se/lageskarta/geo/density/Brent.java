package se.lageskarta.geo.density;

import java.util.function.DoubleUnaryOperator;

/**
 * Minimum and root of a function of one number, without derivatives. Source: Brent (1973), Algorithms for
 * Minimization without Derivatives, chapters 4 and 5. Steps and stopping rules are the book's, as R uses them:
 * where a bandwidth lies at the end of its range, the answer depends on them.
 */
final class Brent {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final double ROUNDING = Math.ulp(1.0);
    private static final int MOST_STEPS = 1000;

    private Brent() {}

    /** Where the function is least between two places, to within about a tolerance. */
    static double minimum(DoubleUnaryOperator function, double from, double to, double tolerance) {
        double a = from;
        double b = to;
        double x = a + GOLDEN * (b - a);
        double second = x;
        double third = x;
        double step = 0;
        double earlier = 0;
        double fx = function.applyAsDouble(x);
        double fSecond = fx;
        double fThird = fx;
        for (int i = 0; i < MOST_STEPS; i++) {
            double middle = (a + b) / 2;
            double least = Math.sqrt(ROUNDING) * Math.abs(x) + tolerance / 3;
            if (Math.abs(x - middle) <= 2 * least - (b - a) / 2) {
                break;
            }
            double p = 0;
            double q = 0;
            double before = earlier;
            if (Math.abs(earlier) > least) {
                double r = (x - second) * (fx - fThird);
                q = (x - third) * (fx - fSecond);
                p = (x - third) * q - (x - second) * r;
                q = 2 * (q - r);
                p = q > 0 ? -p : p;
                q = Math.abs(q);
                earlier = step;
            }
            if (Math.abs(p) >= Math.abs(q * before / 2) || p <= q * (a - x) || p >= q * (b - x)) {
                earlier = x < middle ? b - x : a - x;
                step = GOLDEN * earlier;
            } else {
                step = p / q;
                double u = x + step;
                if (u - a < 2 * least || b - u < 2 * least) {
                    step = x >= middle ? -least : least;
                }
            }
            double u = x + (Math.abs(step) >= least ? step : Math.copySign(least, step));
            double fu = function.applyAsDouble(u);
            if (fu <= fx) {
                if (u < x) {
                    b = x;
                } else {
                    a = x;
                }
                third = second;
                fThird = fSecond;
                second = x;
                fSecond = fx;
                x = u;
                fx = fu;
            } else {
                if (u < x) {
                    a = u;
                } else {
                    b = u;
                }
                if (fu <= fSecond || second == x) {
                    third = second;
                    fThird = fSecond;
                    second = u;
                    fSecond = fu;
                } else if (fu <= fThird || third == x || third == second) {
                    third = u;
                    fThird = fu;
                }
            }
        }
        return x;
    }

    /** Where the function is 0 between two places at which its signs differ, to within a tolerance. */
    static double root(DoubleUnaryOperator function, double from, double to, double tolerance) {
        double a = from;
        double b = to;
        double fa = function.applyAsDouble(a);
        double fb = function.applyAsDouble(b);
        double c = a;
        double fc = fa;
        for (int i = 0; i < MOST_STEPS; i++) {
            double previous = b - a;
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double least = 2 * ROUNDING * Math.abs(b) + tolerance / 2;
            double step = (c - b) / 2;
            if (Math.abs(step) <= least || fb == 0) {
                break;
            }
            if (Math.abs(previous) >= least && Math.abs(fa) > Math.abs(fb)) {
                step = interpolated(a, b, c, fa, fb, fc, previous, least, step);
            }
            step = Math.abs(step) < least ? Math.copySign(least, step) : step;
            a = b;
            fa = fb;
            b += step;
            fb = function.applyAsDouble(b);
            if (fb > 0 == fc > 0) {
                c = a;
                fc = fa;
            }
        }
        return b;
    }

    private static double interpolated(
            double a, double b, double c, double fa, double fb, double fc, double previous, double least, double half) {
        double across = c - b;
        double p;
        double q;
        if (a == c) {
            double ratio = fb / fa;
            p = across * ratio;
            q = 1 - ratio;
        } else {
            double k = fa / fc;
            double l = fb / fc;
            double m = fb / fa;
            p = m * (across * k * (k - l) - (b - a) * (l - 1));
            q = (k - 1) * (l - 1) * (m - 1);
        }
        if (p > 0) {
            q = -q;
        } else {
            p = -p;
        }
        boolean inside = p < 0.75 * across * q - Math.abs(least * q) / 2 && p < Math.abs(previous * q / 2);
        return inside ? p / q : half;
    }
}
