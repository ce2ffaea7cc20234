package se.lageskarta.geo.hotspot;

import java.util.Locale;
import se.lageskarta.geo.stats.PoissonComparison;

/** How a spot stands in a month, in a word; {@link #code()} is how it is written in files. */
public enum SpotStatus {
    /** Ny: never seen before. */
    NEW,
    /** Växande: there before, and certainly more than in the years before. */
    GROWING,
    /** Kvarstår: there before, and no sure change. */
    PERSISTENT,
    /** Avtar: there before, and certainly fewer than in the years before, yet still a hotspot. */
    FADING,
    /** Upphört: no hotspot any more. */
    GONE,
    /** Återkommande: seen earlier, gone since, and here again. */
    RETURNED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The word for a month.
     *
     * <p>Growing and fading are only said when the exact test says so: {@link PoissonComparison}, with {@code GROWING} and
     * {@code NEW} (more than before, hardly anything expected) for the one and {@code FADING} and {@code GONE} for the
     * other. Without history, or with too few for the test, a spot that was there before persists.
     *
     * @param seen true when one of the month's hotspots is this spot
     * @param seenBefore true when it was seen in any month before
     * @param missedSince true when a month after it was last seen has been looked through without finding it
     * @param trend the month's comparison with earlier years
     */
    public static SpotStatus of(boolean seen, boolean seenBefore, boolean missedSince, PoissonComparison.Status trend) {
        if (!seen) {
            return GONE;
        }
        if (!seenBefore) {
            return NEW;
        }
        if (missedSince) {
            return RETURNED;
        }
        return switch (trend) {
            case NEW, GROWING -> GROWING;
            case FADING, GONE -> FADING;
            default -> PERSISTENT;
        };
    }
}
