package se.lageskarta.service.hotspots;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.spots.FollowSpot;
import se.lageskarta.service.spots.FoundHotspot;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.spots.Spots;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.RefusedRequestException;

/** Makes a hotspot on the map a spot. */
@RestController
class FollowController {
    private final Questions questions;
    private final FindHotspots find;
    private final FollowSpot follow;

    FollowController(Questions questions, FindHotspots find, FollowSpot follow) {
        this.questions = questions;
        this.find = find;
        this.follow = follow;
    }

    /** @param hotspot id of a hotspot that the filter in the address finds */
    record Sent(@Nullable String hotspot) {}

    record Followed(long id, long version, String stream, String name) {}

    @FilterParameters
    @Parameter(name = "eps", in = ParameterIn.QUERY, description = "Greatest distance between neighbours, metres")
    @Parameter(name = "minPts", in = ParameterIn.QUERY, description = "Least number within that distance")
    @Parameter(name = "compare", in = ParameterIn.QUERY, description = "previous-years or none")
    @PostMapping("/api/spots")
    ResponseEntity<Followed> follow(HttpServletRequest request, @RequestBody Sent sent, Principal who) {
        Parameters parameters = Parameters.of(request.getParameterMap(), HotspotQuestion.PARAMETERS);
        HotspotQuestion asked = HotspotQuestion.of(questions, parameters, Viewer.of(request));
        String id = sent.hotspot() == null ? "" : sent.hotspot();
        PlacedHotspot hotspot = find.in(asked)
                .find(id)
                .orElseThrow(() ->
                        new RefusedRequestException(422, List.of(FieldFault.of("hotspot", id, "hotspots.unknown"))));
        Question question = asked.question();
        Hotspot found = hotspot.found();
        PoissonComparison made = found.comparison();
        FollowSpot.Followed followed = follow.of(
                Spots.monthOf(question),
                question,
                found.stream().code(),
                new FoundHotspot(
                        hotspot.outline(),
                        found.stream() == Evidence.UNSAFETY ? found.respondents() : found.count(),
                        (made == null ? PoissonComparison.Status.NO_HISTORY : made.status()).code()),
                who.getName());
        Spot spot = followed.spot();
        URI at = URI.create("/api/spots/" + spot.id());
        ResponseEntity.BodyBuilder answer = followed.created()
                ? ResponseEntity.created(at)
                : ResponseEntity.ok().location(at);
        return answer.body(new Followed(spot.id(), spot.version(), spot.stream(), spot.name()));
    }
}
