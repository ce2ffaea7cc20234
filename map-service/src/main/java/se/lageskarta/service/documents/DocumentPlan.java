package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * What people write and choose of a document.
 *
 * @param kind a code of {@link DocumentKind}
 * @param language {@code sv} or {@code en}, of all its words
 * @param from first day of its period
 * @param to last day of its period
 * @param pictureId the frozen picture that its figures are from; null for none
 * @param title 1 to 200 characters
 * @param subtitle at most 200 characters
 * @param number case number (diarienummer), at most 60 characters
 * @param organ the body that decides, at most 120 characters
 * @param decidedOn when it decided; null before
 * @param population inhabitants, for figures per 100 000; null when not said
 * @param sections each of the kind's exactly once, in the order they stand
 */
record DocumentPlan(
        String kind,
        String language,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long pictureId,
        String title,
        String subtitle,
        String number,
        String organ,
        @Nullable LocalDate decidedOn,
        @Nullable Integer population,
        List<Section> sections) {
    static final List<String> LANGUAGES = List.of("sv", "en");
    static final int MAX_TITLE = 200;
    private static final int MAX_NUMBER = 60;
    private static final int MAX_ORGAN = 120;
    /** Sweden has ten million. */
    private static final int MAX_POPULATION = 20_000_000;

    private static final int MAX_YEARS = 5;

    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault at once */
    DocumentPlan {
        Written written = new Written();
        kind = written.word("kind", kind, "", DocumentKind.CODES);
        language = written.word("language", language, "sv", LANGUAGES);
        from = written.dayNeeded("from", from);
        to = written.dayNeeded("to", to);
        if (to.isBefore(from)) {
            written.fault("to", to.toString(), "document.backwards", from.toString());
        } else if (to.isAfter(from.plusYears(MAX_YEARS))) {
            written.fault("to", to.toString(), "document.long", MAX_YEARS);
        }
        title = written.text("title", title, 1, MAX_TITLE);
        subtitle = written.text("subtitle", subtitle, 0, MAX_TITLE);
        number = written.text("number", number, 0, MAX_NUMBER);
        organ = written.text("organ", organ, 0, MAX_ORGAN);
        decidedOn = written.day("decidedOn", decidedOn);
        population = written.whole("population", population, 1, MAX_POPULATION);
        DocumentKind known = DocumentKind.of(kind).orElse(null);
        sections = known == null ? List.of() : Sections.read(written, known, sections);
        written.refuseFaults();
    }

    DocumentKind ofKind() {
        return DocumentKind.of(kind).orElseThrow();
    }

    LocalDate first() {
        return java.util.Objects.requireNonNull(from);
    }

    LocalDate last() {
        return java.util.Objects.requireNonNull(to);
    }

    /** What registers call documents of this kind. */
    static String subject(String kind) {
        return "document:" + kind;
    }
}
