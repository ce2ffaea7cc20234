package se.lageskarta.service.publications;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import se.lageskarta.service.web.PageFiles;
import se.lageskarta.service.web.Texts;

/** Small pages around the releases: the list of them, that one was taken back, and that there is none. */
@Component
class PublicNotices {
    private final PublicReleases releases;
    private final Publications publications;
    private final Say say;
    private final PageFiles files;

    PublicNotices(PublicReleases releases, Publications publications, Say say, PageFiles files) {
        this.releases = releases;
        this.publications = publications;
        this.say = say;
        this.files = files;
    }

    /** Every release, the latest first; of those taken back only that they were. */
    String list() {
        StringBuilder body = new StringBuilder();
        List<PublicReleases.Published> all = releases.all();
        body.append("<h1>").append(escape(both("list.title"))).append("</h1>");
        if (all.isEmpty()) {
            body.append("<p>").append(escape(both("list.none"))).append("</p>");
        } else {
            body.append("<ul>");
            all.forEach(release -> body.append("<li>").append(line(release)).append("</li>"));
            body.append("</ul>");
        }
        return page(both("list.title"), body.toString());
    }

    private String line(PublicReleases.Published release) {
        LocalDate day = LocalDate.ofInstant(release.publishedAt(), PrepareRelease.SWEDEN);
        String name = publications
                .find(release.id())
                .map(entry -> entry.state().plan().title().sv())
                .orElse(release.slug());
        String words = escape(release.firstDay() + " – " + release.lastDay()) + ", " + escape(both("list.published"))
                + " " + escape(day.toString());
        if (release.withdrawnAt() != null) {
            return escape(name) + " (" + words + ") – " + escape(both("withdrawn.short"));
        }
        return "<a href=\"/public/" + release.slug() + "/\">" + escape(name) + "</a> (" + words + ")";
    }

    /** What stands at the address of a release that was taken back. */
    String withdrawn(PublicReleases.Published release) {
        StoredPublication.Withdrawn withdrawn = publications
                .find(release.id())
                .map(entry -> entry.state().withdrawn())
                .orElse(null);
        StringBuilder body = new StringBuilder();
        body.append("<h1>").append(escape(both("withdrawn.title"))).append("</h1>");
        if (withdrawn != null) {
            LocalDate day = LocalDate.ofInstant(withdrawn.at(), PrepareRelease.SWEDEN);
            body.append("<p>")
                    .append(escape(both("withdrawn.on")))
                    .append(' ')
                    .append(day)
                    .append("</p>");
            body.append("<p>").append(escape(withdrawn.reason().sv())).append("</p>");
            body.append("<p lang=\"en\">")
                    .append(escape(withdrawn.reason().en()))
                    .append("</p>");
        }
        body.append("<p><a href=\"/public\">")
                .append(escape(both("list.title")))
                .append("</a></p>");
        return page(both("withdrawn.title"), body.toString());
    }

    /** There is, and was, nothing here. */
    String missing() {
        return page(
                both("missing.title"),
                "<h1>" + escape(both("missing.title")) + "</h1><p>" + escape(both("missing.text"))
                        + "</p><p><a href=\"/public\">" + escape(both("list.title")) + "</a></p>");
    }

    private String page(String title, String body) {
        return files.in("<!doctype html>\n<html lang=\"sv\" data-theme=\"light\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>" + escape(title) + "</title>"
                + "<link rel=\"stylesheet\" href=\"/styles/tokens.css\">"
                + "<link rel=\"stylesheet\" href=\"/styles/base.css\">"
                + "<link rel=\"stylesheet\" href=\"/styles/notice.css\">"
                + "</head><body class=\"notice\"><main>" + body + "</main></body></html>\n");
    }

    /** Both languages on one line: these pages are the same for everybody. */
    private String both(String key) {
        return in(Texts.SWEDISH, key) + " / " + in(Texts.ENGLISH, key);
    }

    private String in(Locale language, String key) {
        return say.in(language, "page." + key);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
