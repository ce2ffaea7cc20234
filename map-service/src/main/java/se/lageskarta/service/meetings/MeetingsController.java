package se.lageskarta.service.meetings;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
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
import se.lageskarta.service.web.ProblemException;

/** Meetings: list, plan, change, make the standard agenda, approve, add to, withdraw, and every state they had. */
@RestController
class MeetingsController {
    private final Meetings meetings;
    private final EditMeetings editing;
    private final MakeAgenda agendas;
    private final ReadContent contents;
    private final Organisations organisations;
    private final Readers readers;

    MeetingsController(
            Meetings meetings,
            EditMeetings editing,
            MakeAgenda agendas,
            ReadContent contents,
            Organisations organisations,
            Readers readers) {
        this.meetings = meetings;
        this.editing = editing;
        this.agendas = agendas;
        this.contents = contents;
        this.organisations = organisations;
        this.readers = readers;
    }

    /** One line of the list. */
    record Listed(
            long id,
            String title,
            String kind,
            LocalDate heldOn,
            String startsAt,
            String place,
            String state,
            @Nullable Long pictureId,
            int items,
            @Nullable LocalDate nextOn) {
        static Listed of(Entry<Meeting> entry) {
            MeetingPlan plan = entry.state().plan();
            return new Listed(
                    entry.id(),
                    plan.title(),
                    plan.kind(),
                    plan.heldOn(),
                    plan.startsAt(),
                    plan.place(),
                    entry.state().state(),
                    plan.pictureId(),
                    plan.agenda().size(),
                    plan.nextOn());
        }
    }

    /** @param organisations those that are known, to choose from */
    record Listing(List<Listed> meetings, List<String> organisations) {}

    /** The whole of a meeting. */
    record Told(
            long id,
            long version,
            String state,
            MeetingPlan plan,
            @Nullable Instant approvedAt,
            List<Addendum> addenda,
            ProtocolContent content,
            Instant updatedAt,
            String updatedBy) {}

    @GetMapping("/api/meetings")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        List<Listed> listed = meetings.all().stream()
                .filter(entry -> readers.mayRead(request, entry.state()))
                .map(Listed::of)
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(listed, organisations.known()));
    }

    @PostMapping("/api/meetings")
    ResponseEntity<Told> plan(@RequestBody MeetingPlan sent, Principal who) {
        return EntryAnswers.added("/api/meetings/", editing.plan(sent, who.getName()), this::told);
    }

    /** Without comparing its ETag: decisions and measures come and go while the meeting stays at its version. */
    @GetMapping("/api/meetings/{id}")
    ResponseEntity<Told> one(@PathVariable String id, HttpServletRequest request) {
        Entry<Meeting> entry = meetings.find(Numbers.of(id))
                .filter(found -> readers.mayRead(request, found.state()))
                .orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told(entry));
    }

    @PutMapping("/api/meetings/{id}")
    ResponseEntity<Told> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody MeetingPlan sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.present(editing.change(Numbers.of(id), expected, sent, who.getName()), this::told);
    }

    @DeleteMapping("/api/meetings/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.gone(editing.withdraw(Numbers.of(id), expected, who.getName()));
    }

    /** Replaces the agenda by the standard one for its kind and picture; notes of steps that stay are kept. */
    @PostMapping("/api/meetings/{id}/agenda")
    ResponseEntity<Told> makeAgenda(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        Entry<Meeting> entry = meetings.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        MeetingPlan plan = entry.state().plan();
        return EntryAnswers.present(
                editing.change(entry.id(), expected, plan.withAgenda(agendas.of(plan)), who.getName()), this::told);
    }

    @PostMapping("/api/meetings/{id}/approval")
    ResponseEntity<Told> approve(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.present(editing.approve(Numbers.of(id), expected, who.getName()), this::told);
    }

    @PostMapping("/api/meetings/{id}/addenda")
    ResponseEntity<Told> add(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Addendum sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        return EntryAnswers.present(editing.add(Numbers.of(id), expected, sent, who.getName()), this::told);
    }

    /** Every saved state of a meeting, also of a withdrawn one, the first first. */
    @GetMapping("/api/meetings/{id}/history")
    ResponseEntity<EntryAnswers.History<Meeting>> history(@PathVariable String id) {
        return EntryAnswers.history(meetings.register().history(Numbers.of(id)));
    }

    private Told told(Entry<Meeting> entry) {
        Meeting meeting = entry.state();
        return new Told(
                entry.id(),
                entry.version(),
                meeting.state(),
                meeting.plan(),
                meeting.approved() == null ? null : meeting.approved().at(),
                meeting.addenda(),
                contents.of(entry),
                entry.updatedAt(),
                entry.updatedBy());
    }
}
