package se.lageskarta.service.evidence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hides small counts in a mix from those who may not see single incidents (röjandekontroll). Counts of 1 to 4 are left
 * out; when that is only one, the smallest of the others too, or subtraction from the total would tell it.
 */
public final class Mask {
    /** Statistics Sweden's and the national crime council's usual floor for open tables. */
    public static final int LEAST = 5;

    private static final double SHARE_STEPS = 20;

    private Mask() {}

    /** The counts that may be shown, null for the rest; a new array in the same order. */
    public static @Nullable Integer[] shown(int[] counts) {
        boolean[] hidden = new boolean[counts.length];
        int howMany = 0;
        for (int i = 0; i < counts.length; i++) {
            hidden[i] = counts[i] > 0 && counts[i] < LEAST;
            howMany += hidden[i] ? 1 : 0;
        }
        if (howMany == 1) {
            hideSmallestShown(counts, hidden);
        }
        @Nullable Integer[] shown = new @Nullable Integer[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shown[i] = hidden[i] ? null : Integer.valueOf(counts[i]);
        }
        return shown;
    }

    /** All counts as they are. */
    public static @Nullable Integer[] all(int[] counts) {
        return Arrays.stream(counts).boxed().toArray(Integer[]::new);
    }

    /**
     * A count to the nearest five, for those who may not see single incidents: two of them that differ by one to four are told
     * alike or five apart. Null below {@value #LEAST}, nought included: nobody can tell few from none.
     */
    public static @Nullable Integer about(@Nullable Integer count) {
        return count == null || count < LEAST ? null : Integer.valueOf(LEAST * Math.round(count / (float) LEAST));
    }

    /**
     * Parts of a whole to the nearest five; those left out never sum up to one to four.
     *
     * @param whole what the parts and anything not among them sum up to
     */
    public static @Nullable Integer[] about(int[] parts, int whole) {
        @Nullable CountBand[] bands = CountBand.of(parts, whole);
        @Nullable Integer[] told = new @Nullable Integer[parts.length];
        for (int i = 0; i < parts.length; i++) {
            told[i] = bands[i] == null ? null : about(parts[i]);
        }
        return told;
    }

    /** A share in steps of five hundredths. */
    public static @Nullable Double about(@Nullable Double share) {
        return share == null ? null : Double.valueOf(Math.rint(share * SHARE_STEPS) / SHARE_STEPS);
    }

    private static void hideSmallestShown(int[] counts, boolean[] hidden) {
        int smallest = -1;
        for (int i = 0; i < counts.length; i++) {
            if (!hidden[i] && counts[i] > 0 && (smallest < 0 || counts[i] < counts[smallest])) {
                smallest = i;
            }
        }
        if (smallest >= 0) {
            hidden[smallest] = true;
        }
    }
}
