package se.lageskarta.service.causes;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.paper.PaperForm;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.spots.Spots;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Texts;

/** The cause card of a spot, every state it had, and its paper. */
@RestController
class CausesController {
    private static final String ANY = "*";

    private final Causes causes;
    private final Spots spots;
    private final CausePaper paper;
    private final PaperForms forms;

    CausesController(Causes causes, Spots spots, CausePaper paper, PaperForms forms) {
        this.causes = causes;
        this.spots = spots;
        this.paper = paper;
        this.forms = forms;
    }

    /**
     * A card.
     *
     * @param version 0 when nobody has saved it
     * @param techniques numbers of the 25 that its factors and hypotheses point to, for choosing measures
     */
    record Told(
            long spotId,
            long version,
            CauseCard.Problem problem,
            List<String> types,
            CauseCard.Perspectives perspectives,
            List<CauseCard.Hypothesis> hypotheses,
            List<String> participants,
            SortedSet<Integer> techniques,
            @Nullable Instant updatedAt,
            @Nullable String updatedBy) {
        static Told of(Spot spot, long version, CauseCard card, @Nullable Instant at, @Nullable String by) {
            return new Told(
                    spot.id(),
                    version,
                    card.problem(),
                    card.types(),
                    card.perspectives(),
                    card.hypotheses(),
                    card.participants(),
                    card.techniques(),
                    at,
                    by);
        }
    }

    record History(List<Told> states) {}

    record Listing(List<Told> causes) {}

    /** Every card that somebody has saved, by its spot. */
    @GetMapping("/api/causes")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        List<Told> told = new ArrayList<>();
        for (Spot spot : spots.all()) {
            causes.of(spot)
                    .ifPresent(entry -> told.add(
                            Told.of(spot, entry.version(), entry.state(), entry.updatedAt(), entry.updatedBy())));
        }
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(told));
    }

    @GetMapping("/api/spots/{id}/cause")
    ResponseEntity<Told> card(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        Spot spot = spot(id);
        return causes.of(spot).map(entry -> answer(spot, entry)).orElseGet(() -> ResponseEntity.ok()
                .eTag("\"v" + Causes.NONE + "\"")
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(Told.of(spot, Causes.NONE, CauseCard.EMPTY, null, null)));
    }

    /** {@code If-None-Match: *} says that there must be no card yet, as {@code If-Match: "v0"} does. */
    @PutMapping("/api/spots/{id}/cause")
    ResponseEntity<Told> save(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Parameter(description = "* when there must be no card yet")
                    @RequestHeader(name = "If-None-Match", required = false)
                    @Nullable
                    String ifNoneMatch,
            @RequestBody CauseCard card,
            Principal who) {
        Spot spot = spot(id);
        boolean first =
                ifMatch == null && ifNoneMatch != null && ifNoneMatch.strip().equals(ANY);
        ExpectedVersion expected = first ? new ExpectedVersion(Set.of(Causes.NONE)) : ExpectedVersion.of(ifMatch);
        return answer(spot, causes.save(spot, expected, card, who.getName()));
    }

    /** The first first; a card that nobody has saved has no states. */
    @GetMapping("/api/spots/{id}/cause/history")
    ResponseEntity<History> history(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        Spot spot = spot(id);
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new History(causes.history(spot).stream()
                        .map(saved -> told(spot, saved))
                        .toList()));
    }

    /** In the language of the browser, or the one asked for: a link cannot send a header. */
    @GetMapping("/api/spots/{id}/cause/paper.{form}")
    @Parameter(name = "language", in = ParameterIn.QUERY, description = "sv or en; absent for that of the browser")
    ResponseEntity<byte[]> paper(@PathVariable String id, @PathVariable String form, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("language"));
        PaperForm wanted = PaperForm.of(form).orElseThrow(ProblemException::notFound);
        Spot spot = spot(id);
        String said = parameters.word("language", Texts.language(request).getLanguage(), List.of("sv", "en"));
        Locale language = said.equals("en") ? Texts.ENGLISH : Texts.SWEDISH;
        return forms.write(paper.of(spot, language), wanted).answer();
    }

    private Spot spot(String id) {
        return spots.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
    }

    private static Told told(Spot spot, Register.Saved<CauseCard> saved) {
        return Told.of(spot, saved.version(), saved.state(), saved.savedAt(), saved.savedBy());
    }

    private static ResponseEntity<Told> answer(Spot spot, Entry<CauseCard> entry) {
        return ResponseEntity.ok()
                .eTag(entry.tag())
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(Told.of(spot, entry.version(), entry.state(), entry.updatedAt(), entry.updatedBy()));
    }
}
