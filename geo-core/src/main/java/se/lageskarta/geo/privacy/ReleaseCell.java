package se.lageskarta.geo.privacy;

import org.jspecify.annotations.Nullable;

/**
 * One series in one area, or in the whole municipality.
 *
 * @param area place in the areas; {@link #WHOLE} for the municipality
 * @param series place in the series
 * @param count the exact count; a hidden one is for the judge alone and shown to nobody
 * @param told what may be told: the count, with its noise if there is any; 0 when hidden
 * @param why null when it may be told
 * @param kept true when it has been told before and keeps its number
 */
public record ReleaseCell(
        int area,
        int series,
        long count,
        long told,
        @Nullable WhyHidden why,
        boolean kept) {
    /** The whole municipality. */
    public static final int WHOLE = -1;

    public boolean isTold() {
        return why == null;
    }
}
