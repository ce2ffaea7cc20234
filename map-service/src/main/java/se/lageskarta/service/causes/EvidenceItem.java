package se.lageskarta.service.causes;

import java.util.Arrays;
import java.util.List;

/** A group of figures beside the card, which a factor can rest on. */
enum EvidenceItem {
    TYPES("types"),
    HOURS("hours"),
    DARKNESS("darkness"),
    LAMPS("lamps"),
    REPEATS("repeats"),
    DISTANCES("distances"),
    UNSAFE("unsafe"),
    REPORTS("reports"),
    CHANGE("change"),
    SEASONS("seasons");

    /** Their words, in the order they are shown. */
    static final List<String> CODES =
            Arrays.stream(values()).map(EvidenceItem::code).toList();

    private final String code;

    EvidenceItem(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
