package se.lageskarta.service.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.lageskarta.service.freetext.Written;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;

/** Plans, changes, approves, adds to and withdraws meetings. */
@Service
class EditMeetings {
    /** Days of meetings are Swedish calendar days, wherever the server stands. */
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Meetings meetings;
    private final Organisations organisations;
    private final Around around;
    private final ReadContent content;
    private final Clock clock;

    EditMeetings(Meetings meetings, Organisations organisations, Around around, ReadContent content, Clock clock) {
        this.meetings = meetings;
        this.organisations = organisations;
        this.around = around;
        this.content = content;
        this.clock = clock.withZone(SWEDEN);
    }

    Entry<Meeting> plan(MeetingPlan plan, String who) {
        check(plan, null);
        organisations.learn(plan, who);
        return meetings.register().add(null, new Meeting(plan, null, List.of()), who);
    }

    /**
     * @throws ProblemException 409 when its protocol has been approved
     * @throws se.lageskarta.service.register.StaleEntryException when somebody has saved it since
     */
    Optional<Entry<Meeting>> change(long id, ExpectedVersion expected, MeetingPlan plan, String who) {
        return meetings.register()
                .change(
                        id,
                        expected,
                        meeting -> {
                            refuseApproved(meeting);
                            check(plan, meeting.plan());
                            organisations.learn(plan, who);
                            return meeting.with(plan);
                        },
                        who);
    }

    /** Freezes it: from now on only addenda. One that has not been held cannot be approved. */
    Optional<Entry<Meeting>> approve(long id, ExpectedVersion expected, String who) {
        return meetings.register()
                .change(
                        id,
                        expected,
                        meeting -> {
                            refuseApproved(meeting);
                            if (!meeting.plan().isHeld()) {
                                throw ProblemException.of(409, "meeting.not-held");
                            }
                            return meeting.with(new Meeting.Approved(
                                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                    who,
                                    content.live(id, meeting.plan())));
                        },
                        who);
    }

    /** Adds a correction to an approved protocol. */
    Optional<Entry<Meeting>> add(long id, ExpectedVersion expected, Addendum addendum, String who) {
        return meetings.register()
                .change(
                        id,
                        expected,
                        meeting -> {
                            if (meeting.approved() == null) {
                                throw ProblemException.of(409, "meeting.not-approved");
                            }
                            if (meeting.addenda().size() >= Meeting.MOST_ADDENDA) {
                                throw ProblemException.of(409, "meeting.addenda", Meeting.MOST_ADDENDA);
                            }
                            return meeting.with(new Addendum(addendum.text(), LocalDate.now(clock)));
                        },
                        who);
    }

    /** Takes a meeting away that came to nothing; an approved one stays. */
    Optional<Entry<Meeting>> withdraw(long id, ExpectedVersion expected, String who) {
        meetings.find(id).ifPresent(entry -> refuseApproved(entry.state()));
        return meetings.find(id).isEmpty()
                ? Optional.empty()
                : meetings.register().withdraw(id, expected, who);
    }

    private static void refuseApproved(Meeting meeting) {
        if (meeting.approved() != null) {
            throw ProblemException.of(409, "meeting.approved");
        }
    }

    /** What stood there before may stay when what it points at has gone since. */
    private void check(MeetingPlan plan, @Nullable MeetingPlan before) {
        Written written = new Written();
        if (plan.isHeld() && plan.heldOn().isAfter(LocalDate.now(clock))) {
            written.fault("heldOn", plan.heldOn().toString(), "meeting.future");
        }
        organisations.check(plan, before, written);
        Long picture = plan.pictureId();
        if (picture != null && !around.hasPicture(picture)) {
            written.fault("pictureId", picture.toString(), "meeting.picture-gone");
        }
        for (int i = 0; i < plan.agenda().size(); i++) {
            AgendaItem item = plan.agenda().get(i);
            Long spot = item.spotId();
            if (spot != null && !around.hasSpot(spot) && (before == null || !mentions(before, spot))) {
                written.fault("agenda." + i + ".spotId", spot.toString(), "meeting.spot-gone");
            }
        }
        written.refuseFaults();
    }

    private static boolean mentions(MeetingPlan plan, long spot) {
        return plan.agenda().stream().anyMatch(item -> item.spotId() != null && item.spotId() == spot);
    }
}
