package se.lageskarta.service.measures;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.StoredAnswer;
import se.lageskarta.service.web.Texts;

/** The due dates of what is not done, for people's own calendars. */
@RestController
class DueDatesController {
    private static final String CALENDAR = "text/calendar; charset=utf-8";

    private final Measures measures;
    private final MeasureQuestions questions;
    private final Texts texts;

    DueDatesController(Measures measures, MeasureQuestions questions, Texts texts) {
        this.measures = measures;
        this.questions = questions;
        this.texts = texts;
    }

    @GetMapping("/api/measures.ics")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "How far they have come, such as decided")
    @Parameter(name = "owner", in = ParameterIn.QUERY, description = "The organisation that answers for them")
    @Parameter(name = "code", in = ParameterIn.QUERY, description = "Kinds of the measure catalogue, such as LJU-1")
    @Parameter(name = "spot", in = ParameterIn.QUERY, description = "Numbers of lasting places they are for")
    @Parameter(name = "bbox", in = ParameterIn.QUERY, description = "Where: west,south,east,north in degrees")
    void calendar(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request.getParameterMap(), MeasureQuestions.PRINTED);
        MeasureFilter filter = questions.filter(parameters);
        Locale language = Texts.language(request);
        EntityTag tag = EntityTag.of("due-dates", filter.key(), language.getLanguage(), "" + measures.revision());
        if (StoredAnswer.sendNotModified(request, response, tag, Answers.ASK_EACH_TIME)) {
            return;
        }
        String text =
                DueDates.of(measures.all(filter), texts.of("measures.calendar", language), request.getServerName());
        response.setHeader("Content-Disposition", "attachment; filename=\"lageskarta.ics\"");
        StoredAnswer.of(text.getBytes(StandardCharsets.UTF_8), CALENDAR)
                .send(request, response, tag, Answers.ASK_EACH_TIME);
    }
}
