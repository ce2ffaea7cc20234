package se.lageskarta.service.storage;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a dataset is here.
 *
 * @param legalNote the ground on which it was given and may be used, in words; may be empty
 * @param visibleTo roles that may see its rows; empty for everybody whose role lets them see rows of its kind
 * @param coversFrom first day that the source says it covers; null when not told
 * @param coversTo last day that the source says it covers; null when not told
 * @param version how many times the terms have been saved, from 1
 */
public record DatasetTerms(
        String legalNote,
        SortedSet<String> visibleTo,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        long version) {
    /** Nothing said. */
    public static final DatasetTerms NONE = new DatasetTerms("", new TreeSet<>(), null, null, 1);

    public DatasetTerms {
        if (coversFrom != null && coversTo != null && coversTo.isBefore(coversFrom)) {
            throw new IllegalArgumentException("coversTo is " + coversTo + ", but must not be before " + coversFrom);
        }
        visibleTo = new TreeSet<>(visibleTo);
    }

    /** True when somebody with one of these roles may see the rows, as far as the terms go. */
    public boolean letsSee(Set<String> roles) {
        return visibleTo.isEmpty() || roles.stream().anyMatch(visibleTo::contains);
    }
}
