package se.lageskarta.service.meetings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting shows and prints of a picture of the situation.
 *
 * @param month such as {@code 2026-10}
 * @param hash of the data it was made from
 * @param invented true when it shows invented data
 * @param types counts against what was expected
 * @param spots hotspots in the order of their weight
 */
record PictureSeen(long id, String month, String hash, boolean invented, List<TypeLine> types, List<SpotLine> spots) {
    PictureSeen {
        types = List.copyOf(types);
        spots = List.copyOf(spots);
    }

    /** Incidents of one type in the month; numbers are null where they are too few to be told. */
    record TypeLine(
            String code,
            String sv,
            String en,
            @Nullable Integer count,
            @Nullable Double expected,
            @Nullable Double low,
            @Nullable Double high,
            String status) {}

    /**
     * A hotspot of the month.
     *
     * @param spotId null when it has no identity yet
     */
    record SpotLine(
            @Nullable Long spotId,
            String name,
            String status,
            @Nullable Integer count) {}
}
