package se.lageskarta.service.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Parameters;

/** Which datasets there are, and which belong together. */
@RestController
class DatasetsController {
    private final Evidence evidence;
    private final Answers answers;

    DatasetsController(Evidence evidence, Answers answers) {
        this.evidence = evidence;
        this.answers = answers;
    }

    @GetMapping("/api/datasets")
    void datasets(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        Facts facts = evidence.now();
        EntityTag tag = EntityTag.of("datasets", Long.toString(facts.revision()));
        answers.json(request, response, tag, () -> DatasetList.of(facts));
    }
}
