package se.lageskarta.service.publicpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class MapPlanTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void areas_touch_without_gaps_and_without_covering_each_other() {
        List<Geometry> areas = MapPlan.of(InventedRelease.town()).areas().stream()
                .map(area -> polygon(area.rings().get(0)))
                .toList();

        Geometry whole = UnaryUnionOp.union(areas);
        double sum = areas.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(whole.getArea()).isEqualTo(sum);
        assertThat(whole.getNumGeometries()).isEqualTo(1);
        assertThat(whole.getEnvelopeInternal().getArea()).isEqualTo(sum);
    }

    @Test
    void a_square_of_500_metres_has_four_corners_on_the_map() {
        MapPlan plan = MapPlan.of(InventedRelease.town());
        int side = (int) (500 / plan.units().metres());

        assertThat(plan.areas()).anySatisfy(area -> {
            assertThat(area.rings().get(0)).hasSize(8);
            assertThat(polygon(area.rings().get(0)).getArea()).isEqualTo((double) side * side);
        });
    }

    @Test
    void a_winding_border_that_two_areas_share_stays_the_same_in_both() {
        List<int[]> left = new ArrayList<>();
        List<int[]> right = new ArrayList<>();
        int[] winding = IntStream.rangeClosed(0, 40)
                .flatMap(i -> IntStream.of(500 + (i * 7 % 5), i * 10))
                .toArray();
        left.add(closed(join(new int[] {0, 400, 0, 0}, winding)));
        right.add(closed(join(winding, new int[] {900, 400, 900, 0})));

        List<List<int[]>> simple = Outlines.of(List.of(left, right));
        Geometry one = polygon(simple.get(0).get(0));
        Geometry other = polygon(simple.get(1).get(0));
        assertThat(one.intersection(other).getArea()).isZero();
        assertThat(one.union(other).getArea()).isEqualTo(900.0 * 400);
    }

    @Test
    void a_shore_of_one_area_alone_loses_corners_but_moves_by_less_than_two_units() {
        int[] shore = IntStream.rangeClosed(0, 400)
                .flatMap(i -> IntStream.of(i, 100 + i % 2))
                .toArray();
        int[] ring = closed(join(shore, new int[] {400, 400, 0, 400}));

        int[] simple = Outlines.of(List.of(List.of(ring))).get(0).get(0);
        assertThat(simple.length).isLessThan(40);
        assertThat(polygon(simple).getArea())
                .isCloseTo(polygon(ring).getArea(), org.assertj.core.data.Offset.offset(800.0));
    }

    @Test
    void the_land_beneath_is_coarsened_until_it_is_small() {
        Release town = InventedRelease.town();
        MapUnits units = MapUnits.of(town);
        Backgrounds fine = Backgrounds.of(town.backdrop(), units, 60_000);
        Backgrounds coarse = Backgrounds.of(town.backdrop(), units, 2_500);

        assertThat(length(coarse)).isLessThan(2_500).isLessThan(length(fine)).isPositive();
        assertThat(coarse.border()).isNotEmpty();
    }

    @Test
    void no_name_covers_another_or_the_number_of_a_measure() {
        MapPlan plan = MapPlan.of(InventedRelease.town());
        double high = Names.SIZE * plan.step();
        List<MapPlan.Name> seen = plan.names().stream()
                .filter(name -> name.level() != MapPlan.Level.CLOSE)
                .toList();

        assertThat(seen).hasSizeGreaterThan(3);
        for (MapPlan.Name one : seen) {
            for (MapPlan.Name other : seen) {
                double apart = (one.text().length() + other.text().length()) * 0.28 * high;
                assertThat(one == other
                                || Math.abs(one.y() - other.y()) >= high - 1
                                || Math.abs(one.x() - other.x()) >= apart - 1)
                        .isTrue();
            }
        }
    }

    @Test
    void a_town_too_small_to_read_beside_its_municipality_is_drawn_once_more_with_the_words_it_lacks() {
        MapPlan plan = MapPlan.of(InventedRelease.wide());
        MapPlan.Inset inset = plan.inset();
        int town = MapPlan.of(InventedRelease.town()).areas().size();

        assertThat(MapPlan.of(InventedRelease.town()).inset()).isNull();
        assertThat(inset).isNotNull();
        assertThat(inset.name()).isEqualTo("Påhittköping");
        assertThat(inset.frame().getWidth()).isLessThan(plan.units().width() / 2.0);
        assertThat(plan.areas().subList(0, town)).allSatisfy(area -> {
            assertThat(area.centre()).isNull();
            assertThat(inset.frame().contains(Enlargement.box(area.rings()))).isTrue();
        });
        assertThat(inset.plan().areas().subList(0, town))
                .filteredOn(area -> area.centre() != null
                        && ClassWords.fits(area.centre(), inset.plan().step()))
                .hasSizeGreaterThan(town * 4 / 5);
        assertThat(plan.areas().subList(town, town + 4))
                .allSatisfy(area -> assertThat(area.centre()).isNotNull());
        assertThat(plan.marks()).isEmpty();
        assertThat(inset.plan().marks()).hasSize(2);
    }

    @Test
    void paths_are_written_short() {
        assertThat(PathText.rings(List.of(new int[] {5, 5, 25, 5, 25, 25, 5, 25})))
                .isEqualTo("M5 5h20v20h-20z");
        assertThat(PathText.lines(List.of(new int[] {0, 0, 3, -2, 5, 5}))).isEqualTo("M0 0l3-2 2 7");
    }

    private static int length(Backgrounds land) {
        return PathText.rings(land.border()).length()
                + PathText.rings(land.water()).length()
                + PathText.lines(land.roads()).length();
    }

    private static int[] join(int[] one, int[] other) {
        return IntStream.concat(IntStream.of(one), IntStream.of(other)).toArray();
    }

    private static int[] closed(int[] ring) {
        return join(ring, new int[] {ring[0], ring[1]});
    }

    private static Geometry polygon(int[] ring) {
        int n = ring.length / 2;
        Coordinate[] corners = new Coordinate[n + 1];
        for (int i = 0; i <= n; i++) {
            corners[i] = new Coordinate(ring[2 * (i % n)], ring[2 * (i % n) + 1]);
        }
        return GEOMETRY.createPolygon(corners);
    }
}
