package se.lageskarta.service.areachecks;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * What people write of a check; its numbers are frozen elsewhere.
 *
 * @param caseNumber of the municipality's register; may be empty
 * @param stage code of the plan's stage, never changed
 * @param datasets numbers of the datasets that were counted
 * @param checklist what was noted of each aspect, by its id
 */
record CheckState(
        String title, String caseNumber, String stage, java.util.List<Long> datasets, Map<String, Note> checklist) {
    private static final java.util.List<String> STATES = java.util.List.of("open", "met", "concern", "not-relevant");
    static final int LONGEST_NOTE = 1_000;

    CheckState {
        datasets = java.util.List.copyOf(datasets);
        checklist = new TreeMap<>(checklist);
    }

    /**
     * What was noted of one aspect.
     *
     * @param state open, met, concern or not-relevant
     */
    record Note(@Nullable String state, @Nullable String note) {}

    /** As it is sent. */
    record Sent(
            @Nullable String title,
            @Nullable String caseNumber,
            @Nullable Map<String, @Nullable Note> checklist) {}

    /**
     * The state after somebody has written.
     *
     * @param known ids of aspects
     * @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault found
     */
    CheckState with(Sent sent, java.util.List<String> known) {
        Written written = new Written();
        String newTitle = written.text("title", sent.title(), 1, AskedCheck.LONGEST_TITLE);
        String newCase = written.text("caseNumber", sent.caseNumber(), 0, AskedCheck.LONGEST_CASE);
        Map<String, Note> notes = new TreeMap<>();
        Map<String, @Nullable Note> told = sent.checklist() == null ? Map.of() : sent.checklist();
        told.forEach((id, note) -> {
            if (!known.contains(id)) {
                written.fault("checklist." + id, id, "areacheck.aspect");
            } else if (note != null) {
                String field = "checklist." + id;
                notes.put(
                        id,
                        new Note(
                                written.word(field + ".state", note.state(), "open", STATES),
                                written.text(field + ".note", note.note(), 0, LONGEST_NOTE)));
            }
        });
        written.refuseFaults();
        return new CheckState(newTitle, newCase, stage, datasets, notes);
    }
}
