package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Which addresses are static files of the page: open to all, for they hold no data. The folders are those of module
 * web-map; a new top folder there is named here.
 */
@Component
public class StaticPages {
    /** Folders below {@code classpath:/static/}. */
    static final List<String> OWN_FOLDERS =
            List.of("/fonts/", "/map/", "/phone/", "/report/", "/i18n/", "/images/", "/styles/");
    /** Files at the top. */
    static final Set<String> FILES =
            Set.of("/index.html", "/login.html", "/report.html", "/survey.html", "/walk.html", "/walk-protocol.html");

    private static final String WEBJARS = "/webjars/";
    private static final Pattern LASTING = Pattern.compile(PageFiles.ROOT + "[0-9a-f]+(?=/)");

    /** True when the request reads a static file. */
    public boolean holds(HttpServletRequest request) {
        return isReading(request) && FILES.contains(request.getRequestURI()) || isPart(request);
    }

    /**
     * True when the request reads what a page is made of: modules, styles, pictures. Such an answer is the same for
     * everybody and needs neither session nor cookie; a page itself does.
     */
    public boolean isPart(HttpServletRequest request) {
        String path = LASTING.matcher(request.getRequestURI()).replaceFirst("");
        return isReading(request)
                && (path.startsWith(WEBJARS) || OWN_FOLDERS.stream().anyMatch(path::startsWith));
    }

    private static boolean isReading(HttpServletRequest request) {
        String method = request.getMethod();
        return method.equals(HttpMethod.GET.name()) || method.equals(HttpMethod.HEAD.name());
    }
}
