package se.lageskarta.service.waves;

import java.util.Locale;
import java.util.Set;

/** How far a wave has come; the period decides besides whether an open one takes answers today. */
public enum WaveState {
    /** Being written; nobody outside sees it. */
    DRAFT,
    /** Takes answers within its period. */
    OPEN,
    /** Ended before or after its period; may be opened again. */
    CLOSED;

    /** As it is written in the database and in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WaveState of(String code) {
        for (WaveState state : values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("state is " + code + ", but must be draft, open or closed");
    }

    /** Where it may go from here. */
    Set<WaveState> next() {
        return switch (this) {
            case DRAFT, CLOSED -> Set.of(OPEN);
            case OPEN -> Set.of(CLOSED);
        };
    }
}
