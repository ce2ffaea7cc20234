package se.lageskarta.service.causes;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.catalogue.IncidentKind;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.reports.Reports;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.spots.Spots;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** The figures of a spot beside its cause card. */
@RestController
class SpotEvidenceController {
    private static final Set<String> PARAMETERS = Set.of("from", "to", "datasets");
    private static final int MONTHS = 12;

    private final Spots spots;
    private final Questions questions;
    private final ReadScene scenes;
    private final Reports reports;
    private final Answers answers;

    SpotEvidenceController(Spots spots, Questions questions, ReadScene scenes, Reports reports, Answers answers) {
        this.spots = spots;
        this.questions = questions;
        this.scenes = scenes;
        this.reports = reports;
        this.answers = answers;
    }

    /** Without a period the twelve months until the spot was last seen. */
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "First day, such as 2026-01-01")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Last day, included")
    @Parameter(name = "datasets", in = ParameterIn.QUERY, description = "Numbers of datasets, with commas between")
    @GetMapping("/api/spots/{id}/evidence")
    void evidence(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Spot spot = spots.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
        Parameters parameters = Parameters.of(request.getParameterMap(), PARAMETERS);
        Question question = ofSpot(spot, period(spot, questions.of(parameters)));
        EntityTag tag = EntityTag.of(
                "spot-evidence",
                Version.current(),
                spot.id() + "|" + spots.revision() + "|" + reports.revision(),
                question.facts().revision() + "|" + question.key());
        answers.json(request, response, tag, () -> SpotFigures.of(question, scenes.of(spot, question)));
    }

    /** A spot of disorder is looked into with disorder, any other with crime. */
    private static Question ofSpot(Spot spot, Question asked) {
        return spot.stream().equals(EvidenceStream.DISORDER.code())
                ? new Question(
                        asked.facts(),
                        asked.datasets(),
                        asked.from(),
                        asked.to(),
                        new TreeSet<>(asked.facts().kinds().codes(Set.of(IncidentKind.DISORDER))),
                        EvidenceStream.ALL)
                : asked;
    }

    private static Question period(Spot spot, Question asked) {
        return asked.from() != null || asked.to() != null
                ? asked
                : new Question(
                        asked.facts(),
                        asked.datasets(),
                        spot.lastMonth().minusMonths(MONTHS - 1).atDay(1),
                        spot.lastMonth().atEndOfMonth(),
                        asked.types(),
                        asked.stream());
    }
}
