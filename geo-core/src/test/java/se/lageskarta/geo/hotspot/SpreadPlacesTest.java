package se.lageskarta.geo.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.PlaceShapes;
import se.lageskarta.geo.incident.TimeSpan;

/** Incidents whose place is a street or an area: how they take part in hotspots. */
class SpreadPlacesTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final double E = 383_000;
    private static final double N = 6_439_000;
    private static final IncidentFilter ALL = new IncidentFilter(null, null, Set.of(), Set.of());

    private final Incidents.Builder incidents = Incidents.builder(Crs.SWEREF99_TM, 64);
    private final Map<Long, Geometry> shapes = new HashMap<>();
    private int count;

    @Test
    void many_somewhere_along_a_short_street_make_a_hotspot_of_the_street() {
        Geometry street = line(E, N, E + 200, N);
        add(30, street, PlacePrecision.STREET);
        background();
        List<Hotspot> hotspots = hotspots(given());
        assertThat(hotspots).hasSize(1);
        Hotspot only = hotspots.get(0);
        assertThat(only.count()).isEqualTo(30);
        assertThat(only.spread()).isEqualTo(30);
        assertThat(only.possible()).isZero();
        assertThat(only.outline().buffer(1).covers(GEOMETRIES.toGeometry(new Envelope(E + 10, E + 190, N, N))))
                .isTrue();
        assertThat(only.centreX()).isBetween(E + 95, E + 105);
    }

    @Test
    void as_many_along_a_street_of_two_kilometres_make_none_at_its_middle() {
        add(30, line(E, N, E + 1_900, N), PlacePrecision.STREET);
        background();
        assertThat(hotspots(given())).isEmpty();
    }

    @Test
    void a_spot_on_a_long_street_counts_those_at_the_spot_and_tells_of_those_that_may_be() {
        for (int i = 0; i < 20; i++) {
            point(E + 500 + i % 5 * 6, N + i / 5 * 6);
        }
        add(7, line(E, N, E + 1_500, N), PlacePrecision.STREET);
        background();
        Hotspot spot = hotspots(given()).get(0);
        assertThat(spot.count()).isEqualTo(20);
        assertThat(spot.spread()).isZero();
        assertThat(spot.possible()).isEqualTo(7);
    }

    @Test
    void a_small_park_is_a_place_and_a_district_is_none() {
        add(25, GEOMETRIES.toGeometry(new Envelope(E, E + 120, N, N + 120)), PlacePrecision.AREA);
        add(25, GEOMETRIES.toGeometry(new Envelope(E, E + 9_000, N, N + 9_000)), PlacePrecision.AREA);
        background();
        HotspotResult result = HotspotAnalysis.crime(given(), ALL, HotspotOptions.AUTOMATIC);
        assertThat(result.hotspots()).hasSize(1);
        assertThat(result.hotspots().get(0).spread()).isEqualTo(25);
        assertThat(result.excluded()).extracting(Count::code).contains("place-area");
        assertThat(result.sentenceSv()).contains("25 av dem är bara kända till en gata eller ett område");
    }

    @Test
    void the_order_of_the_rows_moves_nothing() {
        add(12, line(E, N, E + 180, N + 60), PlacePrecision.STREET);
        for (int i = 0; i < 15; i++) {
            point(E + 90 + i * 3, N + 30 + i % 3 * 4);
        }
        background();
        Incidents given = given();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, given.size()).boxed().toList());
        Collections.shuffle(order, new Random(4));
        Incidents shuffled =
                given.select(order.stream().mapToInt(Integer::intValue).toArray());
        List<Hotspot> one = hotspots(given);
        List<Hotspot> other = hotspots(shuffled);
        assertThat(other).hasSameSizeAs(one).isNotEmpty();
        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i).id()).isEqualTo(one.get(i).id());
            assertThat(other.get(i).count()).isEqualTo(one.get(i).count());
            assertThat(other.get(i).outline().equalsTopo(one.get(i).outline())).isTrue();
        }
    }

    @Test
    void an_incident_weighs_one_however_many_pieces_it_has_and_belongs_where_half_of_it_is() {
        add(3, line(E, N, E + 730, N), PlacePrecision.STREET);
        add(2, GEOMETRIES.toGeometry(new Envelope(E, E + 333, N, N + 777)), PlacePrecision.AREA);
        point(E, N);
        SpreadPlaces places = SpreadPlaces.of(given(), 37.5);
        double[] sum = new double[count];
        for (int piece = 0; piece < places.x().length; piece++) {
            sum[places.row()[piece]] += places.weight()[piece];
        }
        assertThat(sum).usingComparatorWithPrecision(1e-9).containsOnly(1);
        int[] west = IntStream.range(0, places.x().length)
                .filter(piece -> places.row()[piece] == 0 && places.x()[piece] < E + 365.5)
                .toArray();
        assertThat(places.rowsOf(west)).containsExactly(0);
        assertThat(places.rowsOf(Arrays.copyOf(west, west.length - 1))).isEmpty();
        assertThat(places.partly(Arrays.copyOf(west, west.length - 1))).isEqualTo(1);
    }

    @Test
    void a_street_is_no_point_but_a_crossing_is() {
        add(1, line(E, N, E + 60, N + 60), PlacePrecision.STREET);
        add(1, line(E, N, E + 600, N + 60), PlacePrecision.STREET);
        point(E, N);
        Incidents given = given();
        assertThat(given.isPoint(0)).isTrue();
        assertThat(given.isPoint(1)).isFalse();
        assertThat(given.isSpread(1)).isTrue();
        assertThat(given.withPointPlaces().size()).isEqualTo(2);
        assertThat(given.select(new int[] {1}).shape(0)).isSameAs(given.shape(1));
    }

    private Incidents given() {
        return incidents.shapes(PlaceShapes.lazily(() -> shapes)).build();
    }

    @Test
    void shapes_of_any_sort_take_part() {
        Geometry point = GEOMETRIES.createPoint(new Coordinate(E + 100, N));
        Geometry points = GEOMETRIES.createMultiPointFromCoords(new Coordinate[] {new Coordinate(E + 100, N)});
        Geometry street = line(E, N, E + 200, N);
        Geometry collected = GEOMETRIES.createGeometryCollection(new Geometry[] {point, street});
        Geometry nested = GEOMETRIES.createGeometryCollection(new Geometry[] {collected});
        for (Geometry shape : List.of(points, collected, nested)) {
            add(10, shape, PlacePrecision.AREA);
        }
        background();
        assertThat(hotspots(given())).isNotEmpty();
    }

    private static List<Hotspot> hotspots(Incidents all) {
        return HotspotAnalysis.crime(all, ALL, HotspotOptions.AUTOMATIC).hotspots();
    }

    private void add(int howMany, Geometry shape, PlacePrecision precision) {
        Coordinate on = shape.getInteriorPoint().getCoordinate();
        for (int i = 0; i < howMany; i++) {
            add(on.x, on.y, precision);
            shapes.put((long) count - 1, shape);
        }
    }

    private void point(double x, double y) {
        add(x, y, PlacePrecision.ADDRESS);
    }

    /** Thinly over the town, so that what is looked for stands out. */
    private void background() {
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            point(E - 4_000 + random.nextInt(8_000), N - 4_000 + random.nextInt(8_000));
        }
    }

    private void add(double x, double y, PlacePrecision precision) {
        TimeSpan day = TimeSpan.on(LocalDate.of(2026, 1, 1).plusDays(count % 300));
        incidents.add(count++, 1, x, y, precision, day.fromMinute(), day.toMinute(), "SKA", 1);
    }

    private static Geometry line(double x1, double y1, double x2, double y2) {
        return GEOMETRIES.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    }
}
