package se.lageskarta.service.walks;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import tools.jackson.databind.JsonNode;

/** Safety walks: list, plan, change, withdraw, and the whole of one with its findings and what a re-walk has seen. */
@RestController
class WalksController {
    private final Walks walks;
    private final EditWalks editing;
    private final WalkFindings findings;

    WalksController(Walks walks, EditWalks editing, WalkFindings findings) {
        this.walks = walks;
        this.editing = editing;
        this.findings = findings;
    }

    /** One line of the list. */
    record Listed(
            long id,
            String title,
            LocalDate walkedOn,
            String startsAt,
            String light,
            @Nullable LocalDate reportedOn,
            @Nullable Long earlierId,
            long findings) {}

    record Listing(List<Listed> walks) {}

    /**
     * The whole of a walk.
     *
     * @param people how many take part
     * @param advised more than this do not hear each other
     * @param earlier findings of the walk that this one goes again, with what was seen of each
     */
    record Told(
            long id,
            long version,
            String title,
            LocalDate walkedOn,
            String startsAt,
            String light,
            String routeWords,
            @Nullable JsonNode route,
            List<Participants> participants,
            int people,
            int advised,
            String summary,
            String report,
            @Nullable LocalDate reportedOn,
            @Nullable Long earlierId,
            @Nullable String earlierTitle,
            String owner,
            Instant updatedAt,
            String updatedBy,
            List<WalkFindings.Told> findings,
            List<WalkFindings.Earlier> earlier) {}

    record SentOutcome(@Nullable String outcome) {}

    @GetMapping("/api/walks")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        Map<Long, Long> counts = walks.counts();
        List<Listed> listed = walks.all().stream()
                .map(walk -> new Listed(
                        walk.id(),
                        walk.title(),
                        walk.walkedOn(),
                        walk.startsAt(),
                        walk.light(),
                        walk.reportedOn(),
                        walk.earlierId(),
                        counts.getOrDefault(walk.id(), 0L)))
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(listed));
    }

    /** Without an ETag: findings come and go while the walk itself stays at its version, which is in the answer. */
    @GetMapping("/api/walks/{id}")
    ResponseEntity<Told> one(@PathVariable String id) {
        Walk walk = walks.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told(walk));
    }

    @PostMapping("/api/walks")
    ResponseEntity<Told> plan(@RequestBody WalkPlan.Sent sent, Principal who) {
        Walk walk = editing.plan(WalkPlan.of(sent), who.getName());
        return ResponseEntity.created(URI.create("/api/walks/" + walk.id()))
                .eTag(tag(walk))
                .body(told(walk));
    }

    @PutMapping("/api/walks/{id}")
    ResponseEntity<Told> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody WalkPlan.Sent sent,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        long number = Numbers.of(id);
        return answer(edited(() -> editing.change(number, expected, WalkPlan.of(sent), who.getName()), sent));
    }

    @DeleteMapping("/api/walks/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        edited(() -> editing.withdraw(Numbers.of(id), expected, who.getName()), null);
        return ResponseEntity.noContent().build();
    }

    /** Ticks off what this re-walk sees of a finding of the walk before. */
    @PutMapping("/api/walks/{id}/rechecks/{finding}")
    ResponseEntity<Told> recheck(
            @PathVariable String id, @PathVariable String finding, @RequestBody SentOutcome sent, Principal who) {
        Walk walk = walks.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        String outcome = sent.outcome == null ? "" : sent.outcome;
        editing.recheck(walk, Numbers.of(finding), outcome, who.getName());
        return answer(walk);
    }

    private Walk edited(Supplier<Optional<Walk>> edit, WalkPlan.@Nullable Sent sent) {
        try {
            return edit.get().orElseThrow(ProblemException::notFound);
        } catch (StaleWalkException stale) {
            ProblemException problem = ProblemException.of(412, "walk.stale", stale.updatedBy(), (int) stale.version())
                    .with("current", told((Walk) stale.current()));
            throw sent == null ? problem : problem.with("yours", sent);
        }
    }

    private ResponseEntity<Told> answer(Walk walk) {
        return ResponseEntity.ok()
                .eTag(tag(walk))
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told(walk));
    }

    private Told told(Walk walk) {
        Long before = walk.earlierId();
        return new Told(
                walk.id(),
                walk.version(),
                walk.title(),
                walk.walkedOn(),
                walk.startsAt(),
                walk.light(),
                walk.routeWords(),
                findings.json(walk.route()),
                walk.participants(),
                walk.participants().stream().mapToInt(Participants::number).sum(),
                Participants.ADVISED,
                walk.summary(),
                walk.report(),
                walk.reportedOn(),
                before,
                before == null ? null : walks.find(before).map(Walk::title).orElse(null),
                walk.owner(),
                walk.updatedAt(),
                walk.updatedBy(),
                findings.of(walk),
                findings.earlier(walk));
    }

    private static String tag(Walk walk) {
        return "\"v" + walk.version() + "\"";
    }
}
