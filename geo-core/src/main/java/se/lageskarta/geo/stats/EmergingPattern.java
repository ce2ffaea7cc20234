package se.lageskarta.geo.stats;

/**
 * What the story of one place is: hot or cold, since when, how steadily and whether more so (Esri's seventeen
 * categories of emerging hot spot analysis, by their published wording).
 *
 * <p>A step is hot or cold when its z is significant. With the last step hot: <em>new</em> when it is the only
 * hot one; <em>consecutive</em> when a run of two or more ends there, nothing was hot before and under 90 % of
 * steps are hot; with 90 % or more hot <em>intensifying</em>, <em>diminishing</em> or <em>persistent</em> by the
 * trend of z; otherwise <em>sporadic</em>, or <em>oscillating</em> when it was ever cold. With the last step
 * not hot: <em>historical</em> when 90 % or more were. Cold mirrored. Hot is looked for first.
 */
public enum EmergingPattern {
    NO_PATTERN("no pattern detected", 0),
    NEW_HOT("new hot spot", 1),
    CONSECUTIVE_HOT("consecutive hot spot", 1),
    INTENSIFYING_HOT("intensifying hot spot", 1),
    PERSISTENT_HOT("persistent hot spot", 1),
    DIMINISHING_HOT("diminishing hot spot", 1),
    SPORADIC_HOT("sporadic hot spot", 1),
    OSCILLATING_HOT("oscillating hot spot", 1),
    HISTORICAL_HOT("historical hot spot", 1),
    NEW_COLD("new cold spot", -1),
    CONSECUTIVE_COLD("consecutive cold spot", -1),
    INTENSIFYING_COLD("intensifying cold spot", -1),
    PERSISTENT_COLD("persistent cold spot", -1),
    DIMINISHING_COLD("diminishing cold spot", -1),
    SPORADIC_COLD("sporadic cold spot", -1),
    OSCILLATING_COLD("oscillating cold spot", -1),
    HISTORICAL_COLD("historical cold spot", -1);

    private final String words;
    private final int side;

    EmergingPattern(String words, int side) {
        this.words = words;
        this.side = side;
    }

    /** As Esri writes it: "new hot spot". */
    public String words() {
        return words;
    }

    /** 1 for a hot pattern, −1 for a cold one, 0 for none. */
    public int side() {
        return side;
    }

    /**
     * @param steps oldest first: above 0 hot, below 0 cold, 0 neither; 1 or more
     * @param trend 1 when z rises significantly, −1 when it falls, else 0
     */
    public static EmergingPattern of(int[] steps, int trend) {
        if (steps.length == 0) {
            throw new IllegalArgumentException("steps has 0 values, but must have 1 or more");
        }
        int hot = position(steps, 1, trend);
        if (hot > 0) {
            return values()[hot];
        }
        int[] mirrored = new int[steps.length];
        for (int i = 0; i < steps.length; i++) {
            mirrored[i] = -steps[i];
        }
        int cold = position(mirrored, 1, -trend);
        return cold == 0 ? NO_PATTERN : values()[NEW_COLD.ordinal() + cold - 1];
    }

    /** Place of the hot pattern in the list, 0 for none. */
    private static int position(int[] steps, int side, int trend) {
        int n = steps.length;
        int count = 0;
        boolean opposite = false;
        for (int step : steps) {
            count += Integer.signum(step) == side ? 1 : 0;
            opposite |= Integer.signum(step) == -side;
        }
        boolean steady = 10L * count >= 9L * n;
        if (Integer.signum(steps[n - 1]) != side) {
            return steady && count > 0 ? HISTORICAL_HOT.ordinal() : 0;
        }
        int run = 0;
        while (run < n && Integer.signum(steps[n - 1 - run]) == side) {
            run++;
        }
        if (count == 1) {
            return NEW_HOT.ordinal();
        }
        if (run == count && !steady) {
            return CONSECUTIVE_HOT.ordinal();
        }
        if (steady) {
            return (trend > 0 ? INTENSIFYING_HOT : trend < 0 ? DIMINISHING_HOT : PERSISTENT_HOT).ordinal();
        }
        return (opposite ? OSCILLATING_HOT : SPORADIC_HOT).ordinal();
    }
}
