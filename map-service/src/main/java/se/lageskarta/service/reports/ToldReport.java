package se.lageskarta.service.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is told. Its reporter is told what concerns the report itself; the EST group is told the rest as well.
 *
 * @param id number, also the reporter's receipt
 * @param key what the sender's device called it; for its reporter only
 * @param when minute or day
 * @param state what has become of it; of a merged one what has become of the one that stands for it
 * @param merged true when it has been joined with another report
 * @param changeable true while its reporter may change it
 * @param handling what only those who handle it see; null for its reporter
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ToldReport(
        long id,
        long version,
        @Nullable String key,
        String type,
        String words,
        Place place,
        String when,
        String state,
        boolean merged,
        String forwardedTo,
        String answer,
        @Nullable Instant answeredAt,
        Instant receivedAt,
        boolean erased,
        boolean invented,
        boolean changeable,
        List<ReportPhotos.Told> photos,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Desk handling) {

    /** Where, as {@link ReportPlace}. */
    record Place(
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Double accuracyMetres,
            String words) {}

    /**
     * What those who handle reports see besides.
     *
     * @param ownState what was decided about this very report
     * @param masked codes of the personal data that were masked
     * @param duplicateOf number of the report that stands for it; null when it stands for itself
     * @param duplicates numbers of the reports it stands for
     * @param near reports that may be about the same thing
     * @param countable true when its type may count among the incidents
     * @param counted true while it does
     */
    record Desk(
            String ownState,
            String organisation,
            List<String> masked,
            @Nullable Long duplicateOf,
            List<Long> duplicates,
            List<Near> near,
            @Nullable Long measureId,
            boolean countable,
            boolean counted,
            Instant updatedAt,
            String updatedBy) {}

    /** A report that may be about the same thing. */
    record Near(long id, String type, long metres, String when, String state) {
        static Near of(NearbyReports.Near near) {
            Report report = near.report();
            return new Near(
                    report.id(),
                    report.type(),
                    Math.round(near.metres()),
                    ReportTime.write(report.when()),
                    report.state().code());
        }
    }
}
