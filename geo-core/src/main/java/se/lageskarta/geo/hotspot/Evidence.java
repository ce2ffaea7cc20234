package se.lageskarta.geo.hotspot;

import java.util.Locale;

/** Which stream speaks for a hotspot. */
public enum Evidence {
    /** Recorded incidents. */
    CRIME,
    /** Marks of unsafe places in a survey. */
    UNSAFETY,
    /** A hotspot of the other stream overlaps this one. */
    BOTH;

    /** As it is written in files and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
