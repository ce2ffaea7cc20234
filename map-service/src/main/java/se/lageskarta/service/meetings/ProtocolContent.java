package se.lageskarta.service.meetings;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a protocol says besides what people have written in it: read anew until it is approved, and kept since.
 *
 * @param picture the picture of the situation; null when there is none
 * @param earlier decisions of earlier meetings that were open
 * @param decisions decisions of this meeting
 * @param measures measures that are due before the next meeting, or overdue
 * @param followUps measures that have been carried out and not followed up
 */
record ProtocolContent(
        @Nullable PictureSeen picture,
        List<DecisionLine> earlier,
        List<DecisionLine> decisions,
        List<MeasureLine> measures,
        List<MeasureLine> followUps) {
    ProtocolContent {
        earlier = List.copyOf(earlier);
        decisions = List.copyOf(decisions);
        measures = List.copyOf(measures);
        followUps = List.copyOf(followUps);
    }

    /** A decision as it stood. */
    record DecisionLine(
            long id,
            String text,
            String owner,
            @Nullable LocalDate until,
            String state,
            String followUp,
            @Nullable Long spotId,
            @Nullable Long measureId,
            boolean overdue) {}

    /** A measure as it stood. */
    record MeasureLine(
            long id,
            String title,
            String owner,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            boolean overdue) {}
}
