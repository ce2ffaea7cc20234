package se.lageskarta.geo.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointIndexTest {
    @Test
    void finds_the_same_rows_as_looking_at_every_point() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n : new int[] {0, 1, 2, 50, 2000}) {
            double[] x = random.doubles(n, 383_000, 384_000).toArray();
            double[] y = random.doubles(n, 6_439_000, 6_439_300).toArray();
            PointIndex index = PointIndex.of(x, y);
            for (int question = 0; question < 50; question++) {
                double cx = random.nextDouble(382_900, 384_100);
                double cy = random.nextDouble(6_438_900, 6_439_400);
                double r = random.nextDouble(0, 300);
                assertThat(index.within(cx, cy, r))
                        .isEqualTo(IntStream.range(0, n)
                                .filter(i -> (x[i] - cx) * (x[i] - cx) + (y[i] - cy) * (y[i] - cy) <= r * r)
                                .toArray());
                assertThat(index.within(cx, cy, cx + r, cy + r))
                        .isEqualTo(IntStream.range(0, n)
                                .filter(i -> x[i] >= cx && x[i] <= cx + r && y[i] >= cy && y[i] <= cy + r)
                                .toArray());
            }
        }
    }

    @Test
    void keeps_points_on_the_edge_of_the_question() {
        PointIndex index = PointIndex.of(new double[] {0, 3, 3}, new double[] {0, 4, 4});
        assertThat(index.within(0, 0, 5)).containsExactly(0, 1, 2);
        assertThat(index.within(0, 0, 3, 4)).containsExactly(0, 1, 2);
    }

    @Test
    void stands_points_on_a_line_and_on_one_spot() {
        double[] same = new double[1000];
        double[] line = IntStream.range(0, 1000).asDoubleStream().toArray();
        assertThat(PointIndex.of(same, same).within(0, 0, 1)).hasSize(1000);
        assertThat(PointIndex.of(line, same).within(10, 0, 2)).containsExactly(8, 9, 10, 11, 12);
        assertThat(PointIndex.of(same, line).within(0, 10, 2)).containsExactly(8, 9, 10, 11, 12);
    }

    @Test
    void refuses_what_is_no_place() {
        assertThatThrownBy(() -> PointIndex.of(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN")
                .hasMessageContaining("row 1");
        assertThatThrownBy(() -> PointIndex.of(new double[] {1}, new double[0])).hasMessageContaining("y has 0 values");
    }
}
