package se.lageskarta.service.measures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.Parameters;

/** The organisations a form can offer as owner. */
@RestController
class OwnersController {
    private final KnownOrganisations organisations;

    OwnersController(KnownOrganisations organisations) {
        this.organisations = organisations;
    }

    /** The answer, in Swedish alphabetical order. */
    record Owners(List<String> owners) {}

    @GetMapping("/api/owners")
    Owners owners(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return new Owners(organisations.names());
    }
}
