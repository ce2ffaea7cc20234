package se.lageskarta.geo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountedSetTest {
    private static final YearMonth MAY = YearMonth.of(2025, 5);

    @Test
    void squares_beside_each_other_are_one_run_and_the_same_squares_are_the_same_set() {
        ReleaseArea left = new ReleaseArea(1, 100, new int[] {4, 9, 4, 8});
        ReleaseArea right = new ReleaseArea(2, 100, new int[] {5, 9});
        CountedSet set = CountedSet.over(List.of(left, right), 500, false, MAY, MAY, List.of("b", "a"));
        assertThat(set.runs()).containsExactly(16, 8, 9, 17, 8, 9, 18, 8, 11, 19, 8, 11);
        assertThat(set.squares()).isEqualTo(12);
        assertThat(CountedSet.over(List.of(right, left), 500, false, MAY, MAY, List.of("a", "b")))
                .isEqualTo(set)
                .hasSameHashCodeAs(set);
        assertThat(CountedSet.over(List.of(right, left), 500, true, MAY, MAY, List.of("a", "b")))
                .isNotEqualTo(set);
    }

    @Test
    void refuses_sets_of_nothing_and_runs_out_of_order() {
        assertThatThrownBy(() -> new CountedSet(new int[0], false, MAY, MAY, List.of()))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> new CountedSet(new int[] {1, 2}, false, MAY, MAY, List.of()))
                .hasMessageContaining("three");
        assertThatThrownBy(() -> new CountedSet(new int[] {1, 2, 3, 1, 4, 5}, false, MAY, MAY, List.of()))
                .hasMessageContaining("ascending at 3");
        assertThatThrownBy(() -> new CountedSet(new int[] {1, 3, 2}, false, MAY, MAY, List.of()))
                .hasMessageContaining("ascending");
        assertThatThrownBy(() -> new CountedSet(new int[] {1, 2, 3}, false, MAY, MAY.minusMonths(1), List.of()))
                .hasMessageContaining("before");
    }

    /** Nested, disjoint, equal and crossing sets stay so, and sizes keep their order among nested ones. */
    @Test
    void short_sets_and_sets_of_single_squares_months_and_types_are_judged_alike() {
        Random random = new Random(3);
        for (int round = 0; round < 400; round++) {
            List<CountedSet> sets = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                sets.add(random(random));
            }
            List<int[]> classes = AtomClasses.of(sets);
            for (int a = 0; a < sets.size(); a++) {
                for (int b = 0; b < sets.size(); b++) {
                    assertThat(relation(set(classes.get(a)), set(classes.get(b))))
                            .isEqualTo(relation(single(sets.get(a)), single(sets.get(b))));
                }
            }
        }
    }

    private static CountedSet random(Random random) {
        int first = random.nextInt(6);
        int[] runs = {random.nextInt(2), first, first + random.nextInt(6 - first)};
        int month = random.nextInt(4);
        List<String> types = new ArrayList<>();
        for (String type : List.of("a", "b", "c")) {
            if (random.nextInt(3) == 0) {
                types.add(type);
            }
        }
        return new CountedSet(
                runs, random.nextInt(3) == 0, MAY.plusMonths(month), MAY.plusMonths(month + random.nextInt(3)), types);
    }

    private static Set<Object> single(CountedSet set) {
        Set<Object> atoms = new HashSet<>();
        List<Object> places = new ArrayList<>();
        for (long key : set.keys()) {
            places.add(key);
        }
        if (set.unplaced()) {
            places.add("nowhere");
        }
        List<String> types = set.types().isEmpty() ? List.of("a", "b", "c", "what comes") : set.types();
        for (Object place : places) {
            for (YearMonth month = set.from(); !month.isAfter(set.to()); month = month.plusMonths(1)) {
                for (String type : types) {
                    atoms.add(List.of(place, month, type));
                }
            }
        }
        return atoms;
    }

    private static Set<Object> set(int[] atoms) {
        Set<Object> set = new HashSet<>();
        for (int atom : atoms) {
            set.add(atom);
        }
        assertThat(set).hasSize(atoms.length);
        assertThat(atoms).isSorted();
        return set;
    }

    private static String relation(Set<Object> one, Set<Object> other) {
        boolean within = other.containsAll(one);
        boolean around = one.containsAll(other);
        boolean meet = one.stream().anyMatch(other::contains);
        return within + " " + around + " " + meet;
    }
}
