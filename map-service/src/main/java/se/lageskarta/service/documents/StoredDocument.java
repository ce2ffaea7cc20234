package se.lageskarta.service.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is kept: a draft that changes, then what was approved.
 *
 * @param plan what people wrote; changed no more once approved
 * @param approved when it was approved; null for a draft
 */
record StoredDocument(DocumentPlan plan, @Nullable Approved approved) {
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /**
     * The approval.
     *
     * @param elsewhere true for one that was decided before or beside this installation, and has no files here
     * @param files what was frozen
     */
    record Approved(Instant at, String by, boolean elsewhere, List<FrozenFile> files) {
        Approved {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /** A file with the SHA-256 of its bytes, hexadecimal. */
    record FrozenFile(String form, String name, String sha256, int bytes) {}

    /** The day from which the next one is counted: that of the decision, or else of the approval. */
    @Nullable
    LocalDate countsFrom() {
        if (approved == null) {
            return null;
        }
        LocalDate decided = plan.decidedOn();
        return decided == null ? approved.at().atZone(SWEDEN).toLocalDate() : decided;
    }
}
