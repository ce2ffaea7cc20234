package se.lageskarta.service.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The documents that the work and the law on municipalities' responsibility for crime prevention (2023:196) ask for. A kind
 * has its sections, in the order of its template.
 */
enum DocumentKind {
    /** One page for the group's monthly meeting (månadsbild). */
    MONTHLY(
            "monthly",
            1,
            false,
            1,
            List.of("summary", "counts", "places", "causes", "measures", "decisions", "feedback", "source"),
            List.of("counts", "causes")),
    /** At most two pages for the steering group (halvårsrapport). */
    HALF_YEAR(
            "half-year",
            6,
            false,
            2,
            List.of("status", "effects", "overdue", "resources", "proposals", "source"),
            List.of()),
    /** The open report to the council (årsrapport): nothing below the public rules. */
    YEARLY("yearly", 12, false, 0, List.of("indicators", "published", "pledges", "done", "ahead", "source"), List.of()),
    /** The deep situation picture (lägesbild) of 4 § with its three chapters. */
    SITUATION(
            "situation",
            24,
            true,
            0,
            List.of("extent", "consequences", "other", "analysis", "decision", "source"),
            List.of()),
    /** The strategic action plan (åtgärdsplan). */
    ACTION_PLAN(
            "action-plan",
            24,
            true,
            0,
            List.of("needs", "plan", "agreements", "follow-up", "decision", "source"),
            List.of());

    /** Every code, in the order they come. */
    static final List<String> CODES =
            Arrays.stream(values()).map(DocumentKind::code).toList();

    private final String code;
    private final int months;
    private final boolean decided;
    private final int mostPages;
    private final List<String> sections;
    private final List<String> folded;

    DocumentKind(String code, int months, boolean decided, int mostPages, List<String> sections, List<String> folded) {
        this.code = code;
        this.months = months;
        this.decided = decided;
        this.mostPages = mostPages;
        this.sections = sections;
        this.folded = folded;
    }

    /** The word used in addresses and stored entries. */
    String code() {
        return code;
    }

    static Optional<DocumentKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** Longest time between two of them, months. */
    int months() {
        return months;
    }

    /** True when a political body decides on it, so that it needs a case number, a day and the body. */
    boolean isDecided() {
        return decided;
    }

    /** Pages of A4 that it should have room on; 0 for as many as it takes. */
    int mostPages() {
        return mostPages;
    }

    /** True for a section that people choose when they have room for it. */
    boolean isFolded(String section) {
        return folded.contains(section);
    }

    /** Ids of its sections in the default order. */
    List<String> sections() {
        return sections;
    }

    /** True when it may hold small counts and so is only for those who may see single incidents. */
    boolean isForTheGroup() {
        return this == MONTHLY;
    }

    /** True when anybody may read it: then nothing finer than the municipality and its districts, nor small counts. */
    boolean isOpen() {
        return this == YEARLY;
    }
}
