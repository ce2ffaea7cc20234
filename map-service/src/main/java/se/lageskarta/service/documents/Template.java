package se.lageskarta.service.documents;

import java.util.List;
import se.lageskarta.service.freetext.Written;

/**
 * How documents of a kind begin: title, order, headings and fixed texts, with {@link Placeholders} in them.
 *
 * @param kind a code of {@link DocumentKind}
 * @param language {@code sv} or {@code en}
 * @param title 1 to 200 characters
 * @param subtitle at most 200 characters
 * @param footer at the foot of each page, at most 200 characters
 * @param sections each of the kind's exactly once, in the order they stand
 */
record Template(String kind, String language, String title, String subtitle, String footer, List<Section> sections) {
    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault at once */
    Template {
        Written written = new Written();
        kind = written.word("kind", kind, "", DocumentKind.CODES);
        language = written.word("language", language, "sv", DocumentPlan.LANGUAGES);
        title = written.text("title", title, 1, DocumentPlan.MAX_TITLE);
        subtitle = written.text("subtitle", subtitle, 0, DocumentPlan.MAX_TITLE);
        footer = written.text("footer", footer, 0, DocumentPlan.MAX_TITLE);
        DocumentKind known = DocumentKind.of(kind).orElse(null);
        sections = known == null ? List.of() : Sections.read(written, known, sections);
        Placeholders.check(written, "title", title);
        Placeholders.check(written, "subtitle", subtitle);
        Placeholders.check(written, "footer", footer);
        for (int i = 0; i < sections.size(); i++) {
            Placeholders.check(
                    written, "sections." + i + ".heading", sections.get(i).heading());
            Placeholders.check(
                    written, "sections." + i + ".text", sections.get(i).text());
        }
        written.refuseFaults();
    }

    /** What registers call the template of a kind in a language. */
    static String subject(String kind, String language) {
        return "template:" + kind + ":" + language;
    }
}
