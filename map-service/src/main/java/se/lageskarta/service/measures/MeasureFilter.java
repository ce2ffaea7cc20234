package se.lageskarta.service.measures;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.Bounds;

/**
 * Which measures a question is about.
 *
 * @param statuses how far they have come; empty for all
 * @param owners who answers for them, spelled exactly; empty for all
 * @param codes kinds; empty for all
 * @param bounds where; null for everywhere
 * @param spots numbers of lasting places (spots) they are for; empty for all
 */
public record MeasureFilter(
        Set<MeasureStatus> statuses,
        Set<String> owners,
        Set<String> codes,
        @Nullable Bounds bounds,
        Set<Long> spots) {
    /** Everything on the map. */
    public static final MeasureFilter ALL = new MeasureFilter(Set.of(), Set.of(), Set.of(), null);

    public MeasureFilter {
        statuses = Set.copyOf(statuses);
        owners = Set.copyOf(owners);
        codes = Set.copyOf(codes);
        spots = Set.copyOf(spots);
    }

    /** For whichever lasting place. */
    public MeasureFilter(Set<MeasureStatus> statuses, Set<String> owners, Set<String> codes, @Nullable Bounds bounds) {
        this(statuses, owners, codes, bounds, Set.of());
    }

    /** The same question about another place. */
    MeasureFilter in(Bounds place) {
        return new MeasureFilter(statuses, owners, codes, place, spots);
    }

    /** The same text means the same question. */
    String key() {
        return new TreeSet<>(statuses) + "|" + new TreeSet<>(owners) + "|" + new TreeSet<>(codes) + "|" + bounds + "|"
                + new TreeSet<>(spots);
    }
}
