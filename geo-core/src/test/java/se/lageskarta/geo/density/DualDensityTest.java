package se.lageskarta.geo.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.grid.Grid;

class DualDensityTest {
    private static final Geometry SQUARE = new GeometryFactory().createPolygon(new Coordinate[] {
        new Coordinate(0, 0),
        new Coordinate(10_000, 0),
        new Coordinate(10_000, 10_000),
        new Coordinate(0, 10_000),
        new Coordinate(0, 0)
    });
    private static final Grid GRID = new Grid(0, 0, 250, 40, 40);

    @Test
    void is_one_everywhere_when_both_are_the_same() {
        DualDensity.Sample sample = scattered(new SplittableRandom(30), 2000);
        DualDensity dual = DualDensity.on(new KernelDensity(Kernel.GAUSSIAN, 600), sample, sample, GRID, SQUARE);
        assertThat(boxed(dual.relativeRisk(0)))
                .allSatisfy(risk -> assertThat(risk).isCloseTo(1, within(1e-9)));
        assertThat(boxed(dual.perThousand(0)))
                .allSatisfy(risk -> assertThat(risk).isCloseTo(1000, within(1e-6)));
        assertThat(boxed(dual.tolerance(0)))
                .allSatisfy(chance -> assertThat(chance).isCloseTo(0.5, within(1e-9)));
    }

    @Test
    void finds_the_place_with_more_incidents_than_people() {
        SplittableRandom random = new SplittableRandom(31);
        DualDensity.Sample people = scattered(random, 4000);
        DualDensity.Sample even = scattered(random, 600);
        double[] x = Arrays.copyOf(even.x(), 800);
        double[] y = Arrays.copyOf(even.y(), 800);
        for (int i = 600; i < 800; i++) {
            x[i] = 7000 + 200 * (random.nextDouble() - random.nextDouble());
            y[i] = 3000 + 200 * (random.nextDouble() - random.nextDouble());
        }
        DualDensity dual = DualDensity.on(
                new KernelDensity(Kernel.QUARTIC, 1500), new DualDensity.Sample(x, y, null), people, GRID, SQUARE);
        double[] chance = dual.tolerance(1);
        int hot = 12 * 40 + 28;
        assertThat(dual.relativeRisk(1)[hot]).isGreaterThan(5);
        assertThat(chance[hot]).isLessThan(1e-6);
        assertThat(Arrays.stream(chance).filter(p -> p < 0.001).count()).isBetween(10L, 200L);
    }

    @Test
    void has_no_value_where_next_to_nobody_lives() {
        double[] x = {1000, 1000, 9000};
        double[] y = {1000, 1000, 9000};
        DualDensity.Sample people = new DualDensity.Sample(new double[] {1000}, new double[] {1000}, new double[] {50});
        DualDensity dual = DualDensity.at(
                new KernelDensity(Kernel.GAUSSIAN, 500),
                new DualDensity.Sample(x, y, null),
                people,
                new double[] {1000, 9000},
                new double[] {1000, 9000},
                null);
        assertThat(dual.perThousand(1)).containsExactly(2.0 / 50 * 1000, Double.NaN);
        assertThat(dual.relativeRisk(1)[0]).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(dual.first()[0]).isCloseTo(2 * 1e6 / (2 * Math.PI * 250_000), within(1e-9));
    }

    @Test
    void says_the_same_on_a_grid_and_at_its_places_and_nothing_outside_the_boundary() {
        SplittableRandom random = new SplittableRandom(32);
        DualDensity.Sample one = scattered(random, 300);
        DualDensity.Sample other = scattered(random, 500);
        Grid wide = new Grid(-1000, -1000, 500, 24, 24);
        KernelDensity method = new KernelDensity(Kernel.EPANECHNIKOV, 2000);
        DualDensity on = DualDensity.on(method, one, other, wide, SQUARE);
        DualDensity at = DualDensity.at(
                method, one, other, new double[] {wide.centreX(3)}, new double[] {wide.centreY(9)}, SQUARE);
        assertThat(on.tolerance(0)[9 * 24 + 3]).isCloseTo(at.tolerance(0)[0], within(1e-9));
        assertThat(on.relativeRisk(0)[9 * 24 + 3]).isCloseTo(at.relativeRisk(0)[0], within(1e-9));
        assertThat(on.relativeRisk(0)[0]).isNaN();
        assertThat(on.second()[0]).isZero();
    }

    @Test
    void refuses_a_floor_below_nothing_and_places_that_are_none() {
        DualDensity.Sample sample = scattered(new SplittableRandom(33), 10);
        DualDensity dual = DualDensity.on(new KernelDensity(Kernel.QUARTIC, 600), sample, sample, GRID, null);
        assertThatThrownBy(() -> dual.relativeRisk(-1)).hasMessage("floor is -1.0, but must be 0 or more");
        assertThatThrownBy(() -> new DualDensity.Sample(new double[] {Double.NaN}, new double[1], null))
                .hasMessageContaining("x, y is NaN");
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static DualDensity.Sample scattered(SplittableRandom random, int n) {
        return new DualDensity.Sample(
                random.doubles(n, 0, 10_000).toArray(),
                random.doubles(n, 0, 10_000).toArray(),
                null);
    }
}
