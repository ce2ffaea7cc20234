package se.lageskarta.service.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What a coordinator decides about a report, as a whole.
 *
 * @param state what becomes of it
 * @param forwardedTo the organisation it was sent on to, at most 120 characters; needed when it was
 * @param answer what the reporter is told, at most 2,000 characters; needed when nothing will be done
 * @param type code of the taxonomy, which a coordinator may set right
 * @param place where, which a coordinator may set right
 * @param duplicateOf number of the report about the same thing; needed for a duplicate and for nothing else
 * @param measureId number of the measure made of it; null for none
 * @param counted true when it is to count as an incident
 */
public record Handling(
        ReportState state,
        String forwardedTo,
        String answer,
        String type,
        ReportPlace place,
        @Nullable Long duplicateOf,
        @Nullable Long measureId,
        boolean counted) {
    private static final int LONGEST_ORGANISATION = 120;
    private static final int LONGEST_ANSWER = 2_000;

    /** @throws RefusedRequestException with every fault at once, so that a form can mark all of them */
    public Handling {
        forwardedTo = forwardedTo.strip();
        answer = answer.strip();
        type = type.strip();
        List<FieldFault> faults = new ArrayList<>();
        if (!ReportState.DECIDED.contains(state)) {
            String allowed = ReportState.codes(ReportState.DECIDED);
            faults.add(FieldFault.of("state", state.code(), "report.state.unknown", allowed));
        }
        addText("forwardedTo", forwardedTo, LONGEST_ORGANISATION, faults);
        addText("answer", answer, LONGEST_ANSWER, faults);
        if (state == ReportState.FORWARDED && forwardedTo.isEmpty()) {
            faults.add(FieldFault.of("forwardedTo", "", "report.forwarded.whom"));
        }
        if (state == ReportState.NOT_FIXED && answer.isEmpty()) {
            faults.add(FieldFault.of("answer", "", "report.not-fixed.why"));
        }
        if ((state == ReportState.DUPLICATE) != (duplicateOf != null)) {
            faults.add(FieldFault.of("duplicateOf", "", "report.duplicate.which"));
        }
        if (state == ReportState.DUPLICATE && counted) {
            faults.add(FieldFault.of("counted", "true", "report.counted.duplicate"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
    }

    private static void addText(String field, String text, int longest, List<FieldFault> faults) {
        if (text.length() > longest || ReportText.isUnstorable(text)) {
            faults.add(FieldFault.of(field, text, "report.text", longest));
        }
    }
}
