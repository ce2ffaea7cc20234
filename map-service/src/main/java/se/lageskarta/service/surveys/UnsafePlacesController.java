package se.lageskarta.service.surveys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.evidence.FeaturePage;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.evidence.PageParameters;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.GeoJsonSink;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;

/** Single marks of surveys, page by page. */
@RestController
class UnsafePlacesController {
    private final Questions questions;
    private final Answers answers;

    UnsafePlacesController(Questions questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    @FilterParameters
    @PageParameters
    @GetMapping("/api/unsafe-places")
    void unsafePlaces(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FeaturePage page = FeaturePage.of(request, questions);
        EntityTag tag = EntityTag.of("unsafe-places", page.question().key(), page.part());
        answers.geoJson(request, response, tag, out -> {
            UnsafePlaceList list = new UnsafePlaceList(page.question(), page.box());
            try (FeatureWriter writer = new FeatureWriter(out)) {
                int returned = list.write(page.paging().offset(), page.paging().limit(), new GeoJsonSink(writer));
                page.end(writer, request, list.size(), returned);
            }
        });
    }
}
