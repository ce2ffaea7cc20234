package se.lageskarta.geo.read.zip;

import java.io.IOException;
import java.util.Map;

/** A zip file that is broken, hostile or beyond the limits: an {@link IOException}, because reading may be what tells. */
public final class RefusedZipException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> args;

    RefusedZipException(String code, Map<String, Object> args) {
        super(code + " " + args);
        this.code = code;
        this.args = Map.copyOf(args);
    }

    RefusedZipException(String code) {
        this(code, Map.of());
    }

    static RefusedZipException broken() {
        return new RefusedZipException("file.zip-broken");
    }

    /** Such as {@code file.zip-broken}. */
    public String code() {
        return code;
    }

    /** What the words need besides. */
    public Map<String, Object> args() {
        return args;
    }
}
