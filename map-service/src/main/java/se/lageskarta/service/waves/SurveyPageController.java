package se.lageskarta.service.waves;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a wave; one that was never opened looks to the public as if it had never been. */
@Controller
class SurveyPageController {
    private final PublicSurveys surveys;

    SurveyPageController(PublicSurveys surveys) {
        this.surveys = surveys;
    }

    @GetMapping("/survey/{slug}")
    String page(@PathVariable String slug, HttpServletResponse response) {
        if (surveys.find(slug).isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        return "forward:/survey.html";
    }
}
