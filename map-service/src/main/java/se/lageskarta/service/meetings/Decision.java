package se.lageskarta.service.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * What was decided: who does what until when.
 *
 * @param text 1 to 1,000 characters
 * @param owner organisation that answers for it, 1 to 120 characters
 * @param until the last day; null when none was set
 * @param state {@code open}, {@code done} or {@code dropped}
 * @param followUp what has become of it, at most 2,000 characters; a dropped one must say why
 * @param meetingId where it was decided; null for between meetings
 * @param spotId the spot it is about; null for none
 * @param measureId the measure it is about; null for none
 * @param newOrganisations the owner when nobody had used it before and it was meant
 */
record Decision(
        String text,
        String owner,
        @Nullable LocalDate until,
        String state,
        String followUp,
        @Nullable Long meetingId,
        @Nullable Long spotId,
        @Nullable Long measureId,
        List<String> newOrganisations) {
    static final String OPEN = "open";
    static final Set<String> STATES = Set.of(OPEN, "done", "dropped");

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_FOLLOW_UP = 2_000;

    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault at once */
    Decision {
        Written written = new Written();
        text = written.text("text", text, 1, MAX_TEXT);
        owner = written.text("owner", owner, 1, MeetingPlan.MAX_NAME);
        until = written.day("until", until);
        state = written.word("state", state, OPEN, STATES);
        followUp = written.text("followUp", followUp, 0, MAX_FOLLOW_UP);
        if (state.equals("dropped") && followUp.isEmpty()) {
            written.fault("followUp", "", "decision.why");
        }
        newOrganisations = MeetingPlan.names(written, newOrganisations);
        written.refuseFaults();
    }

    boolean isOpen() {
        return state.equals(OPEN);
    }

    /** True when its last day has gone by and nothing has become of it. */
    boolean isOverdue(LocalDate today) {
        return isOpen() && until != null && until.isBefore(today);
    }

    /** What it is about, as registers call it. */
    @Nullable
    String subject() {
        if (spotId != null) {
            return "spot:" + spotId;
        }
        if (measureId != null) {
            return "measure:" + measureId;
        }
        return meetingId == null ? null : "meeting:" + meetingId;
    }

    /** True when the other was decided with the same words; what has become of it may differ. */
    boolean saysTheSameAs(Decision other) {
        return text.equals(other.text)
                && owner.equals(other.owner)
                && java.util.Objects.equals(meetingId, other.meetingId)
                && java.util.Objects.equals(spotId, other.spotId)
                && java.util.Objects.equals(measureId, other.measureId);
    }
}
