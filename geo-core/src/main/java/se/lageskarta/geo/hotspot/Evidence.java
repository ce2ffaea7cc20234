package se.lageskarta.geo.hotspot;

import java.util.List;
import java.util.Locale;

/** Which stream speaks for a hotspot. */
public enum Evidence {
    /** Recorded crime. */
    CRIME,
    /** Disorder, and faults in the surroundings. */
    DISORDER,
    /** Marks of unsafe places in a survey. */
    UNSAFETY,
    /** A hotspot of crime and one of unsafety overlap. */
    BOTH;

    /** Those that hotspots are of, in the order they are told. */
    public static final List<Evidence> STREAMS = List.of(CRIME, DISORDER, UNSAFETY);

    /** True when a hotspot of one and a hotspot of the other at the same place are {@link #BOTH}. */
    public boolean speaksWith(Evidence other) {
        return this == CRIME && other == UNSAFETY || this == UNSAFETY && other == CRIME;
    }

    /** As it is written in files and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
