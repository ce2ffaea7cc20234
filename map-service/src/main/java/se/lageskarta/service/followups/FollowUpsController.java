package se.lageskarta.service.followups;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.paper.PaperForm;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Texts;

/** Frozen follow-ups, measures that wait for one, and what was learnt. */
@RestController
class FollowUpsController {
    private final FollowUps followUps;
    private final Learning learning;
    private final PaperForms papers;
    private final FollowUpMap map;

    FollowUpsController(FollowUps followUps, Learning learning, PaperForms papers, FollowUpMap map) {
        this.followUps = followUps;
        this.learning = learning;
        this.papers = papers;
        this.map = map;
    }

    /** A line of the list. */
    record Listed(
            long id,
            long version,
            long measureId,
            String code,
            String title,
            String owner,
            @Nullable LocalDate doneOn,
            int months,
            FollowUpAnswer.Verdict verdict,
            String lesson,
            Instant frozenAt,
            String frozenBy,
            boolean invented) {}

    record Listing(List<Listed> followUps) {}

    record DueList(int months, List<FollowUps.Waiting> measures) {}

    /**
     * A frozen follow-up.
     *
     * @param result the numbers as they were
     */
    record Shown(
            long id,
            long version,
            FollowUpAnswer result,
            Told told,
            Instant frozenAt,
            String frozenBy,
            Instant updatedAt,
            String updatedBy) {}

    @GetMapping("/api/follow-ups")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("measure"));
        boolean masked = isMasked(request);
        String measure = parameters.text("measure");
        List<Entry<Frozen>> entries = measure == null ? followUps.all() : followUps.of(Numbers.of(measure));
        return fresh(
                new Listing(entries.stream().map(entry -> listed(entry, masked)).toList()));
    }

    @GetMapping("/api/follow-ups/due")
    ResponseEntity<DueList> due(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("months"));
        int months = parameters.whole("months", PrepareFollowUp.USUAL_MONTHS, 1, 36);
        return fresh(new DueList(months, followUps.waiting(months)));
    }

    @GetMapping("/api/learning")
    ResponseEntity<Learning.Learnt> learnt(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return fresh(learning.of(isMasked(request)));
    }

    @GetMapping("/api/follow-ups/{id}")
    ResponseEntity<Shown> one(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return told(followUps.find(Numbers.of(id)).orElseThrow(ProblemException::notFound), isMasked(request));
    }

    /** In the language of the browser, or the one asked for: a link cannot send a header. */
    @GetMapping("/api/follow-ups/{id}/paper.{form}")
    @Parameter(name = "language", in = ParameterIn.QUERY, description = "sv or en; absent for that of the browser")
    ResponseEntity<byte[]> paper(@PathVariable String id, @PathVariable String form, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("language"));
        PaperForm wanted = PaperForm.of(form).orElseThrow(ProblemException::notFound);
        Entry<Frozen> entry = followUps.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        String said = parameters.word("language", Texts.language(request).getLanguage(), List.of("sv", "en"));
        Locale language = said.equals("en") ? Texts.ENGLISH : Texts.SWEDISH;
        return papers.write(FollowUpPaper.of(entry.state(), isMasked(request), map, language), wanted)
                .answer();
    }

    @PutMapping("/api/follow-ups/{id}")
    ResponseEntity<Shown> retell(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Told words,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        followUps.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        return told(
                followUps
                        .retell(Numbers.of(id), expected, words, who.getName())
                        .orElseThrow(ProblemException::notFound),
                false);
    }

    @DeleteMapping("/api/follow-ups/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        followUps.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        followUps.withdraw(Numbers.of(id), expected, who.getName()).orElseThrow(ProblemException::notFound);
        return ResponseEntity.noContent().build();
    }

    static ResponseEntity<Shown> created(Entry<Frozen> entry) {
        return ResponseEntity.created(URI.create("/api/follow-ups/" + entry.id()))
                .eTag(entry.tag())
                .body(full(entry, false));
    }

    static boolean isMasked(HttpServletRequest request) {
        return !Viewer.of(request).hasAny(Viewer.POINT_ROLES);
    }

    static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(body);
    }

    private static ResponseEntity<Shown> told(Entry<Frozen> entry, boolean masked) {
        return ResponseEntity.ok()
                .eTag(masked ? "\"v" + entry.version() + "m\"" : entry.tag())
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(full(entry, masked));
    }

    private static Shown full(Entry<Frozen> entry, boolean masked) {
        FollowUpAnswer result = entry.state().result();
        return new Shown(
                entry.id(),
                entry.version(),
                masked ? Masked.of(result) : result,
                entry.state().told(),
                entry.createdAt(),
                entry.createdBy(),
                entry.updatedAt(),
                entry.updatedBy());
    }

    private static Listed listed(Entry<Frozen> entry, boolean masked) {
        FollowUpAnswer result =
                masked ? Masked.of(entry.state().result()) : entry.state().result();
        FollowUpAnswer.About about = result.measure();
        return new Listed(
                entry.id(),
                entry.version(),
                about.id(),
                about.code(),
                about.title(),
                about.owner(),
                about.doneOn(),
                result.parameters().months(),
                result.verdict(),
                entry.state().told().lesson(),
                entry.createdAt(),
                entry.createdBy(),
                result.invented());
    }
}
