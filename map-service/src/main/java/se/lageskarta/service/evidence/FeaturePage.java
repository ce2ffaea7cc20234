package se.lageskarta.service.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.service.layers.Paging;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Parameters;

/**
 * One page of the single features a question is about.
 *
 * @param box only what lies inside it, degrees; null for all
 */
public record FeaturePage(Question question, @Nullable Bounds box, Paging paging) {
    private static final Set<String> PARAMETERS = Stream.of(Questions.PARAMETERS, Paging.PARAMETERS, Set.of("bbox"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Reads what a request asks for; {@link PageParameters} declares it.
     *
     * @throws se.lageskarta.service.web.RefusedRequestException when a parameter is unknown or cannot be accepted
     */
    public static FeaturePage of(HttpServletRequest request, Questions questions) {
        Parameters parameters = Parameters.of(request.getParameterMap(), PARAMETERS);
        return new FeaturePage(questions.everything(parameters), parameters.box("bbox"), Paging.of(parameters));
    }

    /** Names the part of the question's features that is on the page. */
    public String part() {
        return paging + "|" + box;
    }

    /**
     * Writes what a list says of itself after its features.
     *
     * @param matched features on all pages
     * @param returned features on this one
     */
    public void end(FeatureWriter writer, HttpServletRequest request, int matched, int returned) throws IOException {
        writer.member("numberMatched", matched);
        writer.member("numberReturned", returned);
        writer.member("links", paging.links(request.getRequestURI(), request.getParameterMap(), matched));
        writer.member("invented", question.invented());
    }
}
