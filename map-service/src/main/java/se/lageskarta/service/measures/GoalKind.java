package se.lageskarta.service.measures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a measure shall achieve: fewer incidents, less unsafety, or something done that can be counted itself. */
public enum GoalKind {
    INCIDENTS_DOWN("incidents-down"),
    UNSAFETY_DOWN("unsafety-down"),
    PROCESS("process");

    static final List<String> CODES =
            Arrays.stream(values()).map(GoalKind::code).toList();

    private final String code;

    GoalKind(String code) {
        this.code = code;
    }

    /** The word used in addresses and files. */
    public String code() {
        return code;
    }

    static Optional<GoalKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
