package se.lageskarta.geo.read.gpkg;

import java.util.Map;

/** Bytes that are no geometry, or one that is not read: a row lost and not the file. */
final class BrokenGeometryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> args;

    BrokenGeometryException(String code, Map<String, Object> args) {
        super(code, null, false, false);
        this.code = code;
        this.args = args;
    }

    static BrokenGeometryException broken() {
        return new BrokenGeometryException("geometry.binary", Map.of());
    }

    static BrokenGeometryException counts() {
        return new BrokenGeometryException("geometry.counts", Map.of());
    }

    String code() {
        return code;
    }

    Map<String, Object> args() {
        return args;
    }
}
