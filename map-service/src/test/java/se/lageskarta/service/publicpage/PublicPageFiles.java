package se.lageskarta.service.publicpage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.web.Texts;

/** Makes the files of an invented release. */
final class PublicPageFiles {
    static final byte[] PROTOCOL = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);

    private PublicPageFiles() {}

    static Map<String, PublicFile> of(Release release) {
        return files().of(release, Map.of("protokoll/runt-stationsgatan.pdf", PROTOCOL));
    }

    static PublicFiles files() {
        Texts texts = new Texts();
        return new PublicFiles(texts, new PaperForms(texts));
    }

    static PageWords swedish(Release release) {
        return new PageWords(release, Texts.SWEDISH, new Texts());
    }

    static PageWords english(Release release) {
        return new PageWords(release, Texts.ENGLISH, new Texts());
    }

    static String text(Map<String, PublicFile> files, String path) {
        return new String(files.get(path).bytes(), StandardCharsets.UTF_8);
    }

    /** Writes them as a folder, as somebody would unpack them. */
    static void write(Map<String, PublicFile> files, Path folder) {
        files.forEach((path, file) -> {
            try {
                Path target = folder.resolve(path);
                Files.createDirectories(target.getParent());
                Files.write(target, file.bytes());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }
}
