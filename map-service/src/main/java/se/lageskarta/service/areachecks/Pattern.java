package se.lageskarta.service.areachecks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Season, darkness and trend of a neighbourhood. All of it is worked out from counts rounded to {@value #STEP}, and none is told
 * of a part with fewer than {@value #STEP} incidents.
 *
 * @param seasons winter (December to February), spring, summer and autumn, shares of 1 in steps of 0.05; empty when not told
 * @param darkness share that happened in the dark; null when not told
 * @param trend the last year against the years before; null when not told
 */
record Pattern(
        List<Double> seasons,
        @Nullable Share darkness,
        @Nullable Trend trend) {
    static final int STEP = 5;
    /** Incidents below which nothing is told. */
    static final int LEAST = 20;

    static final Pattern NONE = new Pattern(List.of(), null, null);

    Pattern {
        seasons = List.copyOf(seasons);
    }

    /**
     * A share with its exact 95 % interval.
     *
     * @param share 0 to 1, in steps of 0.05
     */
    record Share(double share, double low, double high) {}

    /** A ratio with its exact 95 % interval. */
    record Trend(double ratio, double low, double high) {}

    /** To the nearest {@value #STEP}. */
    static int rounded(int count) {
        return (count + STEP / 2) / STEP * STEP;
    }

    /** To the nearest twentieth. */
    static double twentieth(double share) {
        return Math.rint(share * 20) / 20;
    }

    /** To the nearest hundredth. */
    static double hundredth(double value) {
        return Math.rint(value * 100) / 100;
    }
}
