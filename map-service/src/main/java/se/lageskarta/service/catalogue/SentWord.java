package se.lageskarta.service.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.DatedCode;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What somebody says that a word means.
 *
 * @param code of a type, for all times; empty to say nothing about the word here any more, or when periods are given
 * @param periods when it means what; absent or empty when it always means the same
 * @param applyToExisting true when incidents that are here already get the type too
 */
record SentWord(
        @Nullable String word,
        @Nullable String code,
        @Nullable List<@Nullable SentPeriod> periods,
        @Nullable Boolean applyToExisting) {
    static final int LONGEST_WORD = 200;

    /** @param meanings all that the word means from now on, the earliest first; empty when nothing is said */
    record Read(String word, List<DatedCode> meanings, boolean applyToExisting) {}

    /** @throws RefusedRequestException naming every field that cannot be accepted */
    Read read(IncidentTypes types) {
        List<FieldFault> faults = new ArrayList<>();
        String said = Objects.requireNonNullElse(word, "").strip();
        if (!canBeSaid(said)) {
            faults.add(FieldFault.of("word", said, "word.word", LONGEST_WORD));
        }
        String wanted = Objects.requireNonNullElse(code, "").strip();
        if (!wanted.isEmpty() && !types.codes().contains(wanted)) {
            faults.add(FieldFault.of("code", wanted, "word.code", String.join(", ", types.codes())));
        }
        List<DatedCode> meanings = periods == null || periods.isEmpty()
                ? wanted.isEmpty() ? List.of() : List.of(DatedCode.always(wanted))
                : readPeriods(periods, wanted, types, faults);
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        return new Read(said, meanings, Boolean.TRUE.equals(applyToExisting));
    }

    static boolean canBeSaid(String word) {
        return !SourceTypes.fold(word).isEmpty()
                && word.length() <= LONGEST_WORD
                && word.chars().noneMatch(c -> c < ' ');
    }

    private static List<DatedCode> readPeriods(
            List<@Nullable SentPeriod> sent, String wanted, IncidentTypes types, List<FieldFault> faults) {
        if (!wanted.isEmpty()) {
            faults.add(FieldFault.of("code", wanted, "word.code-and-periods"));
        }
        if (sent.size() > SentPeriod.MOST) {
            faults.add(FieldFault.of("periods", Integer.toString(sent.size()), "word.periods-many", SentPeriod.MOST));
            return List.of();
        }
        List<DatedCode> read = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String at = "periods." + i;
            SentPeriod period = sent.get(i);
            DatedCode one = period == null
                    ? null
                    : period.read(new SentPeriod.Names(at + ".code", at + ".from", at + ".to"), types.codes(), faults);
            if (one != null) {
                read.add(one);
            } else if (period == null) {
                faults.add(FieldFault.of(at, "null", "word.code", String.join(", ", types.codes())));
            }
        }
        if (faults.isEmpty()) {
            SentPeriod.overlapping(read)
                    .forEach(i -> faults.add(FieldFault.of(
                            "periods." + i + ".from",
                            Objects.toString(read.get(i).from(), ""),
                            "word.period-overlaps")));
        }
        return DatedCode.inOrder(read);
    }
}
