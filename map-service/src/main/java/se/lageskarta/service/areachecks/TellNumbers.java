package se.lageskarta.service.areachecks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.catalogue.IncidentClass;
import se.lageskarta.service.catalogue.IncidentTypes;

/**
 * Tells planners how many incidents some areas have, and remembers it. What has been told keeps its number, also when data have
 * been corrected since; what is new passes the gate beside all that was told of the area before.
 */
@Component
class TellNumbers {
    private final SeenNumbers seen;
    private final TransactionOperations transactions;
    private final IncidentTypes types;

    TellNumbers(SeenNumbers seen, TransactionOperations transactions, IncidentTypes types) {
        this.seen = seen;
        this.transactions = transactions;
        this.types = types;
    }

    /**
     * What was told.
     *
     * @param areas what is told of each area and block
     * @param kept how many of the numbers were told before and would be others by the data of today
     * @param coarsened how many the gate made coarser than the rule of five alone
     */
    record Answer(Map<Integer, List<Told>> areas, int kept, int coarsened) {
        /** Sum of what is told of an area; null when nothing is. */
        @org.jspecify.annotations.Nullable
        Integer count(int area) {
            List<Told> told = areas.getOrDefault(area, List.of());
            int sum = told.stream().mapToInt(Told::least).sum();
            return sum == 0 ? null : sum;
        }

        /** How many numbers of an area are not told: each stands for nought to four. */
        int hidden(int area) {
            return (int) areas.getOrDefault(area, List.of()).stream()
                    .filter(told -> told.total() == null)
                    .count();
        }
    }

    /** Blocks that answer a period; asked and answered in one go, so that nobody tells another one between. */
    <T> T locked(PlannerAreas areas, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            seen.lock(areas.id());
            return work.get();
        }));
    }

    List<Block> blocks(PlannerAreas areas) {
        return seen.blocks(areas.id());
    }

    /**
     * Tells, and notes what was told. Within {@link #locked}.
     *
     * @param wanted places of areas
     */
    Answer tell(PlannerAreas areas, List<Integer> wanted, List<Block> blocks, Counted counted) {
        Map<Integer, List<SeenNumbers.Seen>> before = new HashMap<>();
        seen.counts(areas.id(), wanted)
                .forEach(number -> before.computeIfAbsent(number.area(), unused -> new ArrayList<>())
                        .add(number));
        return answer(
                wanted,
                blocks,
                counted,
                new Laminar(groups()),
                before,
                (area, block, told) -> seen.add(areas.id(), area, block, told));
    }

    /** Notes a number that is told for the first time. */
    interface Noting {
        SeenNumbers.Seen note(int area, Block block, Told told);
    }

    /** @param before everything told of the areas so far, by area; what is told now is added */
    static Answer answer(
            List<Integer> wanted,
            List<Block> blocks,
            Counted counted,
            Laminar laminar,
            Map<Integer, List<SeenNumbers.Seen>> before,
            Noting noting) {
        Set<Integer> asked = new TreeSet<>(wanted);
        Map<Integer, List<Told>> told = new LinkedHashMap<>();
        int kept = 0;
        int coarsened = 0;
        for (Block block : blocks) {
            Map<Integer, Map<String, Integer>> counts = counted.in(block, asked);
            for (int area : asked) {
                Told wish = Told.of(counts.getOrDefault(area, Map.of()));
                List<SeenNumbers.Seen> history = before.computeIfAbsent(area, unused -> new ArrayList<>());
                Told earlier = toldBefore(history, block);
                Told answer = earlier != null ? earlier : laminar.allowed(history, block, wish);
                if (earlier == null) {
                    history.add(noting.note(area, block, answer));
                    coarsened += answer.equals(wish) ? 0 : 1;
                } else {
                    kept += answer.equals(wish) ? 0 : 1;
                }
                told.computeIfAbsent(area, unused -> new ArrayList<>()).add(answer);
            }
        }
        return new Answer(told, kept, coarsened);
    }

    /** The pattern of a neighbourhood: what was told before, or what is worked out now. Within {@link #locked}. */
    Pattern pattern(PlannerAreas areas, int neighbourhood, Block period, Supplier<Pattern> work) {
        return seen.pattern(areas.id(), neighbourhood, period).orElseGet(() -> {
            Pattern pattern = work.get();
            seen.add(areas.id(), neighbourhood, period, pattern);
            return pattern;
        });
    }

    /** Letters of the classes of types: what is told of types is told of these. */
    List<String> groups() {
        return types.classes().stream().map(IncidentClass::letter).toList();
    }

    private static @org.jspecify.annotations.Nullable Told toldBefore(List<SeenNumbers.Seen> history, Block block) {
        return history.stream()
                .filter(number -> number.block().equals(block))
                .map(SeenNumbers.Seen::told)
                .findFirst()
                .orElse(null);
    }
}
