package se.lageskarta.geo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.privacy.GateAnswer.Rule;

class ReleaseGateTest {
    private static final int K = 5;
    private static final ReleaseGate GATE = new ReleaseGate(K);

    private static PublishedNumber number(String name, long value, int... atoms) {
        return PublishedNumber.over(name, atoms, value);
    }

    @Test
    void accepts_nothing_and_disjoint_and_nested_sets_that_leave_enough() {
        assertThat(GATE.judge(List.of()).accepted()).isTrue();
        assertThat(GATE.judge(List.of(
                                number("kommunen", 20, 0, 1, 2, 3),
                                number("norr", 7, 0, 1),
                                number("söder", 8, 2),
                                number("kommunen igen", 20, 3, 2, 1, 0)))
                        .accepted())
                .isTrue();
        assertThat(GATE.judge(List.of(number("hela", 12, 0, 1), number("allt i ena hälften", 12, 0)))
                        .accepted())
                .as("the other half is known to be empty, which gives nobody away")
                .isTrue();
    }

    @Test
    void refuses_sets_that_cross_and_says_which() {
        GateAnswer answer =
                GATE.judge(List.of(number("norr", 30, 0, 1, 2), number("centrum", 9, 2, 3), number("väst", 8, 7)));
        assertThat(answer.rule()).isEqualTo(Rule.LAMINAR);
        assertThat(answer.numbers()).containsExactly(1, 0);
        assertThat(answer.whySv()).contains("centrum", "norr", "slå ihop");
        assertThat(answer.whyEn()).contains("centrum", "norr", "merge");
    }

    @Test
    void names_the_set_that_is_crossed_and_not_the_one_around_both() {
        GateAnswer answer = GATE.judge(
                List.of(number("allt", 90, 0, 1, 2, 3, 4, 5), number("norr", 30, 0, 1, 2), number("snett", 20, 2, 3)));
        assertThat(answer.numbers()).containsExactly(2, 1);
    }

    @Test
    void refuses_a_set_whose_number_has_changed() {
        GateAnswer answer = GATE.judge(List.of(number("norr", 30, 0, 1), number("norr, rättat", 29, 0, 1)));
        assertThat(answer.rule()).isEqualTo(Rule.LAMINAR);
        assertThat(answer.value()).isEqualTo(1);
        assertThat(answer.whySv()).contains("30", "29");
    }

    @Test
    void refuses_small_numbers_also_none_at_all() {
        assertThat(GATE.judge(List.of(number("norr", 4, 0))).rule()).isEqualTo(Rule.LARGE_ENOUGH);
        assertThat(GATE.judge(List.of(number("norr", 0, 0))).rule()).isEqualTo(Rule.LARGE_ENOUGH);
        assertThat(GATE.judge(List.of(number("norr", 5, 0))).accepted()).isTrue();
    }

    @Test
    void refuses_a_whole_that_leaves_little_beside_its_parts_and_one_smaller_than_them() {
        GateAnswer little =
                GATE.judge(List.of(number("hela", 19, 0, 1, 2), number("norr", 10, 0), number("söder", 6, 1)));
        assertThat(little.rule()).isEqualTo(Rule.REMAINDER);
        assertThat(little.value()).isEqualTo(3);
        assertThat(little.numbers()).containsExactly(2, 0);
        assertThat(GATE.judge(List.of(number("hela", 12, 0, 1), number("norr", 13, 0)))
                        .rule())
                .isEqualTo(Rule.REMAINDER);
    }

    @Test
    void refuses_what_is_no_set_and_no_count() {
        assertThatThrownBy(() -> number("tom", 9)).hasMessageContaining("atoms");
        assertThatThrownBy(() -> number("under", -1, 0)).hasMessageContaining("value is -1");
        assertThatThrownBy(() -> new ReleaseGate(0)).hasMessageContaining("k is 0");
        assertThatThrownBy(() -> GATE.judge(List.of(number("norr", 9, -3)))).hasMessageContaining("atom is -3");
    }

    /**
     * Random histories over few atoms with true counts, half of them made to be nested so that many are accepted. The
     * attacker tries every sum and difference of published numbers; whatever isolates a group of atoms must not be small.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void in_ten_thousand_histories_no_accepted_one_can_be_subtracted_to_a_small_group(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        int refused = 0;
        for (int round = 0; round < 10_000; round++) {
            List<PublishedNumber> history = history(random);
            boolean leaks = leaks(history);
            boolean passes = GATE.judge(history).accepted();
            assertThat(passes && leaks).as(() -> words(history)).isFalse();
            Collections.shuffle(history, random);
            assertThat(GATE.judge(history).accepted()).as("in another order").isEqualTo(passes);
            accepted += passes ? 1 : 0;
            refused += leaks ? 1 : 0;
        }
        assertThat(accepted).as("accepted histories").isGreaterThan(500);
        assertThat(refused).as("histories that leak").isGreaterThan(500);
    }

    private static List<PublishedNumber> history(Random random) {
        int atoms = 3 + random.nextInt(7);
        long[] counts = IntStream.range(0, atoms)
                .mapToLong(atom -> random.nextInt(4) == 0 ? 0 : random.nextInt(14))
                .toArray();
        boolean nested = random.nextBoolean();
        List<PublishedNumber> history = new ArrayList<>();
        int sets = 1 + random.nextInt(6);
        for (int i = 0; i < sets; i++) {
            int[] chosen = nested ? run(random, atoms) : some(random, atoms);
            long value = Arrays.stream(chosen).mapToLong(atom -> counts[atom]).sum();
            history.add(PublishedNumber.over("mängd " + i, chosen, value));
        }
        return history;
    }

    /** Atoms side by side, cut at powers of two: such sets cross seldom. */
    private static int[] run(Random random, int atoms) {
        int length = 1 << random.nextInt(4);
        int from = random.nextInt(atoms) / length * length;
        return IntStream.range(from, Math.min(atoms, from + length)).toArray();
    }

    private static int[] some(Random random, int atoms) {
        int[] chosen =
                IntStream.range(0, atoms).filter(atom -> random.nextBoolean()).toArray();
        return chosen.length == 0 ? new int[] {random.nextInt(atoms)} : chosen;
    }

    /** Every number is added, taken away or left out: 3 to the power of their number. */
    private static boolean leaks(List<PublishedNumber> history) {
        int[] sign = new int[history.size()];
        Arrays.fill(sign, -1);
        while (true) {
            if (isolates(history, sign)) {
                return true;
            }
            int i = 0;
            while (i < sign.length && ++sign[i] == 2) {
                sign[i++] = -1;
            }
            if (i == sign.length) {
                return false;
            }
        }
    }

    private static boolean isolates(List<PublishedNumber> history, int[] sign) {
        int[] times = new int[16];
        long value = 0;
        for (int i = 0; i < sign.length; i++) {
            value += sign[i] * history.get(i).value();
            for (int atom : history.get(i).atoms()) {
                times[atom] += sign[i];
            }
        }
        boolean group = Arrays.stream(times).allMatch(each -> each == 0 || each == 1)
                && Arrays.stream(times).anyMatch(each -> each == 1);
        return group && value >= 1 && value < K;
    }

    private static String words(List<PublishedNumber> history) {
        StringBuilder words = new StringBuilder();
        history.forEach(each -> words.append(Arrays.toString(each.atoms()))
                .append('=')
                .append(each.value())
                .append(' '));
        return words.toString();
    }
}
