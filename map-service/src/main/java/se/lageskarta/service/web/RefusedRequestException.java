package se.lageskarta.service.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that cannot be carried out as it was sent; becomes a problem that names every fault found. */
public final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<FieldFault> faults;
    private final transient Map<String, Object> members;

    /**
     * @param status HTTP status, 400 to 499
     * @param faults what is wrong, at least one
     */
    public RefusedRequestException(int status, List<FieldFault> faults) {
        this(status, faults, Map.of());
    }

    private RefusedRequestException(int status, List<FieldFault> faults, Map<String, Object> members) {
        super(faults.stream()
                .map(fault -> fault.field() + " is '" + fault.value() + "': " + fault.code())
                .collect(Collectors.joining("; ")));
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("status is " + status + ", but must be 400 to 499");
        }
        this.status = status;
        this.faults = List.copyOf(faults);
        this.members = Map.copyOf(members);
    }

    /** A bad value of a parameter: 400. */
    public RefusedRequestException(FieldFault fault) {
        this(400, List.of(fault));
    }

    /** The same with one more member of the problem, such as what there is instead. */
    public RefusedRequestException with(String member, Object value) {
        Map<String, Object> more = new HashMap<>(members);
        more.put(member, value);
        return new RefusedRequestException(status, faults, more);
    }

    Map<String, Object> members() {
        return members;
    }

    public int status() {
        return status;
    }

    /** What is wrong, at least one. */
    public List<FieldFault> faults() {
        return faults;
    }
}
