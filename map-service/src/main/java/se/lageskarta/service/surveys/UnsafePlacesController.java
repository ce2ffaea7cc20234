package se.lageskarta.service.surveys;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.GeoJsonSink;
import se.lageskarta.service.layers.Paging;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Parameters;

/** Single marks of surveys, page by page. */
@RestController
class UnsafePlacesController {
    private static final Set<String> PARAMETERS = parameters();

    private final Questions questions;
    private final Answers answers;

    UnsafePlacesController(Questions questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    @FilterParameters
    @Parameter(name = "bbox", in = ParameterIn.QUERY, description = "west,south,east,north in degrees")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Most features in the answer, 1 to 10000")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "How many to pass over, 0 or more")
    @GetMapping("/api/unsafe-places")
    void unsafePlaces(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request.getParameterMap(), PARAMETERS);
        Question question = questions.of(parameters);
        Bounds box = parameters.box("bbox");
        Paging page = Paging.of(parameters);
        EntityTag tag = EntityTag.of("unsafe-places", question.key(), page + "|" + box);
        answers.geoJson(request, response, tag, out -> {
            UnsafePlaceList list = new UnsafePlaceList(question, box);
            try (FeatureWriter writer = new FeatureWriter(out)) {
                int returned = list.write(page.offset(), page.limit(), new GeoJsonSink(writer));
                writer.member("numberMatched", list.size());
                writer.member("numberReturned", returned);
                writer.member("links", page.links(request.getRequestURI(), request.getParameterMap(), list.size()));
                writer.member("invented", question.invented());
            }
        });
    }

    private static Set<String> parameters() {
        Set<String> all = new TreeSet<>(Questions.PARAMETERS);
        all.addAll(Paging.PARAMETERS);
        all.add("bbox");
        return Set.copyOf(all);
    }
}
