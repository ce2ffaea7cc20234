package se.lageskarta.service.followups;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.effect.RatedArea;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/** The follow-up of one measure: computes it, finds places to compare with, and freezes it. */
@RestController
class FollowUpController {
    private final Measures measures;
    private final Questions questions;
    private final ComputeFollowUp computing;
    private final PrepareFollowUp preparing;
    private final FollowUps followUps;

    FollowUpController(
            Measures measures,
            Questions questions,
            ComputeFollowUp computing,
            PrepareFollowUp preparing,
            FollowUps followUps) {
        this.measures = measures;
        this.questions = questions;
        this.computing = computing;
        this.preparing = preparing;
        this.followUps = followUps;
    }

    /**
     * Places to compare with.
     *
     * @param targetBefore incidents at the target before
     * @param goodEnough false when none is good or fair: that is an answer
     */
    record Areas(int targetBefore, boolean goodEnough, List<FollowUpAnswer.Place> areas) {}

    /**
     * What is sent to freeze.
     *
     * @param dataHash of the numbers that were looked at; when given, others are not frozen
     */
    record Freeze(
            @Nullable String dataHash,
            @Nullable String implementation,
            @Nullable String process,
            @Nullable String sideEffects,
            @Nullable String lesson) {}

    @GetMapping("/api/measures/{id}/follow-up")
    ResponseEntity<FollowUpAnswer> compute(@PathVariable String id, HttpServletRequest request) {
        boolean masked = FollowUpsController.isMasked(request);
        Parameters parameters = Parameters.of(request.getParameterMap(), Asked.PARAMETERS);
        if (masked && !Asked.isAutomatic(parameters)) {
            // with other widths and months, small counts could be told by subtraction
            String name = Asked.PARAMETERS.stream()
                    .filter(parameters::has)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            throw new RefusedRequestException(
                    403,
                    List.of(FieldFault.of(name, String.valueOf(parameters.text(name)), "followup.automatic-only")));
        }
        FollowUpAnswer answer = computing.of(measure(id), Asked.of(questions, parameters));
        return FollowUpsController.fresh(masked ? Masked.of(answer) : answer);
    }

    @GetMapping("/api/measures/{id}/comparison-areas")
    ResponseEntity<Areas> areas(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Asked.PARAMETERS);
        Prepared prepared = preparing.of(measure(id), Asked.of(questions, parameters));
        List<FollowUpAnswer.Place> places = prepared.rated().stream()
                .map(rated -> ToldFollowUp.place(rated, prepared, false))
                .toList();
        boolean goodEnough = prepared.rated().stream()
                .anyMatch(rated ->
                        Set.of(RatedArea.Grade.GOOD, RatedArea.Grade.FAIR).contains(rated.grade()));
        return FollowUpsController.fresh(new Areas(prepared.targetBefore(), goodEnough, places));
    }

    @PostMapping("/api/measures/{id}/follow-up")
    ResponseEntity<FollowUpsController.Shown> freeze(
            @PathVariable String id, @RequestBody Freeze sent, HttpServletRequest request, Principal who) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Asked.PARAMETERS);
        Measure measure = measure(id);
        Told told = new Told(sent.implementation, sent.process, sent.sideEffects, sent.lesson);
        FollowUpAnswer answer = computing.of(measure, Asked.of(questions, parameters));
        if (sent.dataHash != null && !sent.dataHash.equals(answer.dataHash())) {
            throw ProblemException.of(409, "followup.data-changed").with("current", answer);
        }
        return FollowUpsController.created(followUps.freeze(answer, told, who.getName()));
    }

    private Measure measure(String id) {
        return measures.find(Numbers.of(id))
                .filter(found -> !found.isWithdrawn())
                .orElseThrow(ProblemException::notFound);
    }
}
