package se.lageskarta.service.meetings;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.EntryAnswers;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;

/** Decisions: list, write down, follow up, withdraw, and every state they had. */
@RestController
class DecisionsController {
    private final Meetings meetings;
    private final EditDecisions editing;
    private final Readers readers;
    private final Clock clock;

    DecisionsController(Meetings meetings, EditDecisions editing, Readers readers, Clock clock) {
        this.meetings = meetings;
        this.editing = editing;
        this.readers = readers;
        this.clock = clock.withZone(EditMeetings.SWEDEN);
    }

    /**
     * A decision as it is told.
     *
     * @param overdue true when its day has gone by and it is still open
     * @param meeting where it was decided, in words; null for between meetings
     */
    record Told(
            long id,
            long version,
            String text,
            String owner,
            @Nullable LocalDate until,
            String state,
            String followUp,
            boolean overdue,
            @Nullable Long meetingId,
            @Nullable String meeting,
            @Nullable LocalDate decidedOn,
            @Nullable Long spotId,
            @Nullable Long measureId,
            Instant updatedAt,
            String updatedBy) {}

    record Listing(List<Told> decisions) {}

    @GetMapping("/api/decisions")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "open, done or dropped; all when absent")
    @Parameter(name = "meeting", in = ParameterIn.QUERY, description = "Decided at these meetings")
    @Parameter(name = "spot", in = ParameterIn.QUERY, description = "About these spots")
    @Parameter(name = "measure", in = ParameterIn.QUERY, description = "About these measures")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("state", "meeting", "spot", "measure"));
        Set<String> states = parameters.words("state", Decision.STATES);
        Set<Long> at = parameters.ids("meeting");
        Set<Long> spots = parameters.ids("spot");
        Set<Long> measures = parameters.ids("measure");
        List<Told> told = meetings.decisions().stream()
                .filter(entry ->
                        states.isEmpty() || states.contains(entry.state().state()))
                .filter(entry -> among(at, entry.state().meetingId()))
                .filter(entry -> among(spots, entry.state().spotId()))
                .filter(entry -> among(measures, entry.state().measureId()))
                .filter(entry -> mayRead(request, entry.state()))
                .map(this::told)
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(told));
    }

    @PostMapping("/api/decisions")
    ResponseEntity<Told> decide(@RequestBody Decision sent, Principal who) {
        return EntryAnswers.added("/api/decisions/", editing.decide(sent, who.getName()), this::told);
    }

    @PutMapping("/api/decisions/{id}")
    ResponseEntity<Told> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Decision sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.present(editing.change(Numbers.of(id), expected, sent, who.getName()), this::told);
    }

    @DeleteMapping("/api/decisions/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.gone(editing.withdraw(Numbers.of(id), expected, who.getName()));
    }

    /** Every saved state of a decision, also of a withdrawn one, the first first. */
    @GetMapping("/api/decisions/{id}/history")
    ResponseEntity<EntryAnswers.History<Decision>> history(@PathVariable String id) {
        return EntryAnswers.history(meetings.decisionRegister().history(Numbers.of(id)));
    }

    private boolean mayRead(HttpServletRequest request, Decision decision) {
        Long meeting = decision.meetingId();
        return readers.isOfTheGroup(request)
                || (meeting != null
                        && meetings.find(meeting)
                                .filter(entry -> readers.mayRead(request, entry.state()))
                                .isPresent());
    }

    private static boolean among(Set<Long> wanted, @Nullable Long id) {
        return wanted.isEmpty() || (id != null && wanted.contains(id));
    }

    private Told told(Entry<Decision> entry) {
        Decision decision = entry.state();
        Long meetingId = decision.meetingId();
        MeetingPlan meeting = meetingId == null
                ? null
                : meetings.find(meetingId).map(found -> found.state().plan()).orElse(null);
        return new Told(
                entry.id(),
                entry.version(),
                decision.text(),
                decision.owner(),
                decision.until(),
                decision.state(),
                decision.followUp(),
                decision.isOverdue(LocalDate.now(clock)),
                meetingId,
                meeting == null ? null : meeting.title(),
                meeting == null ? null : meeting.heldOn(),
                decision.spotId(),
                decision.measureId(),
                entry.updatedAt(),
                entry.updatedBy());
    }
}
