package se.lageskarta.service.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.Problems;

/**
 * What those hear who may not: 404 for an address that is not there, 405 for a method it does not know, 401 or the
 * log-in page for who is not logged in, 403 for who is.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final EndpointRules rules;
    private final Problems problems;

    Refusals(EndpointRules rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /** Nobody is logged in, or the name and password sent along are wrong. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttemptsException) {
            tooMany(request, response);
        } else if (request.getHeader("Authorization") != null) {
            unauthenticated(request, response);
        } else if (!missing(request, response)) {
            unauthenticated(request, response);
        }
    }

    /** Somebody is logged in and may not, or a protection against forgery is missing. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            problems.send(request, response, 403, "csrf");
        } else if (!missing(request, response)) {
            problems.send(request, response, 403, "forbidden");
        }
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "300");
        problems.send(request, response, 429, "too-many-attempts");
    }

    private boolean missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Set<String> methods = rules.methods(request);
        if (methods.isEmpty()) {
            problems.send(request, response, 404, "not-found");
            return true;
        }
        if (!methods.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", methods));
            problems.send(request, response, 405, "method-not-allowed");
            return true;
        }
        return false;
    }

    /** A browser shows its own dialog when it is challenged, so only other programs are. */
    private void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean browser = request.getHeader("Sec-Fetch-Mode") != null || request.getHeader("X-Requested-With") != null;
        if (!browser) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Lageskarta\", charset=\"UTF-8\"");
        }
        problems.send(request, response, 401, "unauthenticated");
    }
}
