package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.WindowBandwidth;

/**
 * How far a density smooths: chosen, the fixed default, or the likeliest by cross-validation.
 *
 * @param metres bandwidth of the kernel
 */
record ChosenBandwidth(double metres, boolean automatic, Words why) {
    /** Reach of the quartic kernel in a town: small enough for two places a block or two apart to stay two. */
    static final double QUARTIC_METRES = 200;

    /** Cross-validation looks at no more incidents than these. */
    static final int LIKELIHOOD_ROWS = 4_000;

    static final Setting BANDWIDTH = Setting.number("bandwidth", "m", 5, 50_000);
    static final Setting RULE = Setting.word("rule", java.util.List.of("fixed", "likelihood"));

    static ChosenBandwidth of(Chosen chosen, Kernel kernel, double[] x, double[] y, @Nullable Geometry boundary) {
        Double own = chosen.number("bandwidth");
        if (own != null) {
            return new ChosenBandwidth(own, false, new Words("Vald.", "Chosen."));
        }
        if (chosen.word("rule", "fixed").equals("likelihood")) {
            double likeliest = likelihood(x, y, boundary) / kernel.sigma();
            return new ChosenBandwidth(
                    likeliest,
                    true,
                    new Words(
                            "Den som bäst förutsäger varje händelse ur de andra (likelihood-korsvalidering).",
                            "The one that foretells each incident best from the others (likelihood"
                                    + " cross-validation)."));
        }
        return new ChosenBandwidth(
                fixed(kernel),
                true,
                new Words(
                        "Samma för alla perioder, så att kartor går att jämföra; jämnar ut som 200 m med kvartisk kärna,"
                                + " ungefär ett kvarter åt varje håll.",
                        "The same for all periods, so that maps can be compared; smooths as 200 m of a quartic kernel,"
                                + " about a block each way."));
    }

    /** The fixed bandwidth: for every kernel as smooth as the quartic. */
    static double fixed(Kernel kernel) {
        return kernel == Kernel.QUARTIC
                ? QUARTIC_METRES
                : Math.rint(QUARTIC_METRES * Kernel.QUARTIC.sigma() / kernel.sigma());
    }

    /** Standard deviation, metres; of some when they are many, narrowed to what all would get. */
    static double likelihood(double[] x, double[] y, @Nullable Geometry boundary) {
        double[][] some = some(x, y, LIKELIHOOD_ROWS);
        Geometry window = boundary == null ? WindowBandwidth.boxOf(x, y) : boundary;
        return new WindowBandwidth(some[0], some[1], window).likelihood()
                * Math.pow((double) some[0].length / x.length, 1 / 6.0);
    }

    /** Every k-th point from west to east, whatever the order of the rows, so that at most so many are left. */
    static double[][] some(double[] x, double[] y, int most) {
        if (x.length <= most) {
            return new double[][] {x, y};
        }
        int every = (x.length - 1) / most + 1;
        int[] rows = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] taken = IntStream.range(0, (rows.length + every - 1) / every)
                .map(i -> rows[i * every])
                .toArray();
        return new double[][] {
            Arrays.stream(taken).mapToDouble(i -> x[i]).toArray(),
            Arrays.stream(taken).mapToDouble(i -> y[i]).toArray()
        };
    }

    /** True when a window is there to tell apart: an area, not a line or a point. */
    static boolean hasExtent(double[] x, double[] y) {
        return x.length > 1 && WindowBandwidth.boxOf(x, y).getDimension() == 2;
    }

    static String metres(double metres) {
        return String.format(Locale.ROOT, "%.0f m", metres);
    }
}
