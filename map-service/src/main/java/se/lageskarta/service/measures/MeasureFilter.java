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
 */
public record MeasureFilter(
        Set<MeasureStatus> statuses,
        Set<String> owners,
        Set<String> codes,
        @Nullable Bounds bounds) {
    /** Everything on the map. */
    public static final MeasureFilter ALL = new MeasureFilter(Set.of(), Set.of(), Set.of(), null);

    public MeasureFilter {
        statuses = Set.copyOf(statuses);
        owners = Set.copyOf(owners);
        codes = Set.copyOf(codes);
    }

    /** The same question about another place. */
    MeasureFilter in(Bounds place) {
        return new MeasureFilter(statuses, owners, codes, place);
    }

    /** The same text means the same question. */
    String key() {
        return new TreeSet<>(statuses) + "|" + new TreeSet<>(owners) + "|" + new TreeSet<>(codes) + "|" + bounds;
    }
}
