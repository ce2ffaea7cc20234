package se.lageskarta.service.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that ends in a problem which is not the fault of one field: something is missing, gone, stale, too large.
 * The texts are {@code <code>.title} and {@code <code>.detail} of the problem messages.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> members;

    private ProblemException(int status, String code, List<Object> arguments, Map<String, Object> members) {
        super(status + " " + code);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status is " + status + ", but must be 400 to 599");
        }
        this.status = status;
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.members = members;
    }

    /**
     * @param status HTTP status, 400 to 599
     * @param code key of the messages
     * @param arguments what the detail needs, in its order
     */
    public static ProblemException of(int status, String code, Object... arguments) {
        return new ProblemException(status, code, List.of(arguments), Map.of());
    }

    /** There is no such thing, or it is none of the asker's business; the two look the same. */
    public static ProblemException notFound() {
        return of(404, "not-found");
    }

    /** The same problem with one more member, such as the current state of what was stale. */
    public ProblemException with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ProblemException(status, code, arguments, more);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }

    Map<String, Object> members() {
        return members;
    }
}
