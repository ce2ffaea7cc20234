package se.lageskarta.geo.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
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
    void equals_the_sum_over_all_incidents_at_every_cell_also_at_seven_digit_northings() {
        SplittableRandom random = new SplittableRandom(10);
        for (double[] origin : new double[][] {{0, 0}, {383_000, 6_439_000}, {-1e6, 9e6}}) {
            for (Kernel kernel : Kernel.values()) {
                for (double bandwidth : new double[] {7, 100, 900, 50_000}) {
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
                    .isCloseTo(500, within(0.05));
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
