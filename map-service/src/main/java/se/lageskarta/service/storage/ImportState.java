package se.lageskarta.service.storage;

import java.util.Locale;

/** Where an import stands. Only {@link #COMPLETE} makes its facts visible. */
public enum ImportState {
    RUNNING,
    COMPLETE,
    FAILED,
    CANCELLED,
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ImportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether an import may go from here to there: running to any end, and a complete one can be taken back. */
    public boolean mayBecome(ImportState next) {
        return switch (this) {
            case RUNNING -> next == COMPLETE || next == FAILED || next == CANCELLED;
            case COMPLETE -> next == WITHDRAWN;
            case FAILED, CANCELLED, WITHDRAWN -> false;
        };
    }
}
