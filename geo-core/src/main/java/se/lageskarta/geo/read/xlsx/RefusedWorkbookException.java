package se.lageskarta.geo.read.xlsx;

import java.io.IOException;
import java.util.Map;

/** A workbook that is damaged, hostile or beyond the limits: an {@link IOException}, because reading may be what tells. */
public final class RefusedWorkbookException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> args;

    RefusedWorkbookException(String code, Map<String, Object> args) {
        super(code + " " + args);
        this.code = code;
        this.args = Map.copyOf(args);
    }

    RefusedWorkbookException(String code) {
        this(code, Map.of());
    }

    /** Such as {@code file.xlsx-parts}. */
    public String code() {
        return code;
    }

    /** What the words need besides. */
    public Map<String, Object> args() {
        return args;
    }
}
