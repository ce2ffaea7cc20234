package se.lageskarta.service.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.paper.Paper;
import se.lageskarta.service.paper.PaperFile;
import se.lageskarta.service.paper.PaperForm;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.pictures.Pictures;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/** Begins documents, changes drafts and approves them, which freezes their files. */
@Service
class EditDocuments {
    private final Documents documents;
    private final DocumentFiles files;
    private final Templates templates;
    private final FrozenPictures pictures;
    private final ComposeDocument compose;
    private final PaperForms forms;
    private final TransactionOperations transactions;
    private final Clock clock;

    EditDocuments(
            Documents documents,
            DocumentFiles files,
            Templates templates,
            FrozenPictures pictures,
            ComposeDocument compose,
            PaperForms forms,
            TransactionOperations transactions,
            Clock clock) {
        this.documents = documents;
        this.files = files;
        this.templates = templates;
        this.pictures = pictures;
        this.compose = compose;
        this.forms = forms;
        this.transactions = transactions;
        this.clock = clock.withZone(StoredDocument.SWEDEN);
    }

    /** A draft with the words of its template, or the note of a document that was decided elsewhere. */
    Entry<StoredDocument> begin(WantedDocument wanted, String who) {
        DocumentKind kind = DocumentKind.of(wanted.kind()).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        Optional<PictureFacts> picture = wanted.isElsewhere() ? Optional.empty() : picture(wanted, kind, today);
        LocalDate[] period = period(wanted, kind, picture, today);
        Template template = templates.of(kind, wanted.language());
        Long pictureId = picture.map(PictureFacts::id).orElse(null);
        DocumentPlan bare = wanted.plan(period[0], period[1], pictureId, template, Placeholders.of("", "", "", ""));
        DocumentPlan plan =
                wanted.plan(period[0], period[1], pictureId, template, compose.placeholders(bare, picture, today));
        StoredDocument.Approved approved =
                wanted.isElsewhere() ? new StoredDocument.Approved(clock.instant(), who, true, List.of()) : null;
        return documents.register().add(DocumentPlan.subject(kind.code()), new StoredDocument(plan, approved), who);
    }

    private Optional<PictureFacts> picture(WantedDocument wanted, DocumentKind kind, LocalDate today) {
        Long id = wanted.pictureId();
        if (id != null) {
            PictureFacts found = pictures.find(id, kind).orElseThrow(() -> noPicture(id));
            return Optional.of(found);
        }
        LocalDate to = wanted.to();
        YearMonth until = YearMonth.from(to == null ? today : to);
        return pictures.latest(until).map(Pictures.Listed::id).flatMap(found -> pictures.find(found, kind));
    }

    private static RefusedRequestException noPicture(long id) {
        return new RefusedRequestException(
                422, List.of(FieldFault.of("pictureId", Long.toString(id), "document.picture")));
    }

    /** The usual period of a kind: the picture's month, half a year, the year before, two years. */
    private static LocalDate[] period(
            WantedDocument wanted, DocumentKind kind, Optional<PictureFacts> picture, LocalDate today) {
        LocalDate from = wanted.from();
        LocalDate to = wanted.to();
        if (from != null && to != null) {
            return new LocalDate[] {from, to};
        }
        YearMonth last =
                picture.map(PictureFacts::month).orElse(YearMonth.from(today).minusMonths(1));
        if (kind == DocumentKind.YEARLY) {
            int year = last.getMonthValue() == 12 ? last.getYear() : last.getYear() - 1;
            return new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
        }
        return new LocalDate[] {last.minusMonths(kind.months() - 1L).atDay(1), last.atEndOfMonth()};
    }

    /** Changes a draft. Its kind stays. */
    Optional<Entry<StoredDocument>> change(long id, ExpectedVersion expected, DocumentPlan plan, String who) {
        return documents
                .register()
                .change(
                        id,
                        expected,
                        before -> {
                            refuseUnlessDraft(before);
                            if (!before.plan().kind().equals(plan.kind())) {
                                throw new RefusedRequestException(
                                        422, List.of(FieldFault.of("kind", plan.kind(), "document.kind")));
                            }
                            Long picture = plan.pictureId();
                            if (picture != null
                                    && !picture.equals(before.plan().pictureId())
                                    && !pictures.mayRead(picture)) {
                                throw noPicture(picture);
                            }
                            return new StoredDocument(plan, null);
                        },
                        who);
    }

    /** Freezes a draft: its files are written once and for all. */
    Optional<Entry<StoredDocument>> approve(long id, ExpectedVersion expected, String who) {
        Optional<Entry<StoredDocument>> found = documents.find(id);
        if (found.isEmpty()) {
            return found;
        }
        refuseUnlessDraft(found.get().state());
        // outside the transaction: setting takes a second, and a version that has changed meanwhile is refused below
        Paper paper = compose.of(found.get().state().plan(), false);
        List<PaperFile> made = new ArrayList<>();
        for (PaperForm form : PaperForm.values()) {
            made.add(forms.write(paper, form));
        }
        long version = found.get().version();
        return transactions.execute(status ->
                documents.register().change(id, only(expected, version), before -> frozen(id, before, made, who), who));
    }

    /** What was composed must be what is approved: both the version the person saw and the one composed. */
    private static ExpectedVersion only(ExpectedVersion expected, long version) {
        return expected.allows(version) ? new ExpectedVersion(java.util.Set.of(version)) : expected;
    }

    private StoredDocument frozen(long id, StoredDocument before, List<PaperFile> made, String who) {
        refuseUnlessDraft(before);
        List<StoredDocument.FrozenFile> kept = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            kept.add(files.add(id, PaperForm.values()[i], made.get(i)));
        }
        return new StoredDocument(
                before.plan(), new StoredDocument.Approved(Objects.requireNonNull(clock.instant()), who, false, kept));
    }

    /** Takes a draft away, or the note of one decided elsewhere; what was approved here stays. */
    Optional<Entry<StoredDocument>> withdraw(long id, ExpectedVersion expected, String who) {
        Optional<Entry<StoredDocument>> found = documents.find(id);
        found.ifPresent(entry -> {
            StoredDocument.@Nullable Approved approved = entry.state().approved();
            if (approved != null && !approved.elsewhere()) {
                throw ProblemException.of(409, "document.approved");
            }
        });
        return found.isEmpty() ? found : documents.register().withdraw(id, expected, who);
    }

    private static void refuseUnlessDraft(StoredDocument document) {
        if (document.approved() != null) {
            throw ProblemException.of(409, "document.approved");
        }
    }
}
