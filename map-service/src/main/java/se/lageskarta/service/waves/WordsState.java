package se.lageskarta.service.waves;

import java.util.Locale;

/** How far what somebody wrote has come. Only approved words are shown to anybody but moderators. */
enum WordsState {
    /** Nothing was written. */
    NONE,
    WAITING,
    APPROVED,
    REJECTED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WordsState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
