package se.lageskarta.geo.stats;

import java.util.Locale;

/**
 * Where a place stands when recorded crime and reported unsafety are looked at side by side and never added: both
 * high, one of them, or neither.
 */
public enum FourField {
    HIGH_HIGH,
    HIGH_LOW,
    LOW_HIGH,
    LOW_LOW;

    /** @param crime whether crime is high */
    public static FourField of(boolean crime, boolean unsafety) {
        if (crime) {
            return unsafety ? HIGH_HIGH : HIGH_LOW;
        }
        return unsafety ? LOW_HIGH : LOW_LOW;
    }

    /** Crime first, then unsafety: {@code high-low} is much crime and little unsafety. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
