package se.lageskarta.service.publications;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Sha256;
import se.lageskarta.service.web.StoredAnswer;

/**
 * What everybody may read: frozen bytes and nothing else. Query parameters are not looked at, so none changes what is
 * counted; every answer is the same for everybody and may be kept by any cache.
 */
@RestController
class PublicController {
    private static final String HTML = "text/html;charset=UTF-8";
    /** A release never changes, but it may be taken back: that shall be seen within minutes. */
    private static final String SHORT = "public, max-age=300";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Pattern NAMED = Pattern.compile("([0-9a-f]{64})\\.([a-z0-9]{1,10})");
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
                    + " frame-src 'none'; frame-ancestors ";
    private static final String POLICY_HEADER = "Content-Security-Policy";
    private static final String EMBED = "embed.html";

    private final PublicReleases releases;
    private final PublicNotices notices;

    PublicController(PublicReleases releases, PublicNotices notices) {
        this.releases = releases;
        this.notices = notices;
    }

    @GetMapping("/public")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        notice(request, response, 200, notices.list());
    }

    /** Links of the page are relative to its folder, so its address ends with a slash. */
    @GetMapping("/public/{slug}")
    void page(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (releases.named(slug).isEmpty()) {
            notice(request, response, 404, notices.missing());
        } else {
            moved(response, "/public/" + slug + "/");
        }
    }

    @GetMapping("/public/{slug}/")
    void folder(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        file(slug, "index.html", request, response);
    }

    @GetMapping("/public/{slug}/{file}")
    void file(
            @PathVariable String slug,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (slug.equals("files")) {
            byHash(file, request, response);
            return;
        }
        PublicReleases.Published release = releases.named(slug).orElse(null);
        if (release == null) {
            notice(request, response, 404, notices.missing());
        } else if (release.withdrawnAt() != null) {
            // a link to a page finds the notice; a program that fetches data must not take it for data
            notice(request, response, file.endsWith(".html") ? 200 : 410, notices.withdrawn(release));
        } else {
            response.setHeader(POLICY_HEADER, POLICY + "'none'");
            send(releases.file(release.id(), file), SHORT, request, response);
        }
    }

    private void byHash(String file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var named = NAMED.matcher(file);
        Optional<PublicReleases.Content> content =
                named.matches() ? releases.content(named.group(1)) : Optional.empty();
        Optional<PublicReleases.Content> right =
                content.filter(found -> found.extension().equals(named.group(2)));
        if (right.isPresent() && right.get().gone()) {
            notice(request, response, 410, notices.missing());
            return;
        }
        response.setHeader(POLICY_HEADER, POLICY + "'none'");
        send(right, FOR_EVER, request, response);
    }

    @GetMapping("/embed/{slug}")
    void embed(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (releases.named(slug).isEmpty()) {
            framed(response);
            notice(request, response, 404, notices.missing());
        } else {
            moved(response, "/embed/" + slug + "/");
        }
    }

    @GetMapping("/embed/{slug}/")
    void embedFolder(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        embedFile(slug, EMBED, request, response);
    }

    /** The one page that other sites may show in a frame, with what it loads; other pages stand at their own address. */
    @GetMapping("/embed/{slug}/{file}")
    void embedFile(
            @PathVariable String slug,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PublicReleases.Published release = releases.named(slug).orElse(null);
        if (release != null && file.endsWith(".html") && !file.startsWith("embed")) {
            moved(response, "/public/" + slug + "/" + (file.equals("index.html") ? "" : file));
            return;
        }
        framed(response);
        if (release == null) {
            notice(request, response, 404, notices.missing());
        } else if (release.withdrawnAt() != null) {
            notice(request, response, file.endsWith(".html") ? 200 : 410, notices.withdrawn(release));
        } else {
            send(releases.file(release.id(), file), SHORT, request, response);
        }
    }

    private static void framed(HttpServletResponse response) {
        response.setHeader(POLICY_HEADER, POLICY + "*");
    }

    private void send(
            Optional<PublicReleases.Content> content,
            String cache,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (content.isEmpty()) {
            notice(request, response, 404, notices.missing());
            return;
        }
        PublicReleases.Content found = content.get();
        EntityTag tag = EntityTag.of(found.sha256());
        if (!StoredAnswer.sendNotModified(request, response, tag, cache)) {
            StoredAnswer.of(found.bytes(), found.mediaType()).send(request, response, tag, cache);
        }
    }

    /**
     * A page with a notice. Where nothing is, or no more, a program that does not ask for a page gets a problem it can read, as
     * everywhere else.
     */
    private static void notice(HttpServletRequest request, HttpServletResponse response, int status, String page)
            throws IOException {
        if (status >= 400 && !wantsPage(request)) {
            throw status == 410 ? ProblemException.of(410, "publication.gone") : ProblemException.notFound();
        }
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        if (!response.containsHeader(POLICY_HEADER)) {
            response.setHeader(POLICY_HEADER, POLICY + "'none'");
        }
        EntityTag tag = EntityTag.of(Sha256.of(bytes));
        String cache = status == 200 ? "public, max-age=60" : "no-cache";
        if (status == 200 && StoredAnswer.sendNotModified(request, response, tag, cache)) {
            return;
        }
        response.setStatus(status);
        StoredAnswer.of(bytes, HTML).send(request, response, tag, cache);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    private static void moved(HttpServletResponse response, String to) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", to);
        response.setHeader("Cache-Control", SHORT);
    }
}
