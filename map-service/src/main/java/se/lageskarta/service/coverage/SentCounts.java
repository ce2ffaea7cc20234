package se.lageskarta.service.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** The table of published counts as somebody sends it: all of it, what is not in it is taken out. */
record SentCounts(@Nullable List<@Nullable Count> counts) {
    /** All types for every quarter of a century. */
    private static final int MAX_COUNTS = 20_000;

    private static final int LONGEST_SOURCE = 200;
    private static final int MAX_FAULTS = 100;

    record Count(
            @Nullable String type,
            @Nullable Integer year,
            @Nullable Integer quarter,
            @Nullable Long number,
            @Nullable String source) {}

    /** @throws RefusedRequestException naming each count that cannot be accepted, by its place in the list from 0 */
    List<PublishedCount> read(Set<String> types) {
        List<@Nullable Count> sent = Objects.requireNonNullElse(counts, List.of());
        if (sent.size() > MAX_COUNTS) {
            throw new RefusedRequestException(
                    422, List.of(FieldFault.of("counts", "" + sent.size(), "coverage.many", MAX_COUNTS)));
        }
        List<FieldFault> faults = new ArrayList<>();
        List<PublishedCount> read = new ArrayList<>();
        Set<String> items = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            PublishedCount count = read("counts." + i, sent.get(i), types, faults);
            if (count != null && !items.add(count.item())) {
                faults.add(FieldFault.of("counts." + i, count.item(), "coverage.twice"));
            } else if (count != null) {
                read.add(count);
            }
            if (faults.size() >= MAX_FAULTS) {
                break;
            }
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        return read;
    }

    private static @Nullable PublishedCount read(
            String field, @Nullable Count sent, Set<String> types, List<FieldFault> faults) {
        Count count = sent == null ? new Count(null, null, null, null, null) : sent;
        int before = faults.size();
        String type = Objects.requireNonNullElse(count.type, "").strip();
        if (!types.contains(type)) {
            faults.add(FieldFault.of(field + ".type", type, "coverage.type"));
        }
        int year = Objects.requireNonNullElse(count.year, 0);
        if (year < PublishedCount.FIRST_YEAR || year > PublishedCount.LAST_YEAR) {
            faults.add(FieldFault.of(field + ".year", "" + year, "coverage.year"));
        }
        int quarter = Objects.requireNonNullElse(count.quarter, 0);
        if (quarter < 0 || quarter > 4) {
            faults.add(FieldFault.of(field + ".quarter", "" + quarter, "coverage.quarter"));
        }
        long number = Objects.requireNonNullElse(count.number, -1L);
        if (number < 0 || number > PublishedCount.MAX_NUMBER) {
            faults.add(FieldFault.of(field + ".number", "" + number, "coverage.number"));
        }
        String source = Objects.requireNonNullElse(count.source, "").strip();
        if (source.length() > LONGEST_SOURCE) {
            faults.add(FieldFault.of(field + ".source", source, "coverage.source", LONGEST_SOURCE));
        }
        return faults.size() > before ? null : new PublishedCount(type, year, quarter, number, source);
    }
}
