package se.lageskarta.service.areachecks;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.lageskarta.geo.privacy.PublishedNumber;
import se.lageskarta.geo.privacy.ReleaseGate;

/**
 * Asks the release gate whether a number of an area may be told beside everything told of that area before. Areas are
 * disjoint and no number is told of several together, so each is judged alone. Atoms are a month of a dataset and a group of
 * types.
 */
final class Laminar {
    private static final ReleaseGate GATE = new ReleaseGate(Told.LEAST);

    private final List<String> groups;

    /** @param groups all groups of types there are */
    Laminar(List<String> groups) {
        this.groups = List.copyOf(groups);
    }

    /** What of a wanted answer may be told: all of it, its total, or that there are few. */
    Told allowed(List<SeenNumbers.Seen> before, Block block, Told wanted) {
        if (accepts(before, block, wanted)) {
            return wanted;
        }
        Told total = new Told(wanted.total(), new TreeMap<>());
        return accepts(before, block, total) ? total : Told.FEW;
    }

    /** The numbers told of one area, as the gate takes them. */
    List<PublishedNumber> numbers(List<SeenNumbers.Seen> told) {
        Atoms atoms = new Atoms();
        List<PublishedNumber> numbers = new ArrayList<>();
        told.forEach(seen -> add(seen.block(), seen.told(), atoms, numbers));
        return numbers;
    }

    private boolean accepts(List<SeenNumbers.Seen> before, Block block, Told wanted) {
        Atoms atoms = new Atoms();
        List<PublishedNumber> numbers = new ArrayList<>();
        before.forEach(seen -> add(seen.block(), seen.told(), atoms, numbers));
        add(block, wanted, atoms, numbers);
        return GATE.judge(numbers).accepted();
    }

    private void add(Block block, Told told, Atoms atoms, List<PublishedNumber> numbers) {
        Integer total = told.total();
        if (total != null) {
            numbers.add(PublishedNumber.over(block.key(), atoms.of(block, groups), total));
            told.groups()
                    .forEach((group, count) -> numbers.add(
                            PublishedNumber.over(block.key() + " " + group, atoms.of(block, List.of(group)), count)));
        }
    }

    /** Numbers atoms as they are met. */
    private final class Atoms {
        private final Map<Long, Integer> datasets = new TreeMap<>();
        private final Map<YearMonth, Integer> months = new TreeMap<>();

        int[] of(Block block, List<String> wanted) {
            List<Integer> found = new ArrayList<>();
            for (YearMonth month = block.from(); !month.isAfter(block.to()); month = month.plusMonths(1)) {
                int at = months.computeIfAbsent(month, unused -> months.size());
                for (Long dataset : block.datasets()) {
                    int set = datasets.computeIfAbsent(dataset, unused -> datasets.size());
                    for (String group : wanted) {
                        found.add((set * 4_096 + at) * groups.size() + groups.indexOf(group));
                    }
                }
            }
            return found.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
