package se.lageskarta.service.measures;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** The register of organisations, kept by coordinators. */
@RestController
class OrganisationsController {
    private final KnownOrganisations organisations;

    OrganisationsController(KnownOrganisations organisations) {
        this.organisations = organisations;
    }

    record Registered(List<Entry<Organisation>> organisations) {}

    @GetMapping("/api/organisations")
    Registered all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return new Registered(organisations.registered());
    }

    @PostMapping("/api/organisations")
    ResponseEntity<Entry<Organisation>> add(@RequestBody Organisation sent, Principal who) {
        Entry<Organisation> added = organisations.add(sent, who.getName());
        return ResponseEntity.created(URI.create("/api/organisations/" + added.id()))
                .eTag(added.tag())
                .body(added);
    }

    @PutMapping("/api/organisations/{id}")
    ResponseEntity<Entry<Organisation>> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Organisation sent,
            Principal who) {
        Entry<Organisation> changed = organisations
                .change(MeasuresController.number(id), ExpectedVersion.of(ifMatch), sent, who.getName())
                .orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().eTag(changed.tag()).body(changed);
    }

    @DeleteMapping("/api/organisations/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal who) {
        organisations
                .withdraw(MeasuresController.number(id), ExpectedVersion.of(ifMatch), who.getName())
                .orElseThrow(ProblemException::notFound);
        return ResponseEntity.noContent().build();
    }
}
