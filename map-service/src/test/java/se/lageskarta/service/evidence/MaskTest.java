package se.lageskarta.service.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void counts_of_one_to_four_are_left_out_and_zero_and_five_shown() {
        assertThat(Mask.shown(new int[] {0, 1, 4, 5, 12})).containsExactly(0, null, null, 5, 12);
    }

    @Test
    void a_single_small_count_takes_the_smallest_other_with_it() {
        assertThat(Mask.shown(new int[] {20, 3, 9, 0})).containsExactly(20, null, null, 0);
    }

    @Test
    void nothing_small_hides_nothing() {
        assertThat(Mask.shown(new int[] {20, 0, 9})).containsExactly(20, 0, 9);
        assertThat(Mask.shown(new int[0])).isEmpty();
    }

    @Test
    void a_small_count_alone_is_hidden() {
        assertThat(Mask.shown(new int[] {2})).containsExactly((Integer) null);
    }
}
