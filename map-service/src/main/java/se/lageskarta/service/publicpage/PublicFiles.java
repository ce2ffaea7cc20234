package se.lageskarta.service.publicpage;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.Texts;

/**
 * Writes the public page and all that lies beside it. The files are made of the release alone and link to each other by
 * relative addresses, so they work behind any address and from a plain folder. The same release gives the same bytes.
 */
@Component
public class PublicFiles {
    private static final String HTML = "text/html;charset=UTF-8";

    private final Texts texts;

    public PublicFiles(Texts texts) {
        this.texts = texts;
    }

    /**
     * All files by their paths, the page itself ({@code index.html}) first.
     *
     * @param protocols PDF bytes by the paths that the release's walks name; what no walk names is left out
     * @throws IllegalArgumentException when a walk names a protocol that is not handed in
     */
    public Map<String, PublicFile> of(Release release, Map<String, byte[]> protocols) {
        Map<String, PublicFile> files = new LinkedHashMap<>();
        files.put("index.html", page(release, Texts.SWEDISH));
        files.put("en.html", page(release, Texts.ENGLISH));
        for (Release.Walk walk : release.walks()) {
            if (walk.protocol() != null) {
                byte[] bytes = protocols.get(walk.protocol());
                if (bytes == null) {
                    throw new IllegalArgumentException(walk.protocol() + " is named by a walk, but not handed in");
                }
                files.put(walk.protocol(), new PublicFile(bytes, "application/pdf"));
            }
        }
        return Collections.unmodifiableMap(files);
    }

    private PublicFile page(Release release, Locale language) {
        Markup page = new Markup();
        page.start("html", "lang", language.toLanguageTag()).start("head");
        page.start("meta", "charset", "utf-8")
                .element("title", release.title().in(language))
                .end();
        page.start("body").start("main").element("h1", release.title().in(language));
        if (release.invented()) {
            page.element("p", texts.of("paper.invented.full", language));
        }
        page.paragraphs(release.text().in(language));
        page.paragraphs(release.method().in(language)).end().end().end();
        return new PublicFile(("<!DOCTYPE html>\n" + page).getBytes(StandardCharsets.UTF_8), HTML);
    }
}
