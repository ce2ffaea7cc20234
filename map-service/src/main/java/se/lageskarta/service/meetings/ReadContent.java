package se.lageskarta.service.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.MeasureStatus;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.meetings.ProtocolContent.DecisionLine;
import se.lageskarta.service.meetings.ProtocolContent.MeasureLine;
import se.lageskarta.service.register.Entry;

/**
 * Reads what a meeting has before it and what it decides. An extract (SSPF) holds decisions and measures of the
 * organisations that take part in it, and types and places that concern the young; nothing else.
 */
@Component
class ReadContent {
    /** Without a next meeting, what is due within this many weeks comes up. */
    private static final int WEEKS_AHEAD = 6;

    private final Meetings meetings;
    private final Measures measures;
    private final Around around;
    private final IncidentTypes types;

    ReadContent(Meetings meetings, Measures measures, Around around, IncidentTypes types) {
        this.meetings = meetings;
        this.measures = measures;
        this.around = around;
        this.types = types;
    }

    /** As it is kept when it has been approved, otherwise as it is now. */
    ProtocolContent of(Entry<Meeting> entry) {
        Meeting.Approved approved = entry.state().approved();
        return approved == null ? live(entry.id(), entry.state().plan()) : approved.content();
    }

    /** As it is on the day of the meeting by what is known now. */
    ProtocolContent live(long id, MeetingPlan plan) {
        Predicate<String> concerned = concerned(plan);
        List<Entry<Decision>> all = meetings.decisions().stream()
                .filter(entry -> concerned.test(entry.state().owner()))
                .toList();
        PictureSeen picture = plan.pictureId() == null
                ? null
                : around.picture(plan.pictureId())
                        .map(seen -> plan.kind().equals(MeetingPlan.SSPF) ? Extract.of(seen, types::standsFor) : seen)
                        .orElse(null);
        return new ProtocolContent(
                picture, earlier(id, plan, all), own(id, plan, all), due(plan, concerned), done(concerned));
    }

    private static Predicate<String> concerned(MeetingPlan plan) {
        if (!plan.kind().equals(MeetingPlan.SSPF)) {
            return owner -> true;
        }
        Set<String> here = new TreeSet<>();
        plan.attendance().forEach(each -> here.add(each.organisation()));
        return here::contains;
    }

    private List<DecisionLine> earlier(long id, MeetingPlan plan, List<Entry<Decision>> all) {
        return all.stream()
                .filter(entry -> entry.state().isOpen() && isEarlier(entry, id, plan))
                .map(entry -> line(entry, plan.heldOn()))
                .toList();
    }

    private boolean isEarlier(Entry<Decision> entry, long id, MeetingPlan plan) {
        Long decidedAt = entry.state().meetingId();
        if (decidedAt == null) {
            LocalDate written = LocalDate.ofInstant(entry.createdAt(), EditMeetings.SWEDEN);
            return !written.isAfter(plan.heldOn());
        }
        return decidedAt != id
                && meetings.find(decidedAt)
                        .map(meeting -> !meeting.state().plan().heldOn().isAfter(plan.heldOn()))
                        .orElse(true);
    }

    private static List<DecisionLine> own(long id, MeetingPlan plan, List<Entry<Decision>> all) {
        return all.stream()
                .filter(entry ->
                        entry.state().meetingId() != null && entry.state().meetingId() == id)
                .map(entry -> line(entry, plan.heldOn()))
                .toList();
    }

    private List<MeasureLine> due(MeetingPlan plan, Predicate<String> concerned) {
        LocalDate next = plan.nextOn();
        LocalDate until = next == null ? plan.heldOn().plusWeeks(WEEKS_AHEAD) : next;
        return measures.all(MeasureFilter.ALL).stream()
                .filter(Measure::isOpen)
                .filter(measure -> concerned.test(measure.owner()))
                .filter(measure -> measure.dueOn() != null && !measure.dueOn().isAfter(until))
                .map(measure -> line(measure, plan.heldOn()))
                .toList();
    }

    private List<MeasureLine> done(Predicate<String> concerned) {
        MeasureFilter carriedOut = new MeasureFilter(Set.of(MeasureStatus.DONE), Set.of(), Set.of(), null);
        Stream<Measure> all = measures.all(carriedOut).stream();
        return all.filter(measure -> concerned.test(measure.owner()))
                .map(measure -> line(measure, LocalDate.EPOCH))
                .toList();
    }

    private static DecisionLine line(Entry<Decision> entry, LocalDate day) {
        Decision decision = entry.state();
        return new DecisionLine(
                entry.id(),
                decision.text(),
                decision.owner(),
                decision.until(),
                decision.state(),
                decision.followUp(),
                decision.spotId(),
                decision.measureId(),
                decision.isOverdue(day));
    }

    private static MeasureLine line(Measure measure, LocalDate day) {
        return new MeasureLine(
                measure.id(),
                measure.title(),
                measure.owner(),
                measure.dueOn(),
                measure.doneOn(),
                measure.isOverdue(day));
    }
}
