package se.lageskarta.service.publications;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.publicpage.PublicFile;
import se.lageskarta.service.publicpage.PublicFiles;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.walks.PublicWalks;
import se.lageskarta.service.web.Sha256;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Writes a release as bytes: equal releases are equal bytes, on every database. */
@Component
class WriteRelease {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** 1980-01-02: zip files know no earlier day, and the time of writing must not change the bytes. */
    private static final java.time.LocalDateTime ZIP_TIME = java.time.LocalDateTime.of(1980, 1, 2, 0, 0);

    /** Pictures and PDF files take seconds; equal releases are the same bytes. */
    private static final int KEPT = 4;

    private final PublicFiles pages;
    private final PublicWalks walks;
    private final PaperForms forms;
    private final Cache<String, Map<String, PublicFile>> written =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    WriteRelease(PublicFiles pages, PublicWalks walks, PaperForms forms) {
        this.pages = pages;
        this.walks = walks;
        this.forms = forms;
    }

    /** All that everybody may read, by path, the page itself first. */
    Map<String, PublicFile> files(Release release, PublicationPlan plan) {
        Map<String, byte[]> protocols = new TreeMap<>();
        StringBuilder name = new StringBuilder(text(release));
        for (long walk : plan.walks()) {
            walks.protocol(walk, Texts.SWEDISH, release.invented()).ifPresent(paper -> {
                byte[] protocol = forms.pdf(paper, release.published()).bytes();
                protocols.put(protocolPath(walk), protocol);
                name.append(Sha256.of(protocol));
            });
        }
        String key = Sha256.of(name.toString().getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(written.get(key, any -> pages.of(release, protocols)));
    }

    static String protocolPath(long walk) {
        return "protokoll-" + walk + ".pdf";
    }

    String text(Release release) {
        return JSON.writeValueAsString(release);
    }

    String report(DisclosureReport report) {
        return JSON.writeValueAsString(report);
    }

    /** A report that was written before. */
    DisclosureReport report(String text) {
        return JSON.readValue(text, DisclosureReport.class);
    }

    /** The files as they stand in a folder; the same files are the same bytes. */
    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ZIP_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
