package se.lageskarta.geo.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.density.DensitySurface;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.grid.ShapeShares;
import se.lageskarta.geo.grid.ShapeShares.Cell;

/** Incidents somewhere along a street or in an area, as weights on the ground: each is 1 in all. */
class SpreadIncidentsTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double E = 383_000;
    private static final double N = 6_439_000;

    private final Incidents.Builder rows = Incidents.builder(Crs.SWEREF99_TM, 64);
    private final Map<Long, Geometry> shapes = new HashMap<>();
    private long id;

    private void point(double east, double north) {
        rows.add(++id, 1, E + east, N + north, PlacePrecision.ADDRESS, 0, 60, "KLO", 1);
    }

    private void somewhere(int times, Geometry shape) {
        Coordinate middle = shape.getCentroid().getCoordinate();
        PlacePrecision known = shape.getDimension() == 2 ? PlacePrecision.AREA : PlacePrecision.STREET;
        for (int i = 0; i < times; i++) {
            rows.add(++id, 1, middle.x, middle.y, known, 0, 60, "KLO", 1);
            shapes.put(id, shape);
        }
    }

    private Incidents given() {
        return rows.shapes(PlaceShapes.lazily(() -> shapes)).build();
    }

    private SpreadIncidents spread() {
        return SpreadIncidents.of(given(), row -> false, 20);
    }

    private static Geometry line(double... metres) {
        Coordinate[] places = new Coordinate[metres.length / 2];
        Arrays.setAll(places, i -> new Coordinate(E + metres[2 * i], N + metres[2 * i + 1]));
        return GEOMETRY.createLineString(places);
    }

    private static Geometry box(double west, double south, double east, double north) {
        return GEOMETRY.toGeometry(new Envelope(E + west, E + east, N + south, N + north));
    }

    @Test
    void every_incident_weighs_one_wherever_it_is_spread_and_those_without_a_place_are_told() {
        point(0, 0);
        point(500, 20);
        somewhere(7, line(0, 0, 700, 0, 700, 333));
        somewhere(1, box(-400, -400, 400, 313));
        somewhere(1, line(0, 0, 9_000, 0));
        rows.add(++id, 1, E, N, PlacePrecision.MUNICIPALITY, 0, 60, "KLO", 1);

        SpreadIncidents spread = spread();

        assertThat(spread.points().size()).isEqualTo(2);
        assertThat(spread.spread()).isEqualTo(8);
        assertThat(spread.left()).isEqualTo(2);
        assertThat(spread.size()).isEqualTo(10);
        assertThat(Arrays.stream(spread.weight()).sum()).isCloseTo(10, within(1e-9));
        assertThat(spread.x()).hasSameSizeAs(spread.weight());
    }

    @Test
    void points_alone_have_no_weights_to_carry() {
        point(0, 0);

        assertThat(spread().weight()).isNull();
        assertThat(spread().x()).hasSize(1);
    }

    @Test
    void rows_on_a_default_point_are_left_out_and_told() {
        point(0, 0);
        point(10, 0);
        somewhere(1, line(0, 0, 700, 0));

        SpreadIncidents spread = SpreadIncidents.of(given(), row -> row == 0, 20);

        assertThat(spread.size()).isEqualTo(2);
        assertThat(spread.left()).isEqualTo(1);
    }

    @Test
    void a_hundred_on_one_street_cost_no_more_than_one() {
        somewhere(100, line(0, 0, 700, 0));

        assertThat(spread().x()).hasSize(35);
        assertThat(spread().shapes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quartic", "gaussian", "triangular"})
    void a_surface_holds_the_spread_incidents_as_it_holds_the_others(String kernel) {
        point(0, 0);
        somewhere(5, line(0, 0, 600, 0, 600, 500));
        somewhere(1, box(300, 300, 900, 800));
        SpreadIncidents spread = spread();
        Grid grid = Grid.covering(E - 2_000, N - 2_000, E + 3_000, N + 3_000, 20);

        DensitySurface surface =
                new KernelDensity(Kernel.parse(kernel), 150).fit(spread.x(), spread.y(), spread.weight(), grid);

        assertThat(Arrays.stream(surface.value()).sum() * 20 * 20 / 1e6).isCloseTo(7, within(0.05));
    }

    @Test
    void parts_of_incidents_are_added_up_before_they_count_as_in_reach() {
        somewhere(4, line(0, 0, 1_000, 0));
        point(500, 0);
        SpreadIncidents spread = spread();
        Grid grid = Grid.covering(E + 490, N - 10, E + 510, N + 10, 20);
        KernelDensity density = new KernelDensity(Kernel.QUARTIC, 200);

        int[] reach = density.reach(spread.x(), spread.y(), spread.weight(), grid);

        // 400 of 1,000 m of four streets, and the point: 2.6 incidents are two whole ones
        assertThat(reach[0]).isEqualTo(2);
        assertThat(density.reach(spread.x(), spread.y(), grid)[0]).isGreaterThan(10);
    }

    @Test
    void shares_of_squares_are_those_that_brute_force_finds() {
        SplittableRandom random = new SplittableRandom(4711);
        for (int round = 0; round < 20; round++) {
            double[] corners = random.doubles(10, -700, 700).toArray();
            Geometry shape = round % 2 == 0
                    ? line(corners)
                    : line(corners).buffer(random.nextDouble(20, 200)).difference(box(-50, -50, 80, 60));
            double side = random.nextDouble(60, 400);

            TreeMap<Cell, Double> shares = ShapeShares.of(shape, side);

            double whole = shape.getDimension() == 2 ? shape.getArea() : shape.getLength();
            assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(1, within(1e-12));
            Envelope box = shape.getEnvelopeInternal();
            for (int row = (int) Math.floor(box.getMinY() / side); row * side <= box.getMaxY(); row++) {
                for (int column = (int) Math.floor(box.getMinX() / side); column * side <= box.getMaxX(); column++) {
                    Geometry square = GEOMETRY.toGeometry(
                            new Envelope(column * side, (column + 1) * side, row * side, (row + 1) * side));
                    Geometry inside = shape.intersection(square);
                    double part = shape.getDimension() == 2 ? inside.getArea() : inside.getLength();
                    assertThat(shares.getOrDefault(new Cell(row, column), 0.0)).isCloseTo(part / whole, within(1e-8));
                }
            }
        }
    }

    @Test
    void a_street_along_the_lines_of_the_grid_is_in_the_squares_east_and_north_of_it() {
        TreeMap<Cell, Double> shares = ShapeShares.of(line(0, 0, 0, 400), 200);

        assertThat(shares).hasSize(2);
        assertThat(shares.firstKey()).isEqualTo(new Cell((int) (N / 200), (int) (E / 200)));
        assertThat(shares.values()).allSatisfy(part -> assertThat(part).isCloseTo(0.5, within(1e-12)));
    }

    @Test
    void shapes_of_any_kind_have_shares_that_add_up_to_one() {
        Geometry bowTie = GEOMETRY.createPolygon(new Coordinate[] {
            new Coordinate(E, N),
            new Coordinate(E + 300, N + 300),
            new Coordinate(E + 300, N),
            new Coordinate(E, N + 300),
            new Coordinate(E, N)
        });
        Geometry place = GEOMETRY.createPoint(new Coordinate(E, N));
        Geometry mixed =
                GEOMETRY.createGeometryCollection(new Geometry[] {box(0, 0, 150, 150), line(0, 0, 400, 0), place});
        Geometry lines = GEOMETRY.createGeometryCollection(new Geometry[] {line(0, 0, 400, 0), place});

        for (Geometry shape : new Geometry[] {bowTie, mixed, lines, place}) {
            double sum = 0;
            for (double part : ShapeShares.of(shape, 100).values()) {
                sum += part;
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(PlacePieces.of(shape, 20)).isNotEmpty();
        }
    }
}
