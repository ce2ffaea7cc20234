package se.lageskarta.geo.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellKeysTest {
    private static final int CELLS = 100_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40})
    void noise_is_bounded_never_below_nothing_and_evens_out(int count) {
        CellKeys keys = new CellKeys(20250101);
        long sum = 0;
        int changed = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            long key = 0;
            for (int record = 0; record < count; record++) {
                key += keys.keyOf((long) cell * count + record);
            }
            long noisy = keys.noisy(count, key);
            assertThat(noisy).isBetween(Math.max(0L, count - 2L), count + 2L);
            sum += noisy - count;
            changed += noisy == count ? 0 : 1;
        }
        // standard error of the mean is 0.0035
        assertThat((double) sum / CELLS).isBetween(-0.02, 0.02);
        assertThat((double) changed / CELLS).isBetween(0.45, 0.65);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE})
    void nothing_stays_nothing_and_another_secret_is_another_noise(long secret) {
        CellKeys keys = new CellKeys(secret);
        for (long key = 0; key < 1_000; key++) {
            assertThat(keys.noisy(0, key << 50)).isZero();
        }
        assertThat(keys.keyOf(7))
                .isEqualTo(new CellKeys(secret).keyOf(7))
                .isNotEqualTo(new CellKeys(secret + 1).keyOf(7));
        assertThat(keys).asString().isEqualTo("CellKeys");
    }
}
