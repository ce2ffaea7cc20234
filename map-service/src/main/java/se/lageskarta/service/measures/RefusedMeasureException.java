package se.lageskarta.service.measures;

import java.util.List;
import java.util.stream.Collectors;

/** A measure that breaks rules: carries every fault found, so that a person can mend all of them at once. */
public final class RefusedMeasureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public RefusedMeasureException(List<Refusal> refusals) {
        super(refusals.stream()
                .map(r -> r.field() + " is '" + r.value() + "': " + r.code())
                .collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    RefusedMeasureException(Refusal refusal) {
        this(List.of(refusal));
    }

    /** What is wrong, at least one. */
    public List<Refusal> refusals() {
        return refusals;
    }

    static void throwIfAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusedMeasureException(refusals);
        }
    }
}
