package se.lageskarta.geo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DbscanTest {
    @Test
    void agrees_with_the_definition_on_scattered_and_on_snapped_points() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 300; round++) {
            int n = random.nextInt(1, 200);
            double lattice = round % 3 == 0 ? 1 : round % 3 == 1 ? 25 : 0;
            double extent = random.nextDouble(10, 600);
            double[] x = coordinates(random, n, 383_000, extent, lattice);
            double[] y = coordinates(random, n, 6_439_000, extent, lattice);
            // on the lattice of 25 many distances equal eps exactly
            double eps = lattice == 25 ? 25 * random.nextInt(1, 5) : random.nextDouble(1, 120);
            int least = random.nextInt(1, 8);
            BruteForce expected = new BruteForce(x, y, ones(n), new int[n], eps, 0, least);
            Clusters clusters = new Dbscan(eps, least).fit(x, y);
            assertThat(clusters.core()).isEqualTo(expected.core);
            assertThat(clusters.count()).isEqualTo(expected.count);
            assertThat(clusters.label()).isEqualTo(expected.label);
            assertThat(clusters.distinct()).isEqualTo(distinct(x, y));
        }
    }

    @Test
    void agrees_with_the_definition_when_a_stray_point_leaves_most_of_the_map_empty() {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 60; round++) {
            int n = random.nextInt(2, 200);
            double[] x = coordinates(random, n, 383_000, 300, round % 2 * 10);
            double[] y = coordinates(random, n, 6_439_000, 300, round % 2 * 10);
            x[0] = 0;
            y[0] = round % 3 == 0 ? 6_439_000 : 0;
            BruteForce expected = new BruteForce(x, y, ones(n), new int[n], 20, 0, 4);
            Clusters clusters = new Dbscan(20, 4).fit(x, y);
            assertThat(clusters.core()).isEqualTo(expected.core);
            assertThat(clusters.label()).isEqualTo(expected.label);
            assertThat(clusters.distinct()).isEqualTo(distinct(x, y));
        }
    }

    private static int distinct(double[] x, double[] y) {
        return (int) IntStream.range(0, x.length)
                .mapToObj(i -> java.util.List.of(x[i], y[i]))
                .distinct()
                .count();
    }

    @Test
    void agrees_with_the_definition_when_rows_have_weights() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 150; round++) {
            int n = random.nextInt(1, 120);
            double[] x = coordinates(random, n, 0, 300, round % 2 * 10);
            double[] y = coordinates(random, n, 0, 300, round % 2 * 10);
            double[] weight =
                    IntStream.range(0, n).mapToDouble(i -> random.nextInt(0, 4)).toArray();
            BruteForce expected = new BruteForce(x, y, weight, new int[n], 30, 0, 6);
            Clusters clusters = new Dbscan(30, 6).fit(x, y, weight);
            assertThat(clusters.core()).isEqualTo(expected.core);
            assertThat(clusters.label()).isEqualTo(expected.label);
        }
    }

    @Test
    void gives_the_same_clusters_whatever_the_order_of_the_rows() {
        SplittableRandom random = new SplittableRandom(4);
        int n = 3000;
        double[] x = coordinates(random, n, 383_000, 3000, 25);
        double[] y = coordinates(random, n, 6_439_000, 3000, 25);
        Clusters first = new Dbscan(75, 6).fit(x, y);
        int[] order = shuffled(random, n);
        Clusters second = new Dbscan(75, 6)
                .fit(
                        Arrays.stream(order).mapToDouble(i -> x[i]).toArray(),
                        Arrays.stream(order).mapToDouble(i -> y[i]).toArray());
        assertThat(second.count()).isEqualTo(first.count()).isGreaterThan(3);
        int[] name = new int[first.count()];
        Arrays.fill(name, -1);
        for (int i = 0; i < n; i++) {
            int before = first.label()[order[i]];
            assertThat(second.core()[i]).isEqualTo(first.core()[order[i]]);
            assertThat(second.label()[i] < 0).isEqualTo(before < 0);
            if (before >= 0) {
                name[before] = name[before] < 0 ? second.label()[i] : name[before];
                assertThat(second.label()[i]).isEqualTo(name[before]);
            }
        }
    }

    @Test
    void gives_the_same_clusters_a_million_metres_away() {
        SplittableRandom random = new SplittableRandom(5);
        double[] x = coordinates(random, 2000, 0, 2000, 1);
        double[] y = coordinates(random, 2000, 0, 2000, 1);
        Clusters here = new Dbscan(50, 5).fit(x, y);
        Clusters there = new Dbscan(50, 5).fit(moved(x, 1e6), moved(y, 1e6));
        assertThat(there.label()).isEqualTo(here.label());
    }

    @Test
    void gives_the_same_clusters_on_one_thread() throws Exception {
        SplittableRandom random = new SplittableRandom(6);
        double[] x = coordinates(random, 20_000, 0, 9000, 0);
        double[] y = coordinates(random, 20_000, 0, 9000, 0);
        Clusters many = new Dbscan(60, 5).fit(x, y);
        ForkJoinPool single = new ForkJoinPool(1);
        try {
            Clusters one = single.submit(() -> new Dbscan(60, 5).fit(x, y)).get();
            assertThat(one.label()).isEqualTo(many.label());
        } finally {
            single.shutdown();
        }
    }

    @Test
    void finds_clusters_that_lie_a_country_apart() {
        double[] x = {0, 1, 2, 1e6, 1e6 + 1, 1e6 + 2, 5e5};
        double[] y = {0, 1, 2, 2e6, 2e6 + 1, 2e6 + 2, 5e5};
        Clusters clusters = new Dbscan(1.5, 2).fit(x, y);
        assertThat(clusters.label()).containsExactly(0, 0, 0, 1, 1, 1, -1);
    }

    @Test
    void counts_coincident_rows_and_distances_equal_to_eps() {
        assertThat(new Dbscan(12, 3).fit(new double[] {0, 0, 12}, new double[3]).label())
                .containsExactly(0, 0, 0);
        assertThat(new Dbscan(5, 2)
                        .fit(new double[] {0, 3}, new double[] {0, 4})
                        .count())
                .isEqualTo(1);
        assertThat(new Dbscan(4.999, 2)
                        .fit(new double[] {0, 3}, new double[] {0, 4})
                        .count())
                .isZero();
        assertThat(new Dbscan(1, 1000).fit(new double[1000], new double[1000]).count())
                .isEqualTo(1);
    }

    @Test
    void gives_a_border_point_to_its_nearest_core_and_of_equals_to_the_western() {
        double[] x = {-10, -18, -18, -18, -18, 10, 18, 18, 18, 18, 0, 0.5};
        Clusters clusters = new Dbscan(10, 5).fit(x, new double[12]);
        assertThat(clusters.core()[10]).isFalse();
        assertThat(clusters.core()[11]).isFalse();
        assertThat(clusters.label()[10]).isEqualTo(clusters.label()[0]);
        assertThat(clusters.label()[11]).isEqualTo(clusters.label()[5]);
        assertThat(clusters.count()).isEqualTo(2);
    }

    @Test
    void tells_when_to_doubt_the_result() {
        assertThat(new Dbscan(1, 5)
                        .fit(new double[] {0, 9}, new double[] {0, 9})
                        .advice())
                .containsExactly(Advice.NOTHING_FOUND);
        assertThat(new Dbscan(1, 2).fit(new double[4], new double[4]).advice())
                .containsExactly(Advice.ONE_HOLDS_MOST, Advice.SNAPPED);
        assertThat(new Dbscan(1, 2).fit(new double[0], new double[0]).advice()).isEmpty();
    }

    @Test
    void refuses_parameters_without_sense_by_name() {
        assertThatThrownBy(() -> new Dbscan(0, 5))
                .hasMessage("epsMetres is 0.0, but must be greater than 0 and finite");
        assertThatThrownBy(() -> new Dbscan(-1, 5)).hasMessageContaining("epsMetres is -1.0");
        assertThatThrownBy(() -> new Dbscan(Double.NaN, 5)).hasMessageContaining("epsMetres is NaN");
        assertThatThrownBy(() -> new Dbscan(1, 0)).hasMessageContaining("minWeight is 0.0");
        assertThatThrownBy(() -> new Dbscan(1, 1).fit(new double[] {Double.NaN}, new double[1]))
                .hasMessageContaining("x, y is NaN, 0.0 in row 0");
        assertThatThrownBy(() -> new Dbscan(1, 1).fit(new double[1], new double[1], new double[] {-2}))
                .hasMessageContaining("weight is -2.0 in row 0");
        assertThatThrownBy(() -> new Dbscan(1e-9, 1).fit(new double[] {0, 1e6}, new double[2]))
                .hasMessageContaining("epsMetres is 1.0E-9, but must be at least 0.001");
    }

    static double[] coordinates(SplittableRandom random, int n, double origin, double extent, double lattice) {
        return IntStream.range(0, n)
                .mapToDouble(i -> {
                    double spread = random.nextInt(3) == 0 ? extent : extent / 4;
                    double at = random.nextDouble(spread);
                    return origin + (lattice == 0 ? at : lattice * Math.floor(at / lattice));
                })
                .toArray();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] moved(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }

    private static int[] shuffled(SplittableRandom random, int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[k];
            order[k] = swap;
        }
        return order;
    }
}
