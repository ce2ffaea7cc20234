package se.lageskarta.geo.incident;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents a question is about.
 *
 * @param from first day, included; null for no bound
 * @param to last day, included; null for no bound
 * @param types taxonomy codes; empty for all
 * @param datasets dataset ids; empty for all
 */
public record IncidentFilter(
        @Nullable LocalDate from, @Nullable LocalDate to, Set<String> types, Set<Long> datasets) {
    /** Everything. */
    public static final IncidentFilter ALL = new IncidentFilter(null, null, Set.of(), Set.of());

    public IncidentFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to is " + to + ", but must not be before from " + from);
        }
        types = Set.copyOf(types);
        datasets = Set.copyOf(datasets);
    }

    /** First minute, included. */
    public int fromMinute() {
        return from == null ? Integer.MIN_VALUE : TimeSpan.minuteOf(from.atStartOfDay());
    }

    /** Minute after the last. */
    public int toMinute() {
        return to == null ? Integer.MAX_VALUE : TimeSpan.minuteOf(to.plusDays(1).atStartOfDay());
    }

    /** The same question about another period. */
    public IncidentFilter during(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new IncidentFilter(first, last, types, datasets);
    }
}
