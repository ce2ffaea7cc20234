package se.lageskarta.geo.density;

import java.util.Locale;

/**
 * What to do about incidents that a boundary hides: without it, places near the edge look calmer than they
 * are, up to four times at a corner.
 */
public enum EdgeCorrection {
    /** Nothing. */
    NONE,
    /** Each value divided by the part of its kernel inside (Diggle 1985, Applied Statistics 34). */
    UNIFORM,
    /** Each incident divided by the part of its kernel inside (Jones 1993); the integral is the number of incidents. */
    DIGGLE;

    /**
     * @param name none, uniform or diggle, in any case
     * @throws IllegalArgumentException for another name
     */
    public static EdgeCorrection parse(String name) {
        for (EdgeCorrection correction : values()) {
            if (correction.name().equalsIgnoreCase(name)) {
                return correction;
            }
        }
        throw new IllegalArgumentException("edgeCorrection is '" + name + "', but must be none, uniform or diggle");
    }

    /** As it is written in files and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
