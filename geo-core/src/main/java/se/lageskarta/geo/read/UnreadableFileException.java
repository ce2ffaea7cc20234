package se.lageskarta.geo.read;

import java.util.Map;

/** Nothing can be read from a file. Says what stands in the way as a code; words are made where the language is known. */
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> args;

    public UnreadableFileException(String code, Map<String, Object> args) {
        super(code + " " + args);
        this.code = code;
        this.args = Map.copyOf(args);
    }

    UnreadableFileException(String code) {
        this(code, Map.of());
    }

    /** Such as {@code file.no-coordinates}. */
    public String code() {
        return code;
    }

    /** What the words need besides. */
    public Map<String, Object> args() {
        return args;
    }
}
