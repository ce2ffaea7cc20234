package se.lageskarta.service.publications;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.paper.PaperForm;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.publicpage.PublicFile;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Sha256;
import se.lageskarta.service.web.StoredAnswer;
import se.lageskarta.service.web.Texts;

/** A publication as the public would get it, for those who decide about it: release, page, report and folder. */
@RestController
class DraftFilesController {
    /** The page may be shown in a frame of ours, beside what is written. */
    private static final String OWN_FRAME =
            "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'self'";

    private final Publications publications;
    private final PublicReleases releases;
    private final PrepareRelease prepare;
    private final WriteRelease write;
    private final DisclosurePaper paper;
    private final PaperForms forms;
    private final Clock clock;

    DraftFilesController(
            Publications publications,
            PublicReleases releases,
            PrepareRelease prepare,
            WriteRelease write,
            DisclosurePaper paper,
            PaperForms forms,
            Clock clock) {
        this.publications = publications;
        this.releases = releases;
        this.prepare = prepare;
        this.write = write;
        this.paper = paper;
        this.forms = forms;
        this.clock = clock.withZone(PrepareRelease.SWEDEN);
    }

    @GetMapping("/api/publications/{id}/release")
    void release(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        Entry<StoredPublication> entry = found(id);
        String text = entry.state().isDraft()
                ? write.text(draft(entry))
                : releases.releaseText(entry.id()).orElseThrow(ProblemException::notFound);
        json(request, response, text);
    }

    @GetMapping("/api/publications/{id}/disclosure")
    void disclosure(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        Entry<StoredPublication> entry = found(id);
        json(request, response, write.report(report(entry)));
    }

    @GetMapping("/api/publications/{id}/disclosure.{suffix}")
    ResponseEntity<byte[]> disclosurePaper(
            @PathVariable String id, @PathVariable String suffix, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        PaperForm form = PaperForm.of(suffix).orElseThrow(ProblemException::notFound);
        Entry<StoredPublication> entry = found(id);
        Locale language = Texts.language(request);
        return forms.write(paper.of(entry.state().plan(), report(entry), language), form)
                .answer();
    }

    @GetMapping("/api/publications/{id}/preview/")
    void preview(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        previewFile(id, "index.html", request, response);
    }

    @GetMapping("/api/publications/{id}/preview/{file}")
    void previewFile(
            @PathVariable String id,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        Entry<StoredPublication> entry = found(id);
        PublicFile wanted = entry.state().isDraft() ? draftFile(entry, file) : frozenFile(entry, file);
        EntityTag tag = EntityTag.of(Sha256.of(wanted.bytes()));
        response.setHeader("Content-Security-Policy", OWN_FRAME);
        if (!StoredAnswer.sendNotModified(request, response, tag, Answers.ASK_EACH_TIME)) {
            StoredAnswer.of(wanted.bytes(), wanted.mediaType()).send(request, response, tag, Answers.ASK_EACH_TIME);
        }
    }

    /** What stands in a folder, so that any web server can serve it. */
    @GetMapping("/api/publications/{id}/files.zip")
    ResponseEntity<byte[]> zip(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        Entry<StoredPublication> entry = found(id);
        if (!entry.state().state().equals("approved")) {
            throw ProblemException.of(409, "publication.not-approved");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String path : releases.paths(entry.id())) {
            files.put(
                    path,
                    releases.file(entry.id(), path)
                            .orElseThrow(ProblemException::notFound)
                            .bytes());
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + entry.state().plan().slug() + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, Answers.ASK_EACH_TIME)
                .body(WriteRelease.zip(files));
    }

    private PublicFile draftFile(Entry<StoredPublication> entry, String file) {
        PublicFile found = write.files(draft(entry), entry.state().plan()).get(file);
        if (found == null) {
            throw ProblemException.notFound();
        }
        return found;
    }

    private PublicFile frozenFile(Entry<StoredPublication> entry, String file) {
        return releases.file(entry.id(), file)
                .map(content -> new PublicFile(content.bytes(), content.mediaType()))
                .orElseThrow(ProblemException::notFound);
    }

    private Release draft(Entry<StoredPublication> entry) {
        return prepared(entry).release(LocalDate.now(clock));
    }

    private DisclosureReport report(Entry<StoredPublication> entry) {
        return entry.state().isDraft()
                ? prepared(entry).report()
                : write.report(releases.report(entry.id()).orElseThrow(ProblemException::notFound));
    }

    private PrepareRelease.Prepared prepared(Entry<StoredPublication> entry) {
        try {
            return prepare.of(entry.id(), entry.state().plan());
        } catch (CannotPublishException cannot) {
            throw cannot.problem();
        }
    }

    private static void json(HttpServletRequest request, HttpServletResponse response, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        EntityTag tag = EntityTag.of(Sha256.of(bytes));
        if (!StoredAnswer.sendNotModified(request, response, tag, Answers.ASK_EACH_TIME)) {
            StoredAnswer.of(bytes, Answers.JSON).send(request, response, tag, Answers.ASK_EACH_TIME);
        }
    }

    private Entry<StoredPublication> found(String id) {
        return publications.find(Numbers.of(id)).orElseThrow(ProblemException::notFound);
    }
}
