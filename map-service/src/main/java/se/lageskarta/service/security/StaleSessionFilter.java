package se.lageskarta.service.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs out whose account has been changed since the log-in: other roles, a new password, closed. The request goes on
 * as a stranger's, so the page is told to log in again and nothing says that the person is still there.
 */
class StaleSessionFilter extends OncePerRequestFilter {
    private final AccountVersions versions;

    StaleSessionFilter(AccountVersions versions) {
        this.versions = versions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Person person = session == null ? null : Person.current();
        if (session != null && person != null && !versions.holdStill(person)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }
}
