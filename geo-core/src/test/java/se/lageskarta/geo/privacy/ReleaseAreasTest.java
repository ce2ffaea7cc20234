package se.lageskarta.geo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import se.lageskarta.geo.crs.Crs;

class ReleaseAreasTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int SIDE = 500;
    private static final double EAST = 400_000;
    private static final double NORTH = 6_400_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_place_within_the_border_lies_in_one_area_and_every_area_has_enough_households(long seed) {
        Geometry border = border(seed);
        Dwellings dwellings = countryside(new Random(seed), 3_000, border);
        ReleaseAreas areas = ReleaseAreas.of(dwellings, border, AreaRule.PUBLIC);

        assertThat(areas.areas()).hasSizeGreaterThan(8);
        long households = 0;
        for (ReleaseArea area : areas.areas()) {
            assertThat(AreaRule.PUBLIC.allows(area.size(), area.households()))
                    .as(area.id())
                    .isTrue();
            households += area.households();
        }
        assertThat(households).isEqualTo(dwellings.total());
        assertThat(counted(areas, dwellings)).isEqualTo(counted(areas));
        Random random = new Random(seed + 100);
        for (int i = 0; i < 400; i++) {
            Coordinate place = in(border, random);
            int area = areas.areaAt(place.x, place.y);
            assertThat(area).isNotEqualTo(ReleaseAreas.NONE);
            assertThat(areas.outline(area).distance(SHAPES.createPoint(place))).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void outlines_fill_the_border_and_do_not_overlap(long seed) {
        Geometry border = border(seed);
        ReleaseAreas areas = ReleaseAreas.of(countryside(new Random(seed), 3_000, border), border, AreaRule.PUBLIC);
        double sum = 0;
        for (int a = 0; a < areas.areas().size(); a++) {
            Geometry outline = areas.outline(a);
            assertThat(outline.isValid()).isTrue();
            assertThat(outline.difference(border).getArea()).isLessThan(1e-3);
            sum += outline.getArea();
        }
        assertThat(sum).isCloseTo(border.getArea(), within(1.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_same_dwellings_in_another_order_make_the_same_areas(long seed) {
        Geometry border = border(seed);
        Dwellings dwellings = countryside(new Random(seed), 3_000, border);
        ReleaseAreas one = ReleaseAreas.of(dwellings, border, AreaRule.PUBLIC);
        ReleaseAreas other = ReleaseAreas.of(shuffled(dwellings, new Random(seed + 9)), border, AreaRule.PUBLIC);
        assertThat(words(other)).isEqualTo(words(one));
        ReleaseAreas again = ReleaseAreas.restored(Crs.SWEREF99_TM, SIDE, one.areas(), border);
        assertThat(words(again)).isEqualTo(words(one));
        for (int i = 0; i < dwellings.size(); i++) {
            assertThat(again.areaAt(dwellings.x()[i], dwellings.y()[i]))
                    .isEqualTo(one.areaAt(dwellings.x()[i], dwellings.y()[i]));
        }
    }

    @Test
    void without_water_between_every_area_hangs_together_and_is_compact() {
        Geometry border = SHAPES.toGeometry(new Envelope(EAST, EAST + 24_000, NORTH, NORTH + 21_000));
        ReleaseAreas areas = ReleaseAreas.of(countryside(new Random(7), 4_220, border), border, AreaRule.PUBLIC);
        List<Double> roundness = new ArrayList<>();
        for (int a = 0; a < areas.areas().size(); a++) {
            Geometry outline = areas.outline(a);
            assertThat(outline.getNumGeometries()).as(areas.areas().get(a).id()).isEqualTo(1);
            roundness.add(4 * Math.PI * outline.getArea() / Math.pow(outline.getLength(), 2));
        }
        roundness.sort(null);
        // a circle has 1, a square 0.79, a strip of one by ten 0.26
        assertThat(roundness.get(roundness.size() / 2)).isGreaterThan(0.5);
    }

    @Test
    void a_square_with_enough_households_is_an_area_of_its_own() {
        Row row = new Row();
        row.add(250, 250, 60);
        row.add(750, 250, 49);
        row.add(1_250, 250, 51);
        row.add(250, 750, 30);
        row.add(750, 750, 40);
        ReleaseAreas areas = ReleaseAreas.of(row.dwellings(), box(0, 0, 1_500, 1_000), AreaRule.PUBLIC);
        assertThat(areas.areas()).extracting(ReleaseArea::households).containsExactly(119, 60, 51);
        assertThat(areas.areas()).extracting(ReleaseArea::id).containsExactly("a1", "a2", "a3");
        assertThat(areas.areaAt(EAST + 1_400, NORTH + 900)).isZero();
        assertThat(areas.areaAt(EAST + 499.9, NORTH + 499.9)).isEqualTo(1);
        assertThat(areas.areaAt(EAST + 500, NORTH + 499.9)).isZero();
    }

    @Test
    void woods_between_squares_that_stand_alone_take_two_of_them() {
        Row row = new Row();
        row.add(250, 250, 60);
        row.add(1_250, 250, 70);
        row.add(2_250, 250, 80);
        ReleaseAreas areas = ReleaseAreas.of(row.dwellings(), box(0, 0, 1_500, 500), AreaRule.PUBLIC);
        assertThat(areas.areas()).extracting(ReleaseArea::households).containsExactly(130);
    }

    @Test
    void an_island_with_few_homes_joins_the_nearest_shore() {
        Row row = new Row();
        row.add(250, 250, 120);
        row.add(10_250, 250, 130);
        row.add(7_250, 250, 3);
        Geometry border = SHAPES.buildGeometry(
                        List.of(box(0, 0, 1_000, 1_000), box(10_000, 0, 11_000, 1_000), box(7_100, 100, 7_400, 400)))
                .buffer(0);
        ReleaseAreas areas = ReleaseAreas.of(row.dwellings(), border, AreaRule.PUBLIC);
        assertThat(areas.areaAt(EAST + 7_250, NORTH + 250)).isEqualTo(areas.areaAt(EAST + 10_750, NORTH + 250));
        assertThat(areas.areaAt(EAST + 7_450, NORTH + 250))
                .as("on the beach")
                .isEqualTo(areas.areaAt(EAST + 7_250, NORTH + 250));
        assertThat(areas.areaAt(EAST + 7_480, NORTH + 250)).as("at sea").isEqualTo(ReleaseAreas.NONE);
    }

    @Test
    void neighbours_across_the_border_are_not_counted() {
        Row row = new Row();
        row.add(250, 250, 40);
        row.add(750, 250, 70);
        row.add(980, 250, 500);
        ReleaseAreas areas = ReleaseAreas.of(row.dwellings(), box(0, 0, 900, 500), AreaRule.PUBLIC);
        assertThat(areas.areas()).extracting(ReleaseArea::households).containsExactly(110);
        assertThat(areas.outline(0).getArea()).isCloseTo(900 * 500, within(1e-6));
    }

    @Test
    void without_a_border_the_areas_fill_the_box_around_the_dwellings() {
        Row row = new Row();
        row.add(250, 250, 60);
        row.add(5_250, 2_250, 100);
        ReleaseAreas areas = ReleaseAreas.of(row.dwellings(), null, AreaRule.PUBLIC);
        assertThat(areas.areas().stream().mapToInt(ReleaseArea::size).sum()).isEqualTo(13 * 7);
        assertThat(areas.areaAt(EAST + 3_000, NORTH + 1_000)).isNotEqualTo(ReleaseAreas.NONE);
    }

    @Test
    void too_few_households_for_one_area_are_refused_with_their_number() {
        Row row = new Row();
        row.add(250, 250, 99);
        assertThatThrownBy(() -> ReleaseAreas.of(row.dwellings(), box(0, 0, 1_000, 500), AreaRule.PUBLIC))
                .isInstanceOfSatisfying(TooFewHouseholdsException.class, refused -> {
                    assertThat(refused.households()).isEqualTo(99);
                    assertThat(refused.least()).isEqualTo(100);
                });
        assertThatThrownBy(() -> ReleaseAreas.of(new Row().dwellings(), null, AreaRule.PUBLIC))
                .isInstanceOf(TooFewHouseholdsException.class);
    }

    @Test
    void a_border_that_crosses_itself_is_mended_and_a_line_is_refused() {
        Row row = new Row();
        row.add(250, 500, 200);
        Geometry bow = SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(EAST, NORTH),
            new Coordinate(EAST + 1_000, NORTH + 1_000),
            new Coordinate(EAST + 1_000, NORTH),
            new Coordinate(EAST, NORTH + 1_000),
            new Coordinate(EAST, NORTH)
        });
        assertThat(ReleaseAreas.of(row.dwellings(), bow, AreaRule.PUBLIC).areas())
                .hasSize(1);
        Geometry line = SHAPES.createLineString(
                new Coordinate[] {new Coordinate(EAST, NORTH), new Coordinate(EAST + 900, NORTH)});
        assertThatThrownBy(() -> ReleaseAreas.of(row.dwellings(), line, AreaRule.PUBLIC))
                .hasMessageContaining("border is LineString");
    }

    @Test
    void a_nation_of_a_million_addresses_has_areas() {
        Random random = new Random(11);
        Row row = new Row();
        for (int i = 0; i < 1_000_000; i++) {
            boolean town = random.nextInt(4) > 0;
            double x =
                    town ? 40_000 * random.nextInt(12) + 3_000 * random.nextGaussian() : 480_000 * random.nextDouble();
            double y = town
                    ? 60_000 * random.nextInt(20) + 3_000 * random.nextGaussian()
                    : 1_200_000 * random.nextDouble();
            row.add(x, y, 1);
        }
        ReleaseAreas areas = ReleaseAreas.of(row.dwellings(), null, AreaRule.PUBLIC);
        assertThat(areas.areas()).hasSizeGreaterThan(5_000);
        assertThat(areas.areas().stream().mapToLong(ReleaseArea::households).sum())
                .isEqualTo(1_000_000);
    }

    @Test
    void refuses_rules_below_the_floor_and_dwellings_that_are_none() {
        assertThatThrownBy(() -> new AreaRule(500, 19, 100)).hasMessageContaining("leastSquare is 19");
        assertThatThrownBy(() -> new AreaRule(500, 20, 99)).hasMessageContaining("leastMerged is 99");
        assertThatThrownBy(() -> new AreaRule(500, 150, 120)).hasMessageContaining("150 to");
        assertThatThrownBy(() -> new AreaRule(250, 50, 100)).hasMessageContaining("squareMetres is 250");
        double[] one = {EAST};
        assertThatThrownBy(() -> new Dwellings(Crs.WGS84, one, one, new int[] {1}))
                .hasMessageContaining("crs is");
        assertThatThrownBy(() -> new Dwellings(Crs.SWEREF99_TM, one, one, new int[] {-1}))
                .hasMessageContaining("households is -1");
        assertThatThrownBy(() -> new Dwellings(Crs.SWEREF99_TM, one, new double[] {Double.NaN}, new int[] {1}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Dwellings(Crs.SWEREF99_TM, one, one, new int[] {}))
                .hasMessageContaining("rows");
        assertThatThrownBy(() -> ReleaseAreas.restored(
                        Crs.SWEREF99_TM,
                        SIDE,
                        List.of(new ReleaseArea(1, 50, new int[] {3, 4}), new ReleaseArea(2, 50, new int[] {3, 4})),
                        null))
                .hasMessageContaining("a1 and a2 share");
    }

    private static Set<String> words(ReleaseAreas areas) {
        Set<String> words = new HashSet<>();
        areas.areas().forEach(area -> words.add(area.id() + area.households() + Arrays.toString(area.squares())));
        return words;
    }

    private static List<Integer> counted(ReleaseAreas areas) {
        return areas.areas().stream().map(ReleaseArea::households).toList();
    }

    private static List<Integer> counted(ReleaseAreas areas, Dwellings dwellings) {
        Integer[] counted = new Integer[areas.areas().size()];
        Arrays.fill(counted, 0);
        for (int i = 0; i < dwellings.size(); i++) {
            counted[areas.areaAt(dwellings.x()[i], dwellings.y()[i])] +=
                    dwellings.households()[i];
        }
        return List.of(counted);
    }

    /** A bay, a lake and an island: what borders look like by the sea. */
    private static Geometry border(long seed) {
        Random random = new Random(seed);
        Coordinate[] ring = new Coordinate[61];
        for (int i = 0; i < 60; i++) {
            double reach = 9_000 + 3_000 * random.nextDouble();
            double angle = i * Math.PI / 30;
            ring[i] = new Coordinate(EAST + 12_345 + reach * Math.cos(angle), NORTH + 10_987 + reach * Math.sin(angle));
        }
        ring[60] = ring[0].copy();
        Geometry land = SHAPES.createPolygon(ring);
        Geometry lake =
                SHAPES.createPoint(new Coordinate(EAST + 10_000, NORTH + 9_000)).buffer(1_700);
        Geometry island =
                SHAPES.createPoint(new Coordinate(EAST + 30_100, NORTH + 9_000)).buffer(400);
        return land.difference(lake).union(island);
    }

    /** Two thirds live in three villages. */
    private static Dwellings countryside(Random random, int addresses, Geometry border) {
        Row row = new Row();
        Envelope box = border.getEnvelopeInternal();
        for (int i = 0; i < addresses; i++) {
            Coordinate place = in(border, random);
            if (i % 3 > 0) {
                int village = random.nextInt(3);
                Coordinate near = new Coordinate(
                        box.getMinX() + 6_000 + 4_000 * village + 350 * random.nextGaussian(),
                        box.getMinY() + 6_500 + 3_000 * village + 350 * random.nextGaussian());
                place = SimplePointInAreaLocator.isContained(near, border) ? near : place;
            }
            row.add(place.x - EAST, place.y - NORTH, random.nextInt(12) == 0 ? 0 : 1);
        }
        return row.dwellings();
    }

    private static Coordinate in(Geometry border, Random random) {
        Envelope box = border.getEnvelopeInternal();
        while (true) {
            Coordinate place = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (SimplePointInAreaLocator.isContained(place, border)) {
                return place;
            }
        }
    }

    private static Geometry box(double west, double south, double east, double north) {
        return AffineTransformation.translationInstance(EAST, NORTH)
                .transform(SHAPES.toGeometry(new Envelope(west, east, south, north)));
    }

    private static Dwellings shuffled(Dwellings dwellings, Random random) {
        Row row = new Row();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < dwellings.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        order.forEach(i -> row.add(
                dwellings.x()[i] - EAST, dwellings.y()[i] - NORTH, dwellings.households()[i]));
        return row.dwellings();
    }

    private static final class Row {
        private final List<double[]> addresses = new ArrayList<>();

        void add(double x, double y, int households) {
            addresses.add(new double[] {EAST + x, NORTH + y, households});
        }

        Dwellings dwellings() {
            return new Dwellings(
                    Crs.SWEREF99_TM,
                    addresses.stream().mapToDouble(each -> each[0]).toArray(),
                    addresses.stream().mapToDouble(each -> each[1]).toArray(),
                    addresses.stream().mapToInt(each -> (int) each[2]).toArray());
        }
    }
}
