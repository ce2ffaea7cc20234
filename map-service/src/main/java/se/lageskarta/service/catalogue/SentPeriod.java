package se.lageskarta.service.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.DatedCode;
import se.lageskarta.service.web.FieldFault;

/**
 * What somebody says that a word means during some time.
 *
 * @param code of a type
 * @param from first day such as 2024-01-01; empty for always
 * @param to last day, included; empty for still
 */
record SentPeriod(
        @Nullable String code,
        @Nullable String from,
        @Nullable String to) {
    /** More than any offence code has had meanings. */
    static final int MOST = 20;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    /** What a field of a period is called where it was written. */
    record Names(String code, String from, String to) {}

    /** @return null when something is wrong, and then faults tell what */
    @Nullable
    DatedCode read(Names names, Set<String> codes, List<FieldFault> faults) {
        int before = faults.size();
        String wanted = Objects.requireNonNullElse(code, "").strip();
        if (!codes.contains(wanted)) {
            faults.add(FieldFault.of(names.code, wanted, "word.code", String.join(", ", codes)));
        }
        LocalDate first = day(names.from, from, faults);
        LocalDate last = day(names.to, to, faults);
        if (first != null && last != null && last.isBefore(first)) {
            faults.add(FieldFault.of(names.to, last.toString(), "word.period-order", first.toString()));
        }
        return faults.size() > before ? null : new DatedCode(wanted, first, last);
    }

    private static @Nullable LocalDate day(String field, @Nullable String sent, List<FieldFault> faults) {
        String text = Objects.requireNonNullElse(sent, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // told below, as a day no file has is
        }
        faults.add(FieldFault.of(field, text, "word.period-day"));
        return null;
    }

    /** The periods that share a day with one before them in the list. */
    static List<Integer> overlapping(List<DatedCode> periods) {
        List<Integer> found = new ArrayList<>();
        for (int i = 1; i < periods.size(); i++) {
            if (periods.subList(0, i).stream().anyMatch(periods.get(i)::overlaps)) {
                found.add(i);
            }
        }
        return found;
    }
}
