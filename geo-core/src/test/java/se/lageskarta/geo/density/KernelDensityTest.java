package se.lageskarta.geo.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.grid.Grid;

class KernelDensityTest {
    private static final Geometry SQUARE = new GeometryFactory().createPolygon(new Coordinate[] {
        new Coordinate(0, 0),
        new Coordinate(4000, 0),
        new Coordinate(4000, 4000),
        new Coordinate(0, 4000),
        new Coordinate(0, 0)
    });

    @Test
    void a_wide_gaussian_over_many_cells_is_known_to_be_much_work() {
        Grid grid = new Grid(0, 0, 10, 1000, 1000);
        assertThat(new KernelDensity(Kernel.QUARTIC, 1_000).effort(1_000_000, grid))
                .isLessThan(3e9);
        assertThat(new KernelDensity(Kernel.GAUSSIAN, 5_000).effort(1_000_000, grid))
                .isGreaterThan(5e11);
    }

    @Test
    void equals_the_sum_over_all_incidents_at_every_cell_also_at_seven_digit_northings() {
        SplittableRandom random = new SplittableRandom(10);
        for (double[] origin : new double[][] {{0, 0}, {383_000, 6_439_000}, {-1e6, 9e6}}) {
            for (Kernel kernel : Kernel.values()) {
                for (double bandwidth : new double[] {7, 100, 130, 900, 50_000, 3e9}) {
                    int n = 300;
                    double[] x =
                            random.doubles(n, origin[0] - 500, origin[0] + 2500).toArray();
                    double[] y =
                            random.doubles(n, origin[1] - 500, origin[1] + 1500).toArray();
                    double[] weight = random.doubles(n, 0, 3).toArray();
                    Grid grid = new Grid(origin[0], origin[1], 25, 83, 41);
                    KernelDensity method = new KernelDensity(kernel, bandwidth);
                    double[] value = method.fit(x, y, weight, grid).value();
                    double[] expected = method.at(x, y, weight, centresX(grid), centresY(grid));
                    double max = 0;
                    double off = 0;
                    for (int i = 0; i < value.length; i++) {
                        max = Math.max(max, expected[i]);
                        off = Math.max(off, Math.abs(value[i] - expected[i]));
                    }
                    assertThat(off / max).as("%s, %s m", kernel, bandwidth).isLessThan(1e-9);
                }
            }
        }
    }

    @Test
    void holds_as_many_incidents_as_were_put_in() {
        SplittableRandom random = new SplittableRandom(11);
        double[] x = random.doubles(500, 1000, 3000).toArray();
        double[] y = random.doubles(500, 1000, 3000).toArray();
        Grid grid = new Grid(-2000, -2000, 20, 400, 400);
        for (Kernel kernel : Kernel.values()) {
            assertThat(new KernelDensity(kernel, 200).fit(x, y, null, grid).integral())
                    .isCloseTo(500, within(kernel == Kernel.UNIFORM ? 0.5 : 0.05));
        }
    }

    @Test
    void holds_as_many_incidents_inside_a_boundary_with_the_correction_that_keeps_them() {
        SplittableRandom random = new SplittableRandom(12);
        double[] x = random.doubles(500, 0, 4000).toArray();
        double[] y = random.doubles(500, 0, 4000).toArray();
        Grid grid = new Grid(-1000, -1000, 20, 300, 300);
        for (Kernel kernel : Kernel.values()) {
            DensitySurface surface =
                    new KernelDensity(kernel, 300).fit(x, y, null, grid, EdgeCorrection.DIGGLE, SQUARE);
            assertThat(surface.integral()).as("%s", kernel).isCloseTo(500, within(2.5));
            assertThat(surface.at(-200, 2000)).isZero();
        }
    }

    @Test
    void sees_an_even_spread_as_even_up_to_the_boundary_when_corrected() {
        int n = 100;
        double[] x = new double[n * n];
        double[] y = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            x[i] = 20 + 40 * (i % n);
            y[i] = 20 + 40.0 * (i / n);
        }
        Grid grid = new Grid(0, 0, 40, 100, 100);
        DensitySurface none = new KernelDensity(Kernel.QUARTIC, 400).fit(x, y, null, grid);
        DensitySurface uniform =
                new KernelDensity(Kernel.QUARTIC, 400).fit(x, y, null, grid, EdgeCorrection.UNIFORM, SQUARE);
        assertThat(none.at(2000, 2000)).isCloseTo(625, within(2.0));
        assertThat(none.at(20, 20)).isLessThan(250);
        assertThat(uniform.at(20, 20)).isCloseTo(625, within(6.0));
        assertThat(uniform.at(20, 2000)).isCloseTo(625, within(6.0));
    }

    @Test
    void knows_how_much_of_a_kernel_lies_inside() {
        for (Kernel kernel : Kernel.values()) {
            EdgeFactor edge = EdgeFactor.of(kernel, 100, SQUARE);
            assertThat(edge.at(2000, 2000)).isCloseTo(1, within(1e-3));
            assertThat(edge.at(0, 2000)).isCloseTo(0.5, within(1e-3));
            assertThat(edge.at(2000, 0)).isCloseTo(0.5, within(5e-3));
            assertThat(edge.at(0, 0)).isCloseTo(0.25, within(3e-3));
        }
    }

    @Test
    void leaves_out_what_a_hole_hides() {
        GeometryFactory geometries = new GeometryFactory();
        Geometry holed = SQUARE.difference(
                geometries.createPoint(new Coordinate(2000, 2000)).buffer(500));
        assertThat(EdgeFactor.of(Kernel.QUARTIC, 400, holed).at(2000, 2000)).isZero();
        assertThat(EdgeFactor.of(Kernel.QUARTIC, 400, holed).at(2500, 2000)).isBetween(0.5, 0.7);
    }

    @Test
    void counts_the_incidents_behind_each_value() {
        SplittableRandom random = new SplittableRandom(13);
        double[] x = random.doubles(200, 0, 1000).toArray();
        double[] y = random.doubles(200, 0, 1000).toArray();
        Grid grid = new Grid(-300, -300, 30, 53, 53);
        int[] reach = new KernelDensity(Kernel.QUARTIC, 150).reach(x, y, grid);
        for (int cell = 0; cell < reach.length; cell++) {
            int count = 0;
            for (int i = 0; i < x.length; i++) {
                double dx = grid.centreX(cell % 53) - x[i];
                double dy = grid.centreY(cell / 53) - y[i];
                count += dx * dx + dy * dy < 150 * 150 ? 1 : 0;
            }
            assertThat(reach[cell]).isEqualTo(count);
        }
    }

    @Test
    void reads_linearly_between_cell_centres_and_nothing_outside() {
        DensitySurface surface =
                new DensitySurface(new Grid(100, 200, 10, 2, 2), new double[] {1, 3, 5, 7}, 50, Kernel.QUARTIC);
        assertThat(surface.at(105, 205)).isEqualTo(1);
        assertThat(surface.at(110, 210)).isEqualTo(4);
        assertThat(surface.at(100, 200)).isEqualTo(1);
        assertThat(surface.at(99, 205)).isZero();
        assertThat(surface.meanOfPositive()).isEqualTo(4);
    }

    @Test
    void refuses_parameters_without_sense_by_name() {
        Grid grid = new Grid(0, 0, 1, 1, 1);
        assertThatThrownBy(() -> new KernelDensity(Kernel.QUARTIC, 0)).hasMessageContaining("bandwidthMetres is 0.0");
        assertThatThrownBy(() ->
                        new KernelDensity(Kernel.QUARTIC, 1).fit(new double[] {Double.NaN}, new double[1], null, grid))
                .hasMessageContaining("x, y is NaN, 0.0 in row 0");
        assertThatThrownBy(() ->
                        new KernelDensity(Kernel.QUARTIC, 1).fit(new double[1], new double[1], new double[] {-1}, grid))
                .hasMessageContaining("weight is -1.0 in row 0");
        assertThatThrownBy(() -> Kernel.parse("box")).hasMessageContaining("kernel is 'box'");
        assertThatThrownBy(() -> EdgeCorrection.parse("x")).hasMessageContaining("edgeCorrection is 'x'");
    }

    @Test
    void gives_the_same_bytes_for_any_order_of_rows_and_any_number_of_threads() throws Exception {
        SplittableRandom random = new SplittableRandom(14);
        int n = 4000;
        double[] x = random.doubles(n, 380_000, 384_000).toArray();
        double[] y = random.doubles(n, 6_437_000, 6_439_500).toArray();
        double[] weight = random.doubles(n, 0, 3).toArray();
        int[] order = shuffled(n, random);
        double[] x2 = IntStream.of(order).mapToDouble(i -> x[i]).toArray();
        double[] y2 = IntStream.of(order).mapToDouble(i -> y[i]).toArray();
        double[] weight2 = IntStream.of(order).mapToDouble(i -> weight[i]).toArray();
        Grid grid = new Grid(380_000, 6_437_000, 50, 80, 50);
        for (Kernel kernel : Kernel.values()) {
            KernelDensity method = new KernelDensity(kernel, 260);
            double[] value = method.fit(x, y, weight, grid).value();
            assertThat(method.fit(x2, y2, weight2, grid).value())
                    .as("%s", kernel)
                    .isEqualTo(value);
            ForkJoinPool one = new ForkJoinPool(1);
            assertThat(one.submit(() -> method.fit(x, y, weight, grid).value()).get())
                    .isEqualTo(value);
            one.shutdown();
            double[] widths = AdaptiveBandwidth.abramson(method, x, y, weight);
            double[] widths2 = AdaptiveBandwidth.abramson(method, x2, y2, weight2);
            assertThat(method.fit(x2, y2, weight2, widths2, grid).value())
                    .isEqualTo(method.fit(x, y, weight, widths, grid).value());
        }
    }

    @Test
    void gives_the_same_bytes_after_a_shift_that_leaves_the_coordinates_exact() {
        SplittableRandom random = new SplittableRandom(15);
        double[] x = random.ints(3000, 0, 4 * 4000).mapToDouble(i -> i / 4.0).toArray();
        double[] y = random.ints(3000, 0, 4 * 2500).mapToDouble(i -> i / 4.0).toArray();
        double[] farX = DoubleStream.of(x).map(at -> at + 1e6).toArray();
        double[] farY = DoubleStream.of(y).map(at -> at + 1e6).toArray();
        for (Kernel kernel : Kernel.values()) {
            KernelDensity method = new KernelDensity(kernel, 230);
            assertThat(method.fit(farX, farY, null, new Grid(1e6, 1e6, 50, 80, 50))
                            .value())
                    .as("%s", kernel)
                    .isEqualTo(
                            method.fit(x, y, null, new Grid(0, 0, 50, 80, 50)).value());
        }
    }

    @Test
    void stays_within_a_billionth_of_the_maximum_with_a_hundred_thousand_incidents_at_seven_digit_coordinates() {
        SplittableRandom random = new SplittableRandom(16);
        int n = 100_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double spread = i % 3 == 0 ? 20_000 : 300;
            x[i] = 650_000 + spread * (random.nextDouble() - random.nextDouble());
            y[i] = 6_580_000 + spread * (random.nextDouble() - random.nextDouble());
        }
        Grid grid = new Grid(630_000, 6_560_000, 100, 400, 400);
        for (Kernel kernel : new Kernel[] {Kernel.QUARTIC, Kernel.EPANECHNIKOV, Kernel.TRIWEIGHT, Kernel.UNIFORM}) {
            KernelDensity method = new KernelDensity(kernel, 1000);
            DensitySurface surface = method.fit(x, y, null, grid);
            double max = surface.max();
            for (int place = 0; place < 60; place++) {
                int column = place < 40 ? 190 + random.nextInt(20) : random.nextInt(400);
                int row = place < 40 ? 190 + random.nextInt(20) : random.nextInt(400);
                double exact = compensated(kernel, 1000, x, y, grid.centreX(column), grid.centreY(row));
                assertThat(surface.value()[row * 400 + column])
                        .as("%s in column %d, row %d", kernel, column, row)
                        .isCloseTo(exact, within(1e-9 * max));
            }
        }
    }

    @Test
    void counts_no_incident_at_exactly_the_bandwidth() {
        double[] x = {36};
        double[] y = {48};
        Grid grid = new Grid(-60, -60, 12, 20, 20);
        double[] value =
                new KernelDensity(Kernel.UNIFORM, 60).fit(x, y, null, grid).value();
        double[] fine = new KernelDensity(Kernel.UNIFORM, 60).at(x, y, null, centresX(grid), centresY(grid));
        assertThat(value).isEqualTo(fine);
        Grid through = new Grid(-6, -6, 12, 1, 1);
        assertThat(new KernelDensity(Kernel.UNIFORM, 60)
                        .fit(x, y, null, through)
                        .value()[0])
                .isZero();
    }

    @Test
    void gives_lone_incidents_wider_and_crowded_ones_narrower_kernels_with_the_pilots_as_geometric_mean() {
        SplittableRandom random = new SplittableRandom(17);
        int n = 400;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double spread = i < 300 ? 200 : 3000;
            x[i] = 5000 + spread * (random.nextDouble() - random.nextDouble());
            y[i] = 5000 + spread * (random.nextDouble() - random.nextDouble());
        }
        KernelDensity pilot = new KernelDensity(Kernel.GAUSSIAN, 400);
        double[] widths = AdaptiveBandwidth.abramson(pilot, x, y, null);
        double[] density = pilot.at(x, y, null, x, y);
        double logs = 0;
        for (int i = 0; i < n; i++) {
            logs += Math.log(Math.pow(density[i], -0.5));
        }
        double[] raw = new double[n];
        for (int i = 0; i < n; i++) {
            raw[i] = 400 * Math.pow(density[i], -0.5) / Math.exp(logs / n);
        }
        double[] sorted = raw.clone();
        Arrays.sort(sorted);
        double widest = 5 * (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        for (int i = 0; i < n; i++) {
            assertThat(widths[i]).isCloseTo(Math.min(raw[i], widest), within(1e-6));
        }
        assertThat(Arrays.stream(widths).min().orElseThrow()).isLessThan(300);
        assertThat(Arrays.stream(widths).max().orElseThrow()).isGreaterThan(900);
    }

    @Test
    void holds_as_many_incidents_with_bandwidths_that_vary() {
        SplittableRandom random = new SplittableRandom(18);
        double[] x = random.doubles(300, 1000, 3000).toArray();
        double[] y = random.doubles(300, 1000, 3000).toArray();
        double[] widths = random.doubles(300, 60, 300).toArray();
        Grid grid = new Grid(-2000, -2000, 20, 400, 400);
        for (Kernel kernel : Kernel.values()) {
            DensitySurface surface = new KernelDensity(kernel, 150).fit(x, y, null, widths, grid);
            assertThat(surface.integral()).as("%s", kernel).isCloseTo(300, within(1.5));
            double expected = 0;
            for (int i = 0; i < x.length; i++) {
                double dx = grid.centreX(205) - x[i];
                double dy = grid.centreY(198) - y[i];
                expected +=
                        1e6 / (widths[i] * widths[i]) * kernel.valueAt((dx * dx + dy * dy) / (widths[i] * widths[i]));
            }
            assertThat(surface.value()[198 * 400 + 205]).isCloseTo(expected, within(1e-9 * surface.max()));
        }
    }

    @Test
    void spreads_a_drawn_mark_over_its_radius_without_losing_weight() {
        double[] widths = AdaptiveBandwidth.ofDrawnMarks(100, new double[] {0, 150});
        assertThat(widths).containsExactly(100, 125);
        Grid grid = new Grid(-1000, -1000, 5, 400, 400);
        DensitySurface exact = new KernelDensity(Kernel.QUARTIC, 100)
                .fit(new double[1], new double[1], null, new double[] {widths[0]}, grid);
        DensitySurface drawn = new KernelDensity(Kernel.QUARTIC, 100)
                .fit(new double[1], new double[1], null, new double[] {widths[1]}, grid);
        assertThat(drawn.integral()).isCloseTo(1, within(1e-3));
        assertThat(drawn.max() / exact.max()).isCloseTo(0.64, within(2e-3));
        assertThatThrownBy(() -> AdaptiveBandwidth.ofDrawnMarks(100, new double[] {-1}))
                .hasMessageContaining("radiusMetres is -1.0 in row 0");
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    private static double compensated(Kernel kernel, double h, double[] x, double[] y, double atX, double atY) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = atX - x[i];
            double dy = atY - y[i];
            double term = 1e6 / (h * h) * kernel.valueAt((dx * dx + dy * dy) / (h * h)) - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
        }
        return sum;
    }

    private static double[] centresX(Grid grid) {
        double[] x = new double[grid.cells()];
        for (int i = 0; i < x.length; i++) {
            x[i] = grid.centreX(i % grid.nx());
        }
        return x;
    }

    private static double[] centresY(Grid grid) {
        double[] y = new double[grid.cells()];
        for (int i = 0; i < y.length; i++) {
            y[i] = grid.centreY(i / grid.nx());
        }
        return y;
    }
}
