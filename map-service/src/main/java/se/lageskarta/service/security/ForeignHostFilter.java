package se.lageskarta.service.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.web.Problems;

/**
 * Refuses a request from this machine that names another host: a browser here was led to us under a foreign name, whose
 * pages would then count as ours (DNS rebinding). A proxy on this machine says that it is one; what it says must make
 * sense.
 */
class ForeignHostFilter extends OncePerRequestFilter {
    private static final Set<String> PROTOCOLS = Set.of("http", "https");

    private final String publicHost;
    private final Problems problems;

    ForeignHostFilter(SiteSettings site, Problems problems) {
        publicHost = site.publicUrl().isEmpty()
                ? ""
                : URI.create(site.publicUrl()).getHost().toLowerCase(Locale.ROOT);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String protocol = request.getHeader("X-Forwarded-Proto");
        boolean nonsense = protocol != null
                && !PROTOCOLS.contains(protocol.split(",")[0].strip().toLowerCase(Locale.ROOT));
        if (nonsense || (Caller.isForeignNameForThisMachine(request) && !isPublicName(request))) {
            problems.send(request, response, 400, "host");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isPublicName(HttpServletRequest request) {
        return request.getServerName().toLowerCase(Locale.ROOT).equals(publicHost);
    }
}
