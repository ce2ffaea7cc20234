package se.lageskarta.service.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import se.lageskarta.geo.read.DatedCode;
import se.lageskarta.geo.read.SourceTypes;

/**
 * What one word means here.
 *
 * @param folded the word as it is compared
 * @param word as it was written
 * @param code of a type, for all times; empty when nothing is said about the word here any more, or periods are
 * @param periods when it means what, the earliest first, none overlapping; empty when it always means the same
 * @param version how many times it has been saved, from 1; 0 when nothing has been said about it
 */
record OwnWord(String folded, String word, String code, List<DatedCode> periods, long version) {
    OwnWord {
        periods = List.copyOf(periods);
        if (!periods.isEmpty() && !code.isEmpty()) {
            throw new IllegalArgumentException("code is " + code + ", but must be empty when periods are given");
        }
    }

    /** A word about which nothing has been said. */
    static OwnWord unsaid(String word) {
        return new OwnWord(SourceTypes.fold(word), word, "", List.of(), 0);
    }

    /** The next state of a word. */
    OwnWord next(String spelling, List<DatedCode> meanings) {
        boolean always = meanings.size() == 1 && meanings.get(0).isAlways();
        return new OwnWord(
                folded,
                spelling,
                always ? meanings.get(0).code() : "",
                always ? List.of() : DatedCode.inOrder(meanings),
                version + 1);
    }

    /** All that is said of it; empty when nothing is. */
    @JsonIgnore
    List<DatedCode> meanings() {
        return code.isEmpty() ? periods : List.of(DatedCode.always(code));
    }

    @JsonIgnore
    boolean isSaid() {
        return !code.isEmpty() || !periods.isEmpty();
    }
}
