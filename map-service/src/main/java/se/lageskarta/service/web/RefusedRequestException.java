package se.lageskarta.service.web;

import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be carried out as it was sent; becomes a problem that names every fault found. */
public final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<FieldFault> faults;

    /**
     * @param status HTTP status, 400 to 499
     * @param faults what is wrong, at least one
     */
    public RefusedRequestException(int status, List<FieldFault> faults) {
        super(faults.stream()
                .map(fault -> fault.field() + " is '" + fault.value() + "': " + fault.code())
                .collect(Collectors.joining("; ")));
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("status is " + status + ", but must be 400 to 499");
        }
        this.status = status;
        this.faults = List.copyOf(faults);
    }

    /** A bad value of a parameter: 400. */
    public RefusedRequestException(FieldFault fault) {
        this(400, List.of(fault));
    }

    public int status() {
        return status;
    }

    /** What is wrong, at least one. */
    public List<FieldFault> faults() {
        return faults;
    }
}
