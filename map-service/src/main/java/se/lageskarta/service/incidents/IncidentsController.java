package se.lageskarta.service.incidents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.evidence.FeaturePage;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.evidence.PageParameters;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.GeoJsonSink;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Texts;

/** Single incidents, page by page. */
@RestController
class IncidentsController {
    private final Questions questions;
    private final IncidentTypes types;
    private final Answers answers;

    IncidentsController(Questions questions, IncidentTypes types, Answers answers) {
        this.questions = questions;
        this.types = types;
        this.answers = answers;
    }

    @FilterParameters
    @PageParameters
    @GetMapping("/api/incidents")
    void incidents(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FeaturePage page = FeaturePage.of(request, questions);
        Locale language = Texts.language(request);
        response.addHeader("Vary", "Accept-Language");
        EntityTag tag = EntityTag.of(
                "incidents", page.question().key(), page.part(), language.getLanguage(), "" + types.revision());
        answers.geoJson(request, response, tag, out -> {
            IncidentList list = new IncidentList(page.question(), page.box(), types);
            try (FeatureWriter writer = new FeatureWriter(out)) {
                int returned =
                        list.write(page.paging().offset(), page.paging().limit(), new GeoJsonSink(writer), language);
                page.end(writer, request, list.size(), returned);
            }
        });
    }
}
