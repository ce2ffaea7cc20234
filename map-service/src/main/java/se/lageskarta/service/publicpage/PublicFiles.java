package se.lageskarta.service.publicpage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.lageskarta.service.paper.PaperFile;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.web.Texts;

/**
 * Writes the public page and all that lies beside it. The files are made of the release alone and link to each other by
 * relative addresses, so they work behind any address and from a plain folder; only the accessibility statement and the
 * contact link elsewhere, and nothing is loaded from elsewhere. The same release gives the same bytes.
 *
 * <p>Time grows with areas times subjects: some 2 s for 60 areas, most of it for the two PDF files.
 */
@Component
public class PublicFiles {
    private static final String PNG = "image/png";
    private static final String EXAMPLE = "protokoll-1.pdf";
    private static final Pattern PROTOCOL = Pattern.compile("protokoll[/-][a-z0-9-]{1,100}\\.pdf");

    private final Texts texts;
    private final PaperForms papers;

    public PublicFiles(Texts texts, PaperForms papers) {
        this.texts = texts;
        this.papers = papers;
    }

    /**
     * All files by their paths, the page itself ({@code index.html}) first.
     *
     * @param protocols PDF bytes by the paths that the release's walks name, such as {@code protokoll-1.pdf}; what
     *     no walk names is left out
     * @throws IllegalArgumentException when a walk names a protocol that is not handed in, or does not name it so
     */
    public Map<String, PublicFile> of(Release release, Map<String, byte[]> protocols) {
        Map<String, PublicFile> files = new LinkedHashMap<>();
        MapPlan plan = MapPlan.of(release);
        PageWords swedish = new PageWords(release, Texts.SWEDISH, texts);
        PageWords english = new PageWords(release, Texts.ENGLISH, texts);
        files.put("index.html", MainPage.of(plan, swedish));
        files.put("en.html", MainPage.of(plan, english));
        for (PageWords words : List.of(swedish, english)) {
            files.put(words.file("embed", "html"), EmbedPage.of(plan, words));
            files.put(words.file("tillganglighet", "html"), StatementPage.of(words));
        }
        files.put("style.css", resource("style.css", "text/css;charset=UTF-8"));
        files.put("page.js", resource("page.js", "text/javascript;charset=UTF-8"));
        files.put("icon.svg", resource("icon.svg", "image/svg+xml"));
        DataFiles data = new DataFiles(swedish);
        files.put("data.csv", data.csv());
        files.put("data.geojson", data.geoJson());
        files.put("data.json", data.json());
        for (PageWords words : List.of(swedish, english)) {
            pictures(files, plan, words);
        }
        protocols(files, release, protocols);
        return Collections.unmodifiableMap(files);
    }

    private void pictures(Map<String, PublicFile> files, MapPlan plan, PageWords words) {
        Map<Character, byte[]> drawn = new LinkedHashMap<>();
        for (Subject subject : words.subjects()) {
            drawn.put(subject.letter(), PublicPicture.of(plan, words, subject));
        }
        PaperFile paper =
                papers.pdf(PublicPaper.of(words, subject -> drawn.get(subject.letter())), words.release.published());
        files.put(words.file("lagesbild", "pdf"), new PublicFile(paper.bytes(), paper.mediaType()));
        drawn.values().stream()
                .findFirst()
                .ifPresent(first -> files.put(words.file("karta", "png"), new PublicFile(first, PNG)));
    }

    private static void protocols(Map<String, PublicFile> files, Release release, Map<String, byte[]> protocols) {
        for (Release.Walk walk : release.walks()) {
            String path = walk.protocol();
            if (path != null) {
                byte[] bytes = protocols.get(path);
                if (!PROTOCOL.matcher(path).matches()) {
                    throw new IllegalArgumentException(path + " is a walk's protocol, but must be like " + EXAMPLE);
                }
                if (bytes == null) {
                    throw new IllegalArgumentException(path + " is named by a walk, but not handed in");
                }
                files.putIfAbsent(path, new PublicFile(bytes, "application/pdf"));
            }
        }
    }

    private static PublicFile resource(String name, String mediaType) {
        try (InputStream in = PublicFiles.class.getResourceAsStream("/publicpage/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing on the class path");
            }
            return new PublicFile(in.readAllBytes(), mediaType);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
