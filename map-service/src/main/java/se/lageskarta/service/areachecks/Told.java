package se.lageskarta.service.areachecks;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What planners are told of one area and one block.
 *
 * @param total incidents, at least {@value #LEAST}; null for fewer, nought among them
 * @param groups those of each group of types that may be told; what is left of the total is nothing or at least
 *     {@value #LEAST}
 */
record Told(@Nullable Integer total, SortedMap<String, Integer> groups) {
    /** Smallest number told. */
    static final int LEAST = 5;

    static final Told FEW = new Told(null, new TreeMap<>());

    Told {
        groups = new TreeMap<>(groups);
        if (total != null && total < LEAST || total == null && !groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "total is " + total + ", but must be " + LEAST + " or more, or not told");
        }
    }

    /**
     * The most that may be told of some counts: the groups that are large enough, without the smallest of them as long as a
     * small rest could be told by subtraction.
     */
    static Told of(Map<String, Integer> counts) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (total < LEAST) {
            return FEW;
        }
        SortedMap<String, Integer> shown = new TreeMap<>();
        counts.forEach((group, count) -> {
            if (count >= LEAST) {
                shown.put(group, count);
            }
        });
        int rest = total - shown.values().stream().mapToInt(Integer::intValue).sum();
        while (rest > 0 && rest < LEAST && !shown.isEmpty()) {
            Map.Entry<String, Integer> smallest =
                    shown.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
            rest += smallest.getValue();
            shown.remove(smallest.getKey());
        }
        return new Told(total, shown);
    }

    /** The total when it is told, otherwise nought. */
    int least() {
        return total == null ? 0 : total;
    }
}
