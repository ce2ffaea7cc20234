package se.lageskarta.service.areachecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final YearMonth FROM = YearMonth.of(2021, 1);
    private static final YearMonth TO = YearMonth.of(2025, 12);

    @Test
    void four_incidents_and_none_at_all_look_the_same() {
        assertThat(Told.of(Map.of("A", 4))).isEqualTo(Told.of(Map.of())).isEqualTo(Told.FEW);
    }

    @Test
    void a_small_group_hides_the_smallest_large_one_so_that_the_rest_tells_nothing() {
        Told told = Told.of(Map.of("A", 20, "B", 6, "C", 3));
        assertThat(told.total()).isEqualTo(29);
        assertThat(told.groups()).isEqualTo(Map.of("A", 20));
    }

    @Test
    void a_rest_of_five_or_of_none_hides_nothing() {
        assertThat(Told.of(Map.of("A", 20, "B", 6, "C", 3, "D", 2)).groups()).isEqualTo(Map.of("A", 20, "B", 6));
        assertThat(Told.of(Map.of("A", 20, "B", 6)).groups()).isEqualTo(Map.of("A", 20, "B", 6));
    }

    @Test
    void a_shorter_period_within_one_told_before_is_answered_with_all_of_it() {
        Block told = new Block(FROM, TO, new TreeSet<>(Set.of(1L)));
        Block.Cover cover = Block.covering(YearMonth.of(2024, 1), YearMonth.of(2024, 12), Set.of(1L), List.of(told));
        assertThat(cover.blocks()).containsExactly(told);
        assertThat(cover.from()).isEqualTo(FROM);
    }

    @Test
    void a_new_year_is_told_for_itself_beside_what_was_told_before() {
        Block told = new Block(FROM, TO, new TreeSet<>(Set.of(1L)));
        Block.Cover cover = Block.covering(YearMonth.of(2022, 1), YearMonth.of(2026, 12), Set.of(1L), List.of(told));
        assertThat(cover.blocks())
                .containsExactly(
                        told, new Block(YearMonth.of(2026, 1), YearMonth.of(2026, 12), new TreeSet<>(Set.of(1L))));
    }

    @Test
    void a_dataset_that_came_later_is_told_for_itself() {
        Block told = new Block(FROM, TO, new TreeSet<>(Set.of(1L)));
        Block.Cover cover = Block.covering(FROM, TO, Set.of(1L, 2L), List.of(told));
        assertThat(cover.blocks()).containsExactly(told, new Block(FROM, TO, new TreeSet<>(Set.of(2L))));
    }

    @Test
    void what_was_told_together_with_a_dataset_that_is_gone_is_not_told_anew() {
        Block told = new Block(FROM, TO, new TreeSet<>(Set.of(1L, 2L)));
        Block.Cover cover = Block.covering(FROM, TO, Set.of(1L), List.of(told));
        assertThat(cover.blocks()).isEmpty();
        assertThat(cover.lost()).containsExactly(told);
    }

    @Test
    void the_gate_refuses_a_part_that_would_leave_four() {
        Laminar laminar = new Laminar(List.of("A", "B"));
        Block whole = new Block(FROM, TO, new TreeSet<>(Set.of(1L)));
        Block part = new Block(FROM, YearMonth.of(2024, 12), new TreeSet<>(Set.of(1L)));
        List<SeenNumbers.Seen> before =
                List.of(new SeenNumbers.Seen(0, whole, new Told(20, new TreeMap<>()), java.time.Instant.EPOCH));
        assertThat(laminar.allowed(before, part, new Told(16, new TreeMap<>()))).isEqualTo(Told.FEW);
        assertThat(laminar.allowed(before, part, new Told(15, new TreeMap<>())).total())
                .isEqualTo(15);
    }
}
