package se.lageskarta.service.publications;

import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * A measure that somebody chose to tell of.
 *
 * @param id number of the measure
 * @param promise what the municipality promises with it, at most 300 characters
 * @param promiseEn the same in English; empty when nobody has translated it
 * @param showPlace true when the map shows where it is
 */
record ToldMeasure(
        @Nullable Long id,
        @Nullable String promise,
        @Nullable String promiseEn,
        @Nullable Boolean showPlace) {
    private static final int MAX_PROMISE = 300;

    ToldMeasure read(Written written, int index) {
        String field = "measures[" + index + "].";
        if (id == null) {
            written.fault(field + "id", "", "written.missing");
        }
        return new ToldMeasure(
                id,
                written.text(field + "promise", promise, 0, MAX_PROMISE),
                written.text(field + "promiseEn", promiseEn, 0, MAX_PROMISE),
                Boolean.TRUE.equals(showPlace));
    }

    long number() {
        return java.util.Objects.requireNonNull(id);
    }

    String words() {
        return promise == null ? "" : promise;
    }

    /** Null when nobody has translated them. */
    @Nullable
    String wordsInEnglish() {
        return promiseEn == null || promiseEn.isBlank() ? null : promiseEn;
    }

    boolean showsPlace() {
        return Boolean.TRUE.equals(showPlace);
    }
}
