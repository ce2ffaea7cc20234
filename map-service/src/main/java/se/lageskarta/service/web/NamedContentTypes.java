package se.lageskarta.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that says that its content may be of any type: what reads requests further in takes such a type for
 * a mistake of the program.
 */
@Component
class NamedContentTypes extends OncePerRequestFilter {
    private final Problems problems;

    NamedContentTypes(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.split(";", 2)[0].indexOf('*') >= 0) {
            problems.send(
                    request,
                    response,
                    ProblemException.of(415, "unsupported-media-type", MediaType.APPLICATION_JSON_VALUE));
            return;
        }
        next.doFilter(request, response);
    }
}
