package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a document is composed from.
 *
 * @param plan what people wrote
 * @param picture the frozen picture; empty when there is none, or nobody chose one
 * @param today the municipality's day
 */
record Material(DocumentPlan plan, Wording words, Optional<PictureFacts> picture, LocalDate today) {
    boolean isWithin(LocalDate day) {
        return !day.isBefore(plan.first()) && !day.isAfter(plan.last());
    }
}
