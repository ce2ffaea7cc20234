package se.lageskarta.service.pictures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.spots.Spots;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** The chain of a place: problem, cause, measure, effect. */
@RestController
class ChainController {
    private final Spots spots;
    private final TellChain tell;

    ChainController(Spots spots, TellChain tell) {
        this.spots = spots;
        this.tell = tell;
    }

    @GetMapping("/api/spots/{id}/chain")
    ResponseEntity<SpotChain> chain(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        boolean masked = !Viewer.of(request).hasAny(Viewer.POINT_ROLES);
        SpotChain chain = tell.of(spots.find(Numbers.of(id)).orElseThrow(ProblemException::notFound), masked);
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(chain);
    }
}
