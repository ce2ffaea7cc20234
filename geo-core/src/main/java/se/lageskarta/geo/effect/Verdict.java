package se.lageskarta.geo.effect;

import java.util.Locale;

/** What may be said of a measure. */
public enum Verdict {
    /** Fewer incidents than the comparison makes one expect, surely. */
    DECREASE,
    /** The interval holds "no change". */
    NO_SURE_CHANGE,
    /** More than expected, surely. */
    INCREASE,
    /** Too few incidents to say anything. */
    TOO_FEW;

    /** The word used in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
