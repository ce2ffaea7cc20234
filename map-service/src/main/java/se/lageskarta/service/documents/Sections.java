package se.lageskarta.service.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/** The rules that the sections of a document or template of a kind follow. */
final class Sections {
    private Sections() {}

    /** The sections as they are kept; each of the kind's exactly once. Faults are added to the form's. */
    static List<Section> read(Written written, DocumentKind kind, @Nullable List<Section> sent) {
        List<Section> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Section> all = written.list("sections", sent, Section.MOST);
        for (int i = 0; i < all.size(); i++) {
            Section section = all.get(i);
            String id = section.id() == null ? "" : section.id();
            if (!kind.sections().contains(id) || !seen.add(id)) {
                written.fault("sections." + i + ".id", id, "document.section", String.join(", ", kind.sections()));
                continue;
            }
            read.add(new Section(
                    id,
                    written.text("sections." + i + ".heading", section.heading(), 1, Section.MAX_HEADING),
                    written.text("sections." + i + ".text", section.text(), 0, Section.MAX_TEXT),
                    section.shown()));
        }
        List<String> missing =
                kind.sections().stream().filter(id -> !seen.contains(id)).toList();
        if (!missing.isEmpty()) {
            written.fault("sections", "", "document.section.missing", String.join(", ", missing));
        }
        return List.copyOf(read);
    }
}
