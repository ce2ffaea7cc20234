package se.lageskarta.service.meetings;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.lageskarta.service.freetext.Written;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;

/**
 * Writes down decisions and what becomes of them. What an approved protocol says was decided is changed no more; what has
 * become of it, and a later day, may always be written.
 */
@Service
class EditDecisions {
    private final Meetings meetings;
    private final Organisations organisations;
    private final Around around;

    EditDecisions(Meetings meetings, Organisations organisations, Around around) {
        this.meetings = meetings;
        this.organisations = organisations;
        this.around = around;
    }

    Entry<Decision> decide(Decision decision, String who) {
        check(decision, null);
        organisations.learn(decision, who);
        return meetings.decisionRegister().add(decision.subject(), decision, who);
    }

    /** @throws se.lageskarta.service.register.StaleEntryException when somebody has saved it since */
    Optional<Entry<Decision>> change(long id, ExpectedVersion expected, Decision decision, String who) {
        return meetings.decisionRegister()
                .change(
                        id,
                        expected,
                        before -> {
                            check(decision, before);
                            organisations.learn(decision, who);
                            return decision;
                        },
                        who);
    }

    Optional<Entry<Decision>> withdraw(long id, ExpectedVersion expected, String who) {
        Optional<Entry<Decision>> found = meetings.decision(id);
        found.ifPresent(entry -> {
            if (isApproved(entry.state().meetingId())) {
                throw ProblemException.of(409, "decision.approved");
            }
        });
        return found.isEmpty() ? Optional.empty() : meetings.decisionRegister().withdraw(id, expected, who);
    }

    private void check(Decision decision, @Nullable Decision before) {
        if (before != null && !decision.saysTheSameAs(before) && isApproved(before.meetingId())) {
            throw ProblemException.of(409, "decision.approved");
        }
        Written written = new Written();
        organisations.check(decision, before, written);
        checkMeeting(decision, before, written);
        Long spot = decision.spotId();
        if (spot != null && !(before != null && Objects.equals(before.spotId(), spot)) && !around.hasSpot(spot)) {
            written.fault("spotId", spot.toString(), "meeting.spot-gone");
        }
        Long measure = decision.measureId();
        if (measure != null
                && !(before != null && Objects.equals(before.measureId(), measure))
                && !around.hasMeasure(measure)) {
            written.fault("measureId", measure.toString(), "decision.measure-gone");
        }
        written.refuseFaults();
    }

    private void checkMeeting(Decision decision, @Nullable Decision before, Written written) {
        Long id = decision.meetingId();
        if (id == null) {
            return;
        }
        Optional<Entry<Meeting>> meeting = meetings.find(id);
        if (meeting.isEmpty()) {
            if (before == null || !id.equals(before.meetingId())) {
                written.fault("meetingId", id.toString(), "decision.meeting-gone");
            }
            return;
        }
        Meeting state = meeting.get().state();
        if (state.approved() != null && (before == null || !id.equals(before.meetingId()))) {
            written.fault("meetingId", id.toString(), "decision.meeting-approved");
        }
        if (decision.until() != null && decision.until().isBefore(state.plan().heldOn())) {
            written.fault(
                    "until",
                    decision.until().toString(),
                    "decision.before-meeting",
                    state.plan().heldOn().toString());
        }
    }

    private boolean isApproved(@Nullable Long meetingId) {
        return meetingId != null
                && meetings.find(meetingId)
                        .filter(entry -> entry.state().approved() != null)
                        .isPresent();
    }
}
