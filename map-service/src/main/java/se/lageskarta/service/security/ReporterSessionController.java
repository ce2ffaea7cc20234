package se.lageskarta.service.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.ProblemException;

/**
 * Lets a reporter in by the secret of a link. The secret is then kept in a cookie that no script can read and that is
 * sent to this address alone, so that a session that has ended begins again without the link at hand. No other site can
 * send the JSON that is asked for here, so that none can let a browser in under a name of its own.
 */
@RestController
class ReporterSessionController {
    static final String PATH = "/api/reporter-session";
    static final String COOKIE = "LAGESKARTA-REPORTER";
    /** Failed tries count against the sender's address under this name. */
    private static final String ATTEMPTS = "reporter-link";

    /** What is sent: the secret, or nothing when the cookie holds it. */
    record Sent(@Nullable String token) {}

    private final GiveReporterLinks links;
    private final LoginAttempts attempts;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    ReporterSessionController(GiveReporterLinks links, LoginAttempts attempts) {
        this.links = links;
        this.attempts = attempts;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> come(@RequestBody Sent sent, HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRemoteAddr();
        boolean given = sent.token != null && !sent.token.isBlank();
        String token = given
                ? Objects.requireNonNull(sent.token).strip()
                : kept(request).orElse("");
        if (token.isEmpty()) {
            // a phone that has never had a link asks as well; there is nothing to begin and nothing wrong
            return ResponseEntity.noContent().build();
        }
        Optional<Person> person = links.come(token);
        if (person.isEmpty()) {
            slowDown(address, response);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
            throw ProblemException.of(422, "reporter-link.ended");
        }
        begin(person.get(), request, response);
        if (given) {
            Duration kept = Duration.ofDays(GiveReporterLinks.MOST_DAYS);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, kept, request));
        }
        return ResponseEntity.noContent().build();
    }

    /** Forgets the secret on this phone; the session itself is ended by {@code POST /logout}. */
    @DeleteMapping(PATH)
    ResponseEntity<Void> forget(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        return ResponseEntity.noContent().build();
    }

    /**
     * Wrong secrets from one address have to wait. A right one always comes in: it cannot be guessed, and behind one
     * address there may be a whole municipality.
     */
    private void slowDown(String address, HttpServletResponse response) {
        if (attempts.mustWait(ATTEMPTS, address)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "300");
            throw ProblemException.of(429, "too-many-attempts");
        }
        attempts.failed(ATTEMPTS, address);
    }

    /** A new session, so that nobody can have known its name before. */
    private void begin(Person person, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    private static Optional<String> kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static String cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(age)
                .build()
                .toString();
    }
}
