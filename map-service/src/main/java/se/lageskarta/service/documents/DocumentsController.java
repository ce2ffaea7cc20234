package se.lageskarta.service.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.paper.Paper;
import se.lageskarta.service.paper.PaperFile;
import se.lageskarta.service.paper.PaperForm;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.EntryAnswers;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** Documents: drafts, what was approved, their files, and what is due. */
@RestController
class DocumentsController {
    private final Documents documents;
    private final EditDocuments editing;
    private final ComposeDocument compose;
    private final DocumentFiles files;
    private final PaperForms forms;
    private final DocumentReaders readers;
    private final Deadlines deadlines;

    DocumentsController(
            Documents documents,
            EditDocuments editing,
            ComposeDocument compose,
            DocumentFiles files,
            PaperForms forms,
            DocumentReaders readers,
            Deadlines deadlines) {
        this.documents = documents;
        this.editing = editing;
        this.compose = compose;
        this.files = files;
        this.forms = forms;
        this.readers = readers;
        this.deadlines = deadlines;
    }

    /** One line of the list; {@code state} is draft, approved or elsewhere. */
    record Listed(
            long id,
            String kind,
            String title,
            String subtitle,
            String language,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String number,
            String organ,
            @Nullable LocalDate decidedOn,
            String state,
            @Nullable Instant approvedAt,
            Instant updatedAt,
            String updatedBy) {}

    /** A kind with how often it comes, months, and how many pages it should have room on, 0 for any. */
    record Kind(String code, int months, boolean decided, boolean open, int mostPages) {}

    record Listing(List<Kind> kinds, List<Listed> documents, List<Deadlines.Deadline> deadlines) {}

    /**
     * The whole of a document.
     *
     * @param preview null for one that is no draft
     * @param mostPages how many its kind should have room on; 0 for any
     * @param pages of A4 that the draft takes; null when its kind may take any, and for one that is no draft
     */
    record Told(
            long id,
            long version,
            String state,
            DocumentPlan plan,
            StoredDocument.@Nullable Approved approved,
            @Nullable PaperPreview preview,
            @Nullable Integer pages,
            int mostPages,
            Instant updatedAt,
            String updatedBy) {}

    @GetMapping("/api/documents")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        List<Kind> kinds = Arrays.stream(DocumentKind.values())
                .map(kind -> new Kind(kind.code(), kind.months(), kind.isDecided(), kind.isOpen(), kind.mostPages()))
                .toList();
        List<Listed> listed = documents.all().stream()
                .filter(entry -> readers.mayRead(request, entry.state()))
                .map(DocumentsController::listed)
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(kinds, listed, deadlines.all()));
    }

    @PostMapping("/api/documents")
    ResponseEntity<Told> begin(@RequestBody WantedDocument sent, Principal who) {
        return EntryAnswers.added("/api/documents/", editing.begin(sent, who.getName()), this::told);
    }

    @GetMapping("/api/documents/{id}")
    ResponseEntity<Told> one(@PathVariable String id, HttpServletRequest request) {
        return answer(readable(id, request));
    }

    @PutMapping("/api/documents/{id}")
    ResponseEntity<Told> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DocumentPlan sent,
            HttpServletRequest request,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        long number = readable(id, request).id();
        return EntryAnswers.present(editing.change(number, expected, sent, who.getName()), this::told);
    }

    @DeleteMapping("/api/documents/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        long number = readable(id, request).id();
        return EntryAnswers.gone(editing.withdraw(number, expected, who.getName()));
    }

    @PostMapping("/api/documents/{id}/approval")
    ResponseEntity<Told> approve(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            Principal who) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        long number = readable(id, request).id();
        return EntryAnswers.present(editing.approve(number, expected, who.getName()), this::told);
    }

    /** A file: the frozen one once approved, before that the draft as it is now. */
    @GetMapping("/api/documents/{id}/file.{suffix}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String suffix, HttpServletRequest request) {
        PaperForm form = PaperForm.of(suffix).orElseThrow(ProblemException::notFound);
        Entry<StoredDocument> entry = readable(id, request);
        if (entry.state().approved() == null) {
            return forms.write(compose.of(entry.state().plan(), true), form).answer();
        }
        return files.find(entry.id(), form).map(PaperFile::answer).orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/api/documents/{id}/history")
    ResponseEntity<EntryAnswers.History<StoredDocument>> history(@PathVariable String id, HttpServletRequest request) {
        return EntryAnswers.history(
                documents.register().history(readable(id, request).id()));
    }

    private Entry<StoredDocument> readable(String id, HttpServletRequest request) {
        return documents
                .find(Numbers.of(id))
                .filter(entry -> readers.mayRead(request, entry.state()))
                .orElseThrow(ProblemException::notFound);
    }

    private ResponseEntity<Told> answer(Entry<StoredDocument> entry) {
        return ResponseEntity.ok()
                .eTag(entry.tag())
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(told(entry));
    }

    /** An approved document is shown by its files; what is composed today could differ from them. */
    private Told told(Entry<StoredDocument> entry) {
        StoredDocument document = entry.state();
        Paper paper = document.approved() == null ? compose.of(document.plan(), true) : null;
        int mostPages = document.plan().ofKind().mostPages();
        return new Told(
                entry.id(),
                entry.version(),
                state(document),
                document.plan(),
                document.approved(),
                paper == null ? null : PaperPreview.of(paper),
                paper == null || mostPages == 0 ? null : (Integer) forms.pages(paper),
                mostPages,
                entry.updatedAt(),
                entry.updatedBy());
    }

    private static Listed listed(Entry<StoredDocument> entry) {
        DocumentPlan plan = entry.state().plan();
        StoredDocument.Approved approved = entry.state().approved();
        return new Listed(
                entry.id(),
                plan.kind(),
                plan.title(),
                plan.subtitle(),
                plan.language(),
                plan.from(),
                plan.to(),
                plan.number(),
                plan.organ(),
                plan.decidedOn(),
                state(entry.state()),
                approved == null ? null : approved.at(),
                entry.updatedAt(),
                entry.updatedBy());
    }

    private static String state(StoredDocument document) {
        StoredDocument.Approved approved = document.approved();
        return approved == null ? "draft" : approved.elsewhere() ? "elsewhere" : "approved";
    }
}
