package se.lageskarta.geo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HdbscanTest {
    /** Two half-moons and two blobs, x and y in turn: data set moons of R package dbscan. */
    private static final double[] MOONS = {
        -0.415207563317,
        1.03573465636,
        0.0587809844215,
        0.304334313802,
        1.10937860273,
        -0.509737826298,
        1.54094828019,
        -0.42754961672,
        0.929094975859,
        -0.532387788835,
        -0.869324702793,
        0.547154818195,
        1.39839427109,
        -0.509581914063,
        -0.931784582,
        0.27211201662,
        0.249302324829,
        0.930652984113,
        0.473248234549,
        -0.344949306521,
        -1.00225614772,
        0.499659112348,
        1.94934307911,
        0.531400658824,
        0.346957593786,
        0.914807488995,
        0.571244447282,
        0.94476793805,
        1.21082122748,
        -0.428288511794,
        0.0866636917741,
        0.144226359787,
        1.76772157216,
        -0.22036763199,
        0.14091582702,
        -0.106748139004,
        1.89963117159,
        0.0353968421144,
        2.01487433843,
        0.298095733722,
        2.03705130164,
        0.211455041105,
        -0.118942867795,
        0.936380947854,
        0.614301961501,
        -0.407707716445,
        -0.660169590758,
        0.876831803059,
        0.11578871616,
        0.217791597448,
        1.68597998203,
        -0.0784243529809,
        0.882238877864,
        0.484869918556,
        -0.266501125357,
        0.933114218466,
        -0.710406685562,
        0.654472620162,
        0.32014844401,
        -0.390383385393,
        -0.739363937177,
        0.703330933403,
        -1.02487376048,
        0.0159318128719,
        1.54243067361,
        -0.261706027103,
        -0.0819445577251,
        0.982641753832,
        -0.588717118216,
        0.858176796636,
        0.632012468207,
        0.807521184922,
        1.95221157458,
        0.043038503641,
        0.210255923724,
        -0.0587090269182,
        -0.98565477406,
        0.131424888954,
        0.122191216338,
        1.05328598315,
        0.934968795703,
        0.178334949215,
        0.715978909529,
        0.618013164246,
        1.11569244027,
        -0.460013313275,
        0.835940691218,
        0.370844675185,
        0.286246615735,
        -0.169043464703,
        0.839055714487,
        0.650499141063,
        1.00724594132,
        -0.0710843949073,
        1.03335758509,
        0.154852085369,
        0.0880699111598,
        0.546292572123,
        0.762111887648,
        -0.41060793591,
        0.783292630704,
        1.58729221766,
        1.13241239795,
        2.22306046554,
        -0.865323945348,
        1.79541475955,
        -0.770610016691,
        1.91092867393,
        -0.468358224517,
        2.41144355219,
        -0.799736446132,
        2.18041037611,
        -0.885874085236,
        2.12347229548,
        0.932804429207,
        2.04639149946,
        1.01734036002,
        2.45018376624,
        -0.652718203952,
        2.67420550498,
        0.918377500197,
        2.38535507761,
        0.834841228855,
        1.85527564303,
        1.08766439546,
        2.18730611069,
        -0.652689690549,
        2.10324613686,
        -0.633832432307,
        1.97212969803,
        1.40429572987,
        2.18109482534,
        -0.859128596935,
        2.5222854468,
        -0.768429190678,
        2.61588414023,
        -0.795601086328,
        2.3780670931,
        0.747695539597,
        2.00140713452,
        -0.999697565196,
        2.38651388149,
        -0.605010417763,
        2.04803235884,
        0.936114227431,
        2.04986308149,
        1.27216984046,
        1.73402175763,
        0.550016035256,
        1.61302164941,
        -0.692863282087,
        2.08834890196,
        0.954016348429,
        1.79809322552,
        -0.890822563136,
        2.38804557963,
        0.420008528173,
        2.07755858451,
        1.40633702693,
        2.20725425975,
        -0.832941677801,
        2.56633127642,
        1.01238558503,
        2.01064777745,
        1.56046839335,
        2.09598432117,
        -0.805584701543,
        1.74576560816,
        -0.691119747117,
        2.40385895514,
        1.06060102447,
        2.02811641201,
        0.777598963386,
        2.40436997653,
        -0.722645563475,
        2.16141195065,
        1.25016292468,
        1.59275815592,
        0.992845747005,
        2.0786425156,
        -0.591360414446,
        2.1420613661,
        1.02836314213,
        1.97381878663,
        1.00334825235,
        2.26000591302,
        1.50911073403,
        2.03966765019,
        -0.563078055751,
        2.00589712714,
        -0.986469388502,
        2.75063979845,
        -0.557481990805,
        2.3746392187,
        1.16113172167,
        2.03500885361,
        -0.824934801821,
        2.18744375238,
        -1.22848026417,
        2.2659643002
    };

    @Test
    void finds_the_published_clusters_of_the_moons() {
        double[] x = IntStream.range(0, 100).mapToDouble(i -> MOONS[2 * i]).toArray();
        double[] y = IntStream.range(0, 100).mapToDouble(i -> MOONS[2 * i + 1]).toArray();
        HdbscanClusters clusters = Hdbscan.of(5).fit(x, y);
        assertThat(clusters.count()).isEqualTo(3);
        assertThat(clusters.noise()).isZero();
        int[] size = new int[3];
        Arrays.stream(clusters.label()).forEach(label -> size[label]++);
        assertThat(size).containsExactlyInAnyOrder(25, 25, 50);
        double[] score = Arrays.stream(clusters.score()).sorted().toArray();
        assertThat(score)
                .containsExactly(new double[] {45.6276217976728, 90.8655931417158, 110.706126431407}, within(1e-9));
    }

    @Test
    void agrees_with_the_definition_on_scattered_and_on_snapped_points() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            int n = random.nextInt(1, 160);
            double lattice = new double[] {0, 1, 25, 150}[round % 4];
            double[] x = DbscanTest.coordinates(random, n, 383_000, 600, lattice);
            double[] y = DbscanTest.coordinates(random, n, 6_439_000, 600, lattice);
            int minPts = random.nextInt(1, 12);
            int least = random.nextInt(2, 12);
            Hdbscan.Choice choice = Hdbscan.Choice.values()[random.nextInt(2)];
            Hdbscan method = new Hdbscan(minPts, least, choice, random.nextInt(3) == 0, random.nextInt(2) * 10);
            HdbscanClusters clusters = method.fit(x, y);
            BruteForceHdbscan expected = new BruteForceHdbscan(x, y, method);
            assertThat(clusters.coreDistance()).containsExactly(expected.core);
            assertThat(clusters.treeEdges()).containsExactly(expected.edges);
            assertThat(clusters.label()).as("round %d, %s", round, method).isEqualTo(expected.label);
            assertThat(clusters.stability()).containsExactly(expected.stability, within(1e-9));
            assertThat(clusters.probability()).containsExactly(expected.probability, within(1e-9));
        }
    }

    @Test
    void finds_the_lightest_tree_of_thousands_of_snapped_points() {
        SplittableRandom random = new SplittableRandom(8);
        double[] x = DbscanTest.coordinates(random, 4000, 383_000, 20_000, 250);
        double[] y = DbscanTest.coordinates(random, 4000, 6_439_000, 20_000, 250);
        assertThat(Hdbscan.of(10).fit(x, y).treeEdges())
                .containsExactly(BruteForceHdbscan.treeEdges(x, y, BruteForceHdbscan.cores(x, y, 10)));
    }

    @Test
    void gives_the_same_bytes_on_one_thread_and_in_any_order_of_the_rows() throws Exception {
        SplittableRandom random = new SplittableRandom(9);
        int n = 20_000;
        double[] x = DbscanTest.coordinates(random, n, 383_000, 9000, 25);
        double[] y = DbscanTest.coordinates(random, n, 6_439_000, 9000, 25);
        Hdbscan method = new Hdbscan(8, 30, Hdbscan.Choice.LASTING, false, 10);
        HdbscanClusters many = method.fit(x, y);
        HdbscanClusters one = alone(() -> method.fit(x, y));
        assertThat(many.count()).isGreaterThan(10);
        assertSame(one, many);
        assertSame(method.fit(x, y), many);
        double[] backX = IntStream.range(0, n).mapToDouble(i -> x[n - 1 - i]).toArray();
        double[] backY = IntStream.range(0, n).mapToDouble(i -> y[n - 1 - i]).toArray();
        HdbscanClusters back = method.fit(backX, backY);
        assertThat(back.treeEdges()).containsExactly(many.treeEdges());
        int[] name = new int[many.count()];
        Arrays.fill(name, -1);
        for (int i = 0; i < n; i++) {
            int label = many.label()[i];
            int other = back.label()[n - 1 - i];
            assertThat(back.probability()[n - 1 - i]).isEqualTo(many.probability()[i]);
            assertThat(other < 0).isEqualTo(label < 0);
            if (label >= 0) {
                name[label] = name[label] < 0 ? other : name[label];
                assertThat(other).isEqualTo(name[label]);
                assertThat(back.stability()[other]).isEqualTo(many.stability()[label]);
            }
        }
    }

    @Test
    void gives_the_same_clusters_a_million_metres_away() {
        SplittableRandom random = new SplittableRandom(10);
        double[] x = DbscanTest.coordinates(random, 3000, 0, 3000, 1);
        double[] y = DbscanTest.coordinates(random, 3000, 0, 3000, 1);
        assertSame(
                Hdbscan.of(6)
                        .fit(
                                Arrays.stream(x).map(v -> v + 1e6).toArray(),
                                Arrays.stream(y).map(v -> v + 1e6).toArray()),
                Hdbscan.of(6).fit(x, y));
    }

    @Test
    void is_not_misled_by_one_stray_point_at_the_other_end_of_the_world() {
        SplittableRandom random = new SplittableRandom(11);
        double[] x = DbscanTest.coordinates(random, 3000, 383_000, 900, 0);
        double[] y = DbscanTest.coordinates(random, 3000, 6_439_000, 900, 0);
        x[0] = 1e7;
        y[0] = -1e7;
        double[] core = BruteForceHdbscan.cores(x, y, 5);
        HdbscanClusters clusters = Hdbscan.of(5).fit(x, y);
        assertThat(clusters.coreDistance()).containsExactly(core);
        assertThat(clusters.treeEdges()).containsExactly(BruteForceHdbscan.treeEdges(x, y, core));
    }

    @Test
    void keeps_density_finite_where_rows_coincide() {
        double[] x = new double[40];
        Arrays.fill(x, 20, 40, 100);
        HdbscanClusters clusters = Hdbscan.of(5).fit(x, new double[40]);
        assertThat(clusters.count()).isEqualTo(2);
        assertThat(clusters.treeEdges()).hasSize(39);
        assertThat(clusters.treeWeight()).isEqualTo(100);
        // the floor is 50 m, half the only distance above 0
        assertThat(clusters.stability())
                .containsExactly(new double[] {20 * (0.02 - 0.01), 20 * (0.02 - 0.01)}, within(1e-12));
        assertThat(new Hdbscan(5, 5, Hdbscan.Choice.LASTING, false, 10)
                        .fit(x, new double[40])
                        .stability())
                .containsExactly(new double[] {20 * (0.1 - 0.01), 20 * (0.1 - 0.01)}, within(1e-12));
        assertThat(clusters.advice()).contains(Advice.SNAPPED);
    }

    @Test
    void calls_everything_noise_where_there_is_too_little_or_nothing_to_tell_apart() {
        assertThat(Hdbscan.of(5).fit(new double[0], new double[0]).label()).isEmpty();
        HdbscanClusters one = Hdbscan.of(5).fit(new double[] {3}, new double[] {4});
        assertThat(one.label()).containsExactly(-1);
        assertThat(one.coreDistance()).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(Hdbscan.of(2).fit(new double[] {3, 4}, new double[] {4, 4}).noise())
                .isEqualTo(2);
        assertThat(Hdbscan.of(5).fit(new double[50], new double[50]).count()).isZero();
        Hdbscan oneAllowed = new Hdbscan(5, 5, Hdbscan.Choice.LASTING, true, 0);
        assertThat(oneAllowed.fit(new double[50], new double[50]).count()).isEqualTo(1);
    }

    @Test
    void refuses_parameters_and_places_without_sense_by_name() {
        assertThatThrownBy(() -> new Hdbscan(0, 5, Hdbscan.Choice.LASTING, false, 0))
                .hasMessage("minPts is 0, but must be 1 or more");
        assertThatThrownBy(() -> new Hdbscan(5, 1, Hdbscan.Choice.LASTING, false, 0))
                .hasMessage("minClusterSize is 1, but must be 2 or more");
        assertThatThrownBy(() -> new Hdbscan(5, 5, Hdbscan.Choice.LASTING, false, Double.NaN))
                .hasMessageContaining("floorMetres is NaN");
        assertThatThrownBy(() -> Hdbscan.of(2).fit(new double[] {Double.NaN}, new double[1]))
                .hasMessageContaining("x, y is NaN, 0.0 in row 0");
        assertThatThrownBy(() -> Hdbscan.of(2).fit(new double[] {1, 2}, new double[1]))
                .hasMessageContaining("y has 1 values");
        assertThatThrownBy(() -> Hdbscan.of(2).fit(new double[] {-1e300, 1e300}, new double[2]))
                .hasMessageContaining("the extent of x, y is 2.0E300 m, but must be at most 1.0E30 m");
    }

    private static void assertSame(HdbscanClusters actual, HdbscanClusters expected) {
        assertThat(actual.label()).isEqualTo(expected.label());
        assertThat(actual.probability()).containsExactly(expected.probability());
        assertThat(actual.coreDistance()).containsExactly(expected.coreDistance());
        assertThat(actual.stability()).containsExactly(expected.stability());
        assertThat(actual.score()).containsExactly(expected.score());
        assertThat(actual.treeEdges()).containsExactly(expected.treeEdges());
    }

    private static <T> T alone(java.util.concurrent.Callable<T> task) throws Exception {
        ForkJoinPool single = new ForkJoinPool(1);
        try {
            return single.submit(task).get();
        } finally {
            single.shutdown();
        }
    }
}
