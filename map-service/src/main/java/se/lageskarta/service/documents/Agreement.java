package se.lageskarta.service.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * A written agreement on working together (samverkansöverenskommelse).
 *
 * @param parties who, 1 to 400 characters
 * @param purpose what for, 1 to 2,000 characters
 * @param signedOn when it was signed; null while it is being written
 * @param validTo last day; null when it has none
 * @param number case number, at most 60 characters
 * @param followUpOn when it is to be followed up; null for never
 * @param note at most 2,000 characters
 */
record Agreement(
        String parties,
        String purpose,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate validTo,
        String number,
        @Nullable LocalDate followUpOn,
        String note) {
    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault at once */
    Agreement {
        Written written = new Written();
        parties = written.text("parties", parties, 1, 400);
        purpose = written.text("purpose", purpose, 1, 2_000);
        signedOn = written.day("signedOn", signedOn);
        validTo = written.day("validTo", validTo);
        number = written.text("number", number, 0, 60);
        followUpOn = written.day("followUpOn", followUpOn);
        note = written.text("note", note, 0, 2_000);
        if (signedOn != null && validTo != null && validTo.isBefore(signedOn)) {
            written.fault("validTo", validTo.toString(), "document.backwards", signedOn.toString());
        }
        written.refuseFaults();
    }
}
