package se.lageskarta.service.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Parameters;

/** The month bars under the map. */
@RestController
class TimelineController {
    private final Questions questions;
    private final Answers answers;

    TimelineController(Questions questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    /** The period asked about is checked, and then left out: the bars are what it is chosen from. */
    @FilterParameters
    @GetMapping("/api/timeline")
    void timeline(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Question asked = questions.everything(Parameters.of(request.getParameterMap(), Questions.PARAMETERS));
        boolean masked = !Viewer.of(request).hasAny(Viewer.POINT_ROLES);
        Question question = (masked ? questions.wholePlace(asked) : asked).ofAllTime();
        EntityTag tag = EntityTag.of("timeline", question.key(), masked ? "masked" : "");
        answers.json(request, response, tag, () -> {
            Timeline timeline = Timeline.of(question);
            return masked ? BandedTimeline.of(timeline) : timeline;
        });
    }
}
