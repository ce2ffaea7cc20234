package se.lageskarta.service.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.web.Problems;

/**
 * Refuses to change anything on behalf of another web site, whatever credentials the browser sends along. Reading is
 * harmless: no answer carries a permission for other origins, so their scripts do not get to see it.
 */
class SameOriginFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final String publicOrigin;
    private final Problems problems;

    SameOriginFilter(SiteSettings site, Problems problems) {
        publicOrigin = site.publicUrl().isEmpty() ? "" : authority(site.publicUrl());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            problems.send(request, response, 403, "origin");
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && (site.equals("cross-site") || site.equals("same-site"))) {
            return false;
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        String from = authority(origin);
        String host = request.getHeader("Host");
        return !from.isEmpty()
                && (from.equals(publicOrigin) || (host != null && from.equals(host.toLowerCase(Locale.ROOT))));
    }

    /** Host and port as a browser writes them in Host; empty when there are none. */
    private static String authority(String address) {
        try {
            String authority = new URI(address).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException malformed) {
            return "";
        }
    }
}
