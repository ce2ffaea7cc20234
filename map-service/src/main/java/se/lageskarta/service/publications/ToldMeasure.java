package se.lageskarta.service.publications;

import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * A measure that somebody chose to tell of.
 *
 * @param id number of the measure
 * @param promise what the municipality promises with it, at most 300 characters
 * @param showPlace true when the map shows where it is
 */
record ToldMeasure(
        @Nullable Long id,
        @Nullable String promise,
        @Nullable Boolean showPlace) {
    private static final int MAX_PROMISE = 300;

    ToldMeasure read(Written written, int index) {
        String field = "measures[" + index + "].";
        if (id == null) {
            written.fault(field + "id", "", "written.missing");
        }
        return new ToldMeasure(
                id, written.text(field + "promise", promise, 0, MAX_PROMISE), Boolean.TRUE.equals(showPlace));
    }

    long number() {
        return java.util.Objects.requireNonNull(id);
    }

    String words() {
        return promise == null ? "" : promise;
    }

    boolean showsPlace() {
        return Boolean.TRUE.equals(showPlace);
    }
}
