package se.lageskarta.geo.analysis;

import java.util.Locale;

/** What an analysis answers; groups the list that a person chooses from. */
public enum Topic {
    /** Where it gathers. */
    WHERE,
    /** When it happens, and whether it grows. */
    WHEN,
    /** Where and when together: alarms, near repeats, places that emerge. */
    WHERE_AND_WHEN,
    /** Whether the map can be trusted. */
    CHECK,
    /** Whether a measure helped. */
    EFFECT;

    /** The word used in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
