package se.lageskarta.service.measures;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.paper.PaperForm;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Texts;

/** The action plan to print, send and file. */
@RestController
class PlanPaperController {
    private final Measures measures;
    private final MeasureQuestions questions;
    private final PlanPaper paper;
    private final PaperForms forms;
    private final Clock clock;

    PlanPaperController(Measures measures, MeasureQuestions questions, PlanPaper paper, PaperForms forms, Clock clock) {
        this.measures = measures;
        this.questions = questions;
        this.paper = paper;
        this.forms = forms;
        this.clock = clock.withZone(EditMeasures.SWEDEN);
    }

    @GetMapping("/api/action-plan.{form}")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "How far they have come, such as decided")
    @Parameter(name = "owner", in = ParameterIn.QUERY, description = "The organisation that answers for them")
    @Parameter(name = "code", in = ParameterIn.QUERY, description = "Kinds of the measure catalogue, such as LJU-1")
    @Parameter(name = "spot", in = ParameterIn.QUERY, description = "Numbers of lasting places they are for")
    @Parameter(name = "bbox", in = ParameterIn.QUERY, description = "Where: west,south,east,north in degrees")
    ResponseEntity<byte[]> plan(@PathVariable String form, HttpServletRequest request) {
        PaperForm wanted = PaperForm.of(form).orElseThrow(ProblemException::notFound);
        Parameters parameters = Parameters.of(request.getParameterMap(), MeasureQuestions.PRINTED);
        MeasureFilter filter = questions.filter(parameters);
        return forms.write(paper.of(measures.all(filter), LocalDate.now(clock), Texts.language(request)), wanted)
                .answer();
    }
}
