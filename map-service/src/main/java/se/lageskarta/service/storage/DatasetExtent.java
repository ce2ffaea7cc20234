package se.lageskarta.service.storage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the visible rows of a dataset cover.
 *
 * @param rows how many
 * @param distinctPlaces how many different coordinates
 * @param bounds box around them, null when there are none
 * @param firstDay earliest day, null when no time is known
 * @param lastDay latest day, null when no time is known
 * @param timePrecision {@code minute}, {@code day}, {@code month} or {@code unknown}: how well most times are known
 * @param importedAt when the newest complete import ended, null when there is none
 */
public record DatasetExtent(
        long rows,
        long distinctPlaces,
        @Nullable Bounds bounds,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        String timePrecision,
        @Nullable Instant importedAt) {
    /** Nothing yet. */
    public static final DatasetExtent EMPTY = new DatasetExtent(0, 0, null, null, null, "unknown", null);

    /** Below this share of different places among rows the source has moved its rows to shared points. */
    private static final double SNAPPED_BELOW = 0.5;
    /** With fewer rows nothing can be said about it. */
    private static final int SNAPPED_FROM_ROWS = 1000;

    /** True when many rows share few places, as when a publisher snaps them to anonymous points. */
    public boolean snapped() {
        return rows >= SNAPPED_FROM_ROWS && distinctPlaces < SNAPPED_BELOW * rows;
    }
}
