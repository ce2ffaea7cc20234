package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    @Test
    void corrects_as_R_does() {
        // p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BH") and "bonferroni"
        double[] p = {0.01, 0.02, 0.03, 0.04, 0.05};
        for (double q : FalseDiscovery.benjaminiHochberg(p)) {
            assertThat(q).isCloseTo(0.05, within(1e-15));
        }
        assertThat(FalseDiscovery.bonferroni(p)[1]).isCloseTo(0.1, within(1e-15));
        assertThat(FalseDiscovery.byNeighbourhood(p, new int[] {4, 6, 9, 9, 9})[0])
                .isCloseTo(0.05, within(1e-15));
    }

    @Test
    void calls_as_many_hot_as_the_rule_of_Benjamini_and_Hochberg() {
        SplittableRandom random = new SplittableRandom(41);
        for (int round = 0; round < 300; round++) {
            double[] p = random.doubles(1 + random.nextInt(40))
                    .map(v -> Math.rint(v * v * 100) / 100)
                    .toArray();
            double[] q = FalseDiscovery.benjaminiHochberg(p);
            double[] sorted = p.clone();
            Arrays.sort(sorted);
            int called = 0;
            for (int k = 0; k < sorted.length; k++) {
                called = sorted[k] <= 0.1 * (k + 1) / sorted.length ? k + 1 : called;
            }
            assertThat(Arrays.stream(q).filter(v -> v <= 0.1 + 1e-12).count()).isEqualTo(called);
            for (int i = 0; i < p.length; i++) {
                assertThat(q[i]).isBetween(p[i], 1.0);
            }
        }
    }

    @Test
    void a_place_without_p_does_not_count() {
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {Double.NaN, 0.02, 0.04}))
                .containsExactly(Double.NaN, 0.04, 0.04);
        assertThat(FalseDiscovery.bonferroni(new double[] {Double.NaN, 0.02})).containsExactly(Double.NaN, 0.02);
        assertThat(FalseDiscovery.benjaminiHochberg(new double[0])).isEmpty();
    }
}
