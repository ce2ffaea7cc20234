package se.lageskarta.service.pictures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.evidence.Mask;

/**
 * An area in the ranking: how great the need is, how much can be influenced, and the two together.
 *
 * @param id what registers call it
 * @param name as people know it
 * @param kind district, or spot when no districts have been read in
 * @param counted its incidents in the twelve months against the same months of earlier years
 * @param share of the incidents of all areas, 0 to 1
 * @param shareLow lower end of the exact 95 % interval
 * @param shareHigh upper end
 * @param level more, as or less than an area has on average, by an exact test; too-few when there are too few in all
 * @param people who feel unsafe there
 * @param unsafety as {@code level}, of the people
 * @param bestRank 1 when no area has surely more
 * @param worstRank the number of areas that do not surely have fewer, itself included
 * @param need 1 to 5: 2 as the average, 3 with surely more and 1 with surely less crime; one more each for surely more
 *     unsafety and for surely more than earlier years; null when too few
 * @param influence 1 to 5 as people judge it; null when nobody has
 * @param reason why
 * @param priority need times influence; null without either
 * @param version of what people judged, 0 for nothing
 */
record AreaLine(
        String id,
        String name,
        String kind,
        @JsonUnwrapped Counted counted,
        @Nullable Double share,
        @Nullable Double shareLow,
        @Nullable Double shareHigh,
        String level,
        @Nullable Integer people,
        String unsafety,
        int bestRank,
        int worstRank,
        @Nullable Integer need,
        @Nullable Integer influence,
        String reason,
        @Nullable Integer priority,
        long version) {
    private static final int LONGEST_SUBJECT = 100;

    /** What registers call an area of a name. */
    static String subject(String name) {
        String subject = "area:" + name.strip();
        return subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length()));
    }

    /** The same without small counts, and what they could be had from. */
    AreaLine masked() {
        Counted kept = counted.masked();
        boolean hidden = kept == Counted.HIDDEN;
        return new AreaLine(
                id,
                name,
                kind,
                kept,
                hidden ? null : Mask.about(share),
                hidden ? null : Mask.about(shareLow),
                hidden ? null : Mask.about(shareHigh),
                level,
                Mask.about(people),
                unsafety,
                bestRank,
                worstRank,
                need,
                influence,
                reason,
                priority,
                version);
    }
}
