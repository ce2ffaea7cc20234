package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * A document that somebody wants to begin, or one that was decided elsewhere and is only to be known.
 *
 * @param kind a code of {@link DocumentKind}
 * @param language {@code sv} or {@code en}
 * @param from first day; null for the usual period of the kind
 * @param to last day; null with {@code from}
 * @param pictureId the picture to quote; null for the latest
 * @param elsewhere true when it was decided before or beside this installation
 * @param title of one decided elsewhere, at most 200 characters
 * @param number its case number
 * @param organ the body that decided
 * @param decidedOn when it was decided; needed for one decided elsewhere
 */
record WantedDocument(
        String kind,
        String language,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long pictureId,
        @Nullable Boolean elsewhere,
        String title,
        String number,
        String organ,
        @Nullable LocalDate decidedOn) {
    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault at once */
    WantedDocument {
        Written written = new Written();
        kind = written.word("kind", kind, "", DocumentKind.CODES);
        language = written.word("language", language, "sv", DocumentPlan.LANGUAGES);
        from = written.day("from", from);
        to = written.day("to", to);
        if ((from == null) != (to == null)) {
            written.fault(from == null ? "from" : "to", "", "written.missing");
        }
        boolean outside = Boolean.TRUE.equals(elsewhere);
        title = written.text("title", title, 0, DocumentPlan.MAX_TITLE);
        number = written.text("number", number, 0, 60);
        organ = written.text("organ", organ, 0, 120);
        decidedOn = outside ? written.dayNeeded("decidedOn", decidedOn) : written.day("decidedOn", decidedOn);
        written.refuseFaults();
    }

    boolean isElsewhere() {
        return Boolean.TRUE.equals(elsewhere);
    }

    /** Its sections as a template has them. */
    DocumentPlan plan(LocalDate first, LocalDate last, @Nullable Long picture, Template template, Placeholders fill) {
        List<Section> sections = template.sections().stream()
                .map(section -> new Section(
                        section.id(), fill.fill(section.heading()), fill.fill(section.text()), section.shown()))
                .toList();
        return new DocumentPlan(
                kind,
                language,
                first,
                last,
                picture,
                isElsewhere() && !title.isEmpty() ? title : fill.fill(template.title()),
                fill.fill(template.subtitle()),
                number,
                organ,
                decidedOn,
                null,
                sections);
    }
}
