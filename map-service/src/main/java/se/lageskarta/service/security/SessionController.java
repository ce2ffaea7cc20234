package se.lageskarta.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.web.Parameters;

/** {@code GET /api/session}: who is asking, in which installation; also gives a browser its token against forgery. */
@RestController
class SessionController {
    /** What the page knows of itself and its reader. */
    record Session(
            boolean authenticated,
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String organisation,
            List<Role> roles,
            String language,
            @Nullable Demo demo,
            String version,
            @Nullable Municipality municipality) {}

    /** That invented data run here; the accounts only for who sits at this machine. */
    record Demo(boolean running, @Nullable List<DemoAccount> accounts) {}

    record DemoAccount(String username, String password, Role role) {}

    record Municipality(String name) {}

    private final SiteSettings site;
    private final DemoAccounts demo;

    SessionController(SiteSettings site, DemoAccounts demo) {
        this.site = site;
        this.demo = demo;
    }

    @GetMapping("/api/session")
    ResponseEntity<Session> session(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        writeToken(request);
        Person person = Person.current();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Session(
                        person != null,
                        person == null ? null : person.getUsername(),
                        person == null ? null : person.displayName(),
                        person == null ? null : person.organisation(),
                        person == null
                                ? List.of()
                                : person.roles().stream().sorted().toList(),
                        person == null ? "sv" : person.language(),
                        demo(request),
                        Version.current(),
                        site.municipality().isEmpty() ? null : new Municipality(site.municipality())));
    }

    private @Nullable Demo demo(HttpServletRequest request) {
        if (!demo.exist()) {
            return null;
        }
        return new Demo(true, Caller.of(request).local() ? demo.all() : null);
    }

    /** The token is made when it is first asked for, and so is its cookie. */
    private static void writeToken(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }
}
