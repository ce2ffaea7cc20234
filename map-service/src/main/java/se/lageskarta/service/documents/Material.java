package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a document is composed from.
 *
 * @param plan what people wrote
 * @param picture the frozen picture; empty when there is none, or nobody chose one
 * @param today the municipality's day
 * @param lines how many measures and decisions a short paper may list
 */
record Material(DocumentPlan plan, Wording words, Optional<PictureFacts> picture, LocalDate today, Lines lines) {
    /** How many lines a list may have where there is little room. */
    record Lines(int measures, int decisions) {}

    boolean isWithin(LocalDate day) {
        return !day.isBefore(plan.first()) && !day.isAfter(plan.last());
    }
}
