package se.lageskarta.geo.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a word of a source means during some time (giltighetstid): Brå's offence codes (brottskoder) end, and come back
 * with another meaning.
 *
 * @param code of the taxonomy
 * @param from first day; null when it has always meant this
 * @param to last day, included; null when it still means this
 */
public record DatedCode(
        String code, @Nullable LocalDate from, @Nullable LocalDate to) {
    public DatedCode {
        Objects.requireNonNull(code, "code");
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to is " + to + ", but must not be before from, which is " + from);
        }
    }

    /** A meaning for all times. */
    public static DatedCode always(String code) {
        return new DatedCode(code, null, null);
    }

    /** True when neither day is said. */
    public boolean isAlways() {
        return from == null && to == null;
    }

    /** True when there is a day on which both hold. */
    public boolean overlaps(DatedCode other) {
        return beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
    }

    private boolean beginsBeforeEndOf(DatedCode other) {
        return from == null || other.to == null || !from.isAfter(other.to);
    }

    /** The earliest first. */
    public static List<DatedCode> inOrder(List<DatedCode> periods) {
        List<DatedCode> sorted = new ArrayList<>(periods);
        sorted.sort(Comparator.comparing((DatedCode one) -> one.from == null ? LocalDate.MIN : one.from));
        return List.copyOf(sorted);
    }
}
