package se.lageskarta.service.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is told of a count who may not see single incidents: between which numbers it lies. Bands end at 1, 2 and 5 times
 * a power of ten, so the narrowest holds five numbers: whatever is subtracted from whatever, one to four are never proven.
 *
 * @param from least count of the band
 * @param to greatest count of the band
 */
public record CountBand(int from, int to) {
    private static final int[] STEPS = {2, 5, 10};

    /** The band of a count; null below {@value Mask#LEAST}, nought included: nobody can tell few from none. */
    public static @Nullable CountBand of(int count) {
        if (count < Mask.LEAST) {
            return null;
        }
        long from = Mask.LEAST;
        for (long ten = 1; ; ten *= 10) {
            for (int step : STEPS) {
                long next = ten * step;
                if (next > count) {
                    return new CountBand((int) from, (int) Math.min(Integer.MAX_VALUE, next - 1));
                }
                from = Math.max(from, next);
            }
        }
    }

    /**
     * The bands of parts of a whole whose own band is told. Where what is left out sums up to one to four, the smallest part
     * that would be told is left out with it, so that the rest is never known to be a small group.
     *
     * @param parts counts, in any order
     * @param whole what they and anything not among them sum up to, at least their sum
     * @return in their order; null where nothing is told
     */
    public static @Nullable CountBand[] of(int[] parts, int whole) {
        @Nullable CountBand[] told = new @Nullable CountBand[parts.length];
        int rest = whole;
        for (int i = 0; i < parts.length; i++) {
            told[i] = of(parts[i]);
            rest -= told[i] == null ? 0 : parts[i];
        }
        while (rest > 0 && rest < Mask.LEAST) {
            int smallest = -1;
            for (int i = 0; i < parts.length; i++) {
                if (told[i] != null && (smallest < 0 || parts[i] < parts[smallest])) {
                    smallest = i;
                }
            }
            if (smallest < 0) {
                return told;
            }
            told[smallest] = null;
            rest += parts[smallest];
        }
        return told;
    }

    /** As it is written in tiles and files: {@code 10-19}. */
    public String code() {
        return from + "-" + to;
    }
}
