package se.lageskarta.service.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever sends credentials of a kind we do not take is told so, and is not taken for someone else or for nobody. */
class OnlyBasicFilter extends OncePerRequestFilter {
    private final Refusals refusals;

    OnlyBasicFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String credentials = request.getHeader("Authorization");
        if (credentials == null || credentials.strip().toLowerCase(Locale.ROOT).startsWith("basic")) {
            chain.doFilter(request, response);
        } else {
            refusals.commence(request, response, new BadCredentialsException("only Basic"));
        }
    }
}
