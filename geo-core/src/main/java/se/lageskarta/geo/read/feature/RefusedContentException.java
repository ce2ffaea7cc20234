package se.lageskarta.geo.read.feature;

import java.util.Map;

/** A file whose content cannot be used. Says what stands in the way as a code, {@code file.shapefile.cut} and the like. */
public final class RefusedContentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> args;

    public RefusedContentException(String code, Map<String, Object> args) {
        super(code + " " + args);
        this.code = code;
        this.args = Map.copyOf(args);
    }

    public RefusedContentException(String code) {
        this(code, Map.of());
    }

    public String code() {
        return code;
    }

    /** What the words need besides. */
    public Map<String, Object> args() {
        return args;
    }
}
