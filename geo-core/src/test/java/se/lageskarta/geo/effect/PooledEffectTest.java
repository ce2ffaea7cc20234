package se.lageskarta.geo.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several measures say together, against a published meta-analysis. */
class PooledEffectTest {
    /** Log risk ratios and variances of thirteen trials of the BCG vaccine (Colditz et al. 1994). */
    private static final double[] LOG = {
        -0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.0120, -0.4694, -1.3713, -0.3394, 0.4459,
        -0.0173
    };

    private static final double[] VARIANCE = {
        0.3256, 0.1946, 0.4154, 0.0200, 0.0512, 0.0069, 0.2230, 0.0040, 0.0564, 0.0730, 0.0124, 0.5325, 0.0714
    };

    @Test
    void thirteen_trials_pool_as_published() {
        List<RelativeEffect> effects = new ArrayList<>();
        for (int i = 0; i < LOG.length; i++) {
            effects.add(effect(LOG[i], VARIANCE[i]));
        }
        PooledEffect pooled = PooledEffect.of(effects);
        assertThat(pooled.measures()).isEqualTo(13);
        assertThat(pooled.between()).as("DerSimonian and Laird's tau²").isCloseTo(0.3088, within(2e-3));
        assertThat(pooled.heterogeneity()).isCloseTo(152.233, within(0.5));
        assertThat(pooled.inconsistency()).isCloseTo(0.9212, within(1e-3));
        assertThat(Math.log(pooled.mixed().ratio())).isCloseTo(-0.7141, within(1e-3));
        assertThat(Math.log(pooled.mixed().low())).isCloseTo(-1.0644, within(1e-3));
        assertThat(Math.log(pooled.mixed().high())).isCloseTo(-0.3638, within(1e-3));
        assertThat(Math.log(pooled.fixed().ratio())).isCloseTo(-0.4303, within(2e-3));
        assertThat(pooled.mixed().verdict()).isEqualTo(Verdict.INCREASE);
    }

    @Test
    void measures_that_agree_pool_alike_both_ways() {
        PooledEffect pooled =
                PooledEffect.of(List.of(effect(0.3, 0.1), effect(0.3, 0.1), effect(0.3, 0.1), effect(0.3, 0.1)));
        assertThat(pooled.between()).isZero();
        assertThat(pooled.inconsistency()).isZero();
        assertThat(pooled.mixed()).isEqualTo(pooled.fixed());
        assertThat(pooled.fixed().ratio()).isCloseTo(Math.exp(0.3), within(1e-12));
        assertThat(Math.log(pooled.fixed().high()) - 0.3).isCloseTo(1.959964 * Math.sqrt(0.025), within(1e-6));
        assertThat(pooled.fixed().verdict()).isEqualTo(Verdict.NO_SURE_CHANGE);
    }

    @Test
    void two_measures_are_too_few() {
        assertThatThrownBy(() -> PooledEffect.of(List.of(effect(0, 1), effect(0, 1))))
                .hasMessageContaining("must be at least 3");
    }

    private static RelativeEffect effect(double log, double variance) {
        return new RelativeEffect(Math.exp(log), 0, 0, variance, 0, 1, false);
    }
}
