package se.lageskarta.geo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StDbscanTest {
    @Test
    void agrees_with_the_definition() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 150; round++) {
            int n = random.nextInt(1, 150);
            double[] x = DbscanTest.coordinates(random, n, 0, 1000, round % 2 * 50);
            double[] y = DbscanTest.coordinates(random, n, 0, 1000, round % 2 * 50);
            int[] day = IntStream.range(0, n)
                    .map(i -> random.nextInt(19_000, 19_120))
                    .toArray();
            double[] weight = new double[n];
            Arrays.fill(weight, 1);
            int least = random.nextInt(1, 5);
            BruteForce expected = new BruteForce(x, y, weight, day, 100, 14, least);
            Clusters clusters = new StDbscan(100, 14, least).fit(x, y, day);
            assertThat(clusters.core()).isEqualTo(expected.core);
            assertThat(clusters.label()).isEqualTo(expected.label);
        }
    }

    @Test
    void keeps_two_series_at_one_address_apart() {
        int[] day = {1, 3, 5, 200, 203};
        Clusters clusters = new StDbscan(50, 7, 2).fit(new double[5], new double[5], day);
        assertThat(clusters.label()).containsExactly(0, 0, 0, 1, 1);
    }

    @Test
    void refuses_parameters_without_sense_by_name() {
        assertThatThrownBy(() -> new StDbscan(0, 1, 1)).hasMessageContaining("epsMetres is 0.0");
        assertThatThrownBy(() -> new StDbscan(1, -1, 1)).hasMessageContaining("epsDays is -1");
        assertThatThrownBy(() -> new StDbscan(1, 1, 0)).hasMessageContaining("minRows is 0");
        assertThatThrownBy(() -> new StDbscan(1, 1, 1).fit(new double[1], new double[1], new int[0]))
                .hasMessageContaining("day has 0 values");
    }
}
