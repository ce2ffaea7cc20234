package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Which addresses are static files of the page: open to all, for they hold no data. The folders are those of module
 * web-map; a new top folder there is named here.
 */
@Component
public class StaticPages {
    /** Folders below {@code classpath:/static/} and the webjars. */
    static final List<String> FOLDERS =
            List.of("/fonts/", "/map/", "/phone/", "/report/", "/i18n/", "/images/", "/styles/", "/webjars/");
    /** Files at the top. */
    static final Set<String> FILES =
            Set.of("/index.html", "/login.html", "/report.html", "/survey.html", "/walk.html", "/walk-protocol.html");

    /** True when the request reads a static file. */
    public boolean holds(HttpServletRequest request) {
        String method = request.getMethod();
        if (!method.equals(HttpMethod.GET.name()) && !method.equals(HttpMethod.HEAD.name())) {
            return false;
        }
        String path = request.getRequestURI();
        return FILES.contains(path) || FOLDERS.stream().anyMatch(path::startsWith);
    }
}
