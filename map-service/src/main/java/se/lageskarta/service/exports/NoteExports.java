package se.lageskarta.service.exports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes each export before it is sent: when that cannot be written, the request fails and nothing leaves the service. A program
 * that reads one file part by part is noted once in {@value #PARTS_MINUTES} minutes.
 */
@Component
class NoteExports implements HandlerInterceptor {
    private static final int PARTS_MINUTES = 10;
    private static final String LINE = NoteExports.class.getName() + ".line";

    private final Exports exports;
    private final ExportRules rules;
    private final Cache<String, Boolean> parts = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(PARTS_MINUTES))
            .maximumSize(10_000)
            .build();

    NoteExports(Exports exports, ExportRules rules) {
        this.exports = exports;
        this.rules = rules;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String what = pattern == null ? null : rules.what(pattern.toString()).orElse(null);
        String who = request.getRemoteUser();
        if (what == null || who == null || !request.getMethod().equals("GET") || isLaterPart(request, who)) {
            return true;
        }
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        long line = exports.begin(who, what, request.getRequestURI(), readable(query), isShown(request));
        request.setAttribute(LINE, line);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(LINE) instanceof Long line) {
            request.removeAttribute(LINE);
            exports.end(line, failure == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private boolean isLaterPart(HttpServletRequest request, String who) {
        if (request.getHeader("Range") == null) {
            return false;
        }
        String key = who + " " + request.getRequestURI() + "?" + request.getQueryString();
        return parts.asMap().putIfAbsent(key, true) != null;
    }

    /** The map's own page fetches by script; a link, another program or a typed address does not say so. */
    private static boolean isShown(HttpServletRequest request) {
        return "empty".equals(request.getHeader("Sec-Fetch-Dest"))
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static String readable(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return query;
        }
    }
}
