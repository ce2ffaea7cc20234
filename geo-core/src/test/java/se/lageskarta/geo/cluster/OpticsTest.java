package se.lageskarta.geo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpticsTest {
    @Test
    void every_step_goes_to_a_row_that_none_is_reached_before() {
        SplittableRandom random = new SplittableRandom(21);
        for (int round = 0; round < 120; round++) {
            int n = random.nextInt(1, 150);
            double lattice = round % 3 == 0 ? 25 : 0;
            double[] x = DbscanTest.coordinates(random, n, 383_000, 600, lattice);
            double[] y = DbscanTest.coordinates(random, n, 6_439_000, 600, lattice);
            double eps = round % 2 == 0 ? 1e6 : random.nextDouble(20, 200);
            int minPts = random.nextInt(1, 9);
            OpticsOrder order = new Optics(eps, minPts).order(x, y);
            assertThat(Arrays.stream(order.order()).sorted().toArray()).containsExactly(range(n));
            double[] core = BruteForceHdbscan.cores(x, y, minPts);
            double[] reach = new double[n];
            Arrays.fill(reach, Double.POSITIVE_INFINITY);
            boolean[] done = new boolean[n];
            for (int k = 0; k < n; k++) {
                int row = order.order()[k];
                double nearest = IntStream.range(0, n)
                        .filter(i -> !done[i])
                        .mapToDouble(i -> reach[i])
                        .min()
                        .orElseThrow();
                assertThat(order.reachMetres()[k]).isEqualTo(nearest).isEqualTo(reach[row]);
                assertThat(order.coreMetres()[row]).isEqualTo(core[row] <= eps ? core[row] : Double.POSITIVE_INFINITY);
                done[row] = true;
                for (int i = 0; i < n && core[row] <= eps; i++) {
                    double distance = Math.sqrt((x[i] - x[row]) * (x[i] - x[row]) + (y[i] - y[row]) * (y[i] - y[row]));
                    if (!done[i] && distance <= eps) {
                        reach[i] = Math.min(reach[i], Math.max(core[row], distance));
                    }
                }
            }
        }
    }

    @Test
    void the_clusters_at_a_distance_are_those_of_dbscan_but_for_border_rows() {
        SplittableRandom random = new SplittableRandom(22);
        double[] x = DbscanTest.coordinates(random, 3000, 383_000, 3000, 25);
        double[] y = DbscanTest.coordinates(random, 3000, 6_439_000, 3000, 25);
        OpticsOrder order = new Optics(300, 8).order(x, y);
        for (double at : new double[] {30, 60, 75, 150}) {
            Clusters ours = order.at(at);
            Clusters theirs = new Dbscan(at, 8).fit(x, y);
            assertThat(ours.count()).isEqualTo(theirs.count());
            assertThat(ours.core()).isEqualTo(theirs.core());
            assertThat(ours.distinct()).isEqualTo(theirs.distinct());
            for (int i = 0; i < x.length; i++) {
                if (theirs.core()[i]) {
                    assertThat(ours.label()[i]).isEqualTo(theirs.label()[i]);
                } else if (theirs.label()[i] < 0) {
                    assertThat(ours.label()[i]).isNegative();
                }
            }
        }
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        SplittableRandom random = new SplittableRandom(23);
        int n = 2000;
        double[] x = DbscanTest.coordinates(random, n, 383_000, 3000, 25);
        double[] y = DbscanTest.coordinates(random, n, 6_439_000, 3000, 25);
        OpticsOrder first = new Optics(200, 6).order(x, y);
        OpticsOrder back = new Optics(200, 6)
                .order(
                        IntStream.range(0, n).mapToDouble(i -> x[n - 1 - i]).toArray(),
                        IntStream.range(0, n).mapToDouble(i -> y[n - 1 - i]).toArray());
        assertThat(back.reachMetres()).containsExactly(first.reachMetres());
        for (int k = 0; k < n; k++) {
            assertThat(x[n - 1 - back.order()[k]]).isEqualTo(x[first.order()[k]]);
        }
    }

    @Test
    void nothing_one_place_and_nonsense_are_told_apart() {
        assertThat(new Optics(10, 3).order(new double[0], new double[0]).order())
                .isEmpty();
        OpticsOrder same = new Optics(10, 3).order(new double[4], new double[4]);
        assertThat(same.reachMetres()).containsExactly(Double.POSITIVE_INFINITY, 0, 0, 0);
        assertThat(same.at(5).count()).isEqualTo(1);
        assertThatThrownBy(() -> same.at(11)).hasMessageContaining("atMetres is 11.0");
        assertThatThrownBy(() -> new Optics(0, 3)).hasMessageContaining("epsMetres is 0.0");
        assertThatThrownBy(() -> new Optics(1, 0)).hasMessageContaining("minPts is 0");
        assertThatThrownBy(() -> new Optics(1, 1).order(new double[] {Double.NaN}, new double[1]))
                .hasMessageContaining("x, y is NaN");
    }

    private static int[] range(int n) {
        return IntStream.range(0, n).toArray();
    }
}
