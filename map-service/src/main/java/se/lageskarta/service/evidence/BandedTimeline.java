package se.lageskarta.service.evidence;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A timeline for those who may not see single incidents: of all types and datasets of a place, month by month, which band each
 * count lies in. Months share no incident, and no sum of them is told, so that nothing comes of subtracting them.
 *
 * @param months in order
 */
record BandedTimeline(List<Month> months) {
    /**
     * One month; the counts themselves are null, and their bands too below {@value Mask#LEAST}.
     *
     * @param crime always null, as {@code unsafety}: what a count would be called is there, and empty
     */
    record Month(
            YearMonth month,
            @Nullable Integer crime,
            @Nullable CountBand crimeBand,
            @Nullable Integer disorder,
            @Nullable CountBand disorderBand,
            @Nullable Integer unsafety,
            @Nullable CountBand unsafetyBand) {}

    static BandedTimeline of(Timeline timeline) {
        return new BandedTimeline(timeline.months().stream()
                .map(month -> new Month(
                        month.month(),
                        null,
                        CountBand.of(month.crime()),
                        null,
                        CountBand.of(month.disorder()),
                        null,
                        CountBand.of(month.unsafety())))
                .toList());
    }
}
