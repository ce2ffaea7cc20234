package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareComparisonTest {
    @Test
    void seven_of_ten_against_a_half_is_what_r_says() {
        ShareComparison compared = ShareComparison.of(7, 10, 0.5);
        assertThat(compared.p()).isCloseTo(0.34375, within(1e-9));
        assertThat(compared.low()).isCloseTo(0.3475471, within(1e-6));
        assertThat(compared.high()).isCloseTo(0.9332605, within(1e-6));
        assertThat(compared.exceeds()).isTrue();
    }

    @Test
    void none_and_all_have_one_sided_intervals() {
        assertThat(ShareComparison.of(0, 20, 0.3).low()).isZero();
        assertThat(ShareComparison.of(0, 20, 0.3).high()).isCloseTo(0.1684335, within(1e-6));
        assertThat(ShareComparison.of(0, 20, 0.3).p()).isCloseTo(0.0010588, within(1e-6));
        assertThat(ShareComparison.of(20, 20, 0.3).high()).isEqualTo(1);
    }

    @Test
    void a_share_that_must_be_or_cannot_be_is_compared_too() {
        assertThat(ShareComparison.of(3, 30, 0).p()).isZero();
        assertThat(ShareComparison.of(30, 30, 1).p()).isEqualTo(1);
    }

    @Test
    void what_is_no_share_is_refused() {
        assertThatThrownBy(() -> ShareComparison.of(4, 3, 0.5)).hasMessageContaining("count is 4");
        assertThatThrownBy(() -> ShareComparison.of(1, 3, Double.NaN)).hasMessageContaining("reference is NaN");
    }
}
