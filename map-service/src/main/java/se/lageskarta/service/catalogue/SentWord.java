package se.lageskarta.service.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What somebody says that a word means.
 *
 * @param code of a type; empty to say nothing about the word here any more
 * @param applyToExisting true when incidents that are here already get the type too
 */
record SentWord(
        @Nullable String word,
        @Nullable String code,
        @Nullable Boolean applyToExisting) {
    private static final int LONGEST_WORD = 200;

    /** @param codeToGive the type that incidents of the word have from now on */
    record Read(String word, String code, String codeToGive, boolean applyToExisting) {}

    /** @throws RefusedRequestException naming every field that cannot be accepted */
    Read read(IncidentTypes types) {
        List<FieldFault> faults = new ArrayList<>();
        String said = Objects.requireNonNullElse(word, "").strip();
        if (SourceTypes.fold(said).isEmpty() || said.length() > LONGEST_WORD) {
            faults.add(FieldFault.of("word", said, "word.word", LONGEST_WORD));
        }
        String wanted = Objects.requireNonNullElse(code, "").strip();
        if (!wanted.isEmpty() && !types.codes().contains(wanted)) {
            faults.add(FieldFault.of("code", wanted, "word.code", String.join(", ", types.codes())));
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        String shipped = SourceTypes.shipped().codeOf(said);
        String give = !wanted.isEmpty() ? wanted : Objects.requireNonNullElse(shipped, SourceTypes.OTHER);
        return new Read(said, wanted, give, Boolean.TRUE.equals(applyToExisting));
    }
}
