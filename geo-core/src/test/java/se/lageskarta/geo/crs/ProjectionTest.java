package se.lageskarta.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectionTest {
    record ProjPoint(Crs crs, double lon, double lat, double x, double y) {}

    static List<ProjPoint> projPoints() throws IOException {
        List<ProjPoint> points = new ArrayList<>();
        var stream = Objects.requireNonNull(
                ProjectionTest.class.getResourceAsStream("/se/lageskarta/data/reference/proj-points.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] part = line.split(",");
                points.add(new ProjPoint(
                        new Crs(Integer.parseInt(part[0])),
                        Double.parseDouble(part[1]),
                        Double.parseDouble(part[2]),
                        Double.parseDouble(part[3]),
                        Double.parseDouble(part[4])));
            }
        }
        return points;
    }

    @ParameterizedTest
    @MethodSource("projPoints")
    void agrees_with_PROJ(ProjPoint point) {
        double[] xy = Projection.of(point.crs()).fromLonLat(point.lon(), point.lat());
        double tolerance = toleranceMetres(point.crs());
        assertThat(xy[0]).isCloseTo(point.x(), within(tolerance));
        assertThat(xy[1]).isCloseTo(point.y(), within(tolerance));
    }

    @ParameterizedTest
    @MethodSource("projPoints")
    void comes_back_to_where_it_started(ProjPoint point) {
        Projection projection = Projection.of(point.crs());
        double[] xy = projection.fromLonLat(point.lon(), point.lat());
        LonLat back = projection.toLonLat(xy[0], xy[1]);
        double degrees = toleranceMetres(point.crs()) / 100_000;
        assertThat(back.lon()).isCloseTo(point.lon(), within(degrees));
        assertThat(back.lat()).isCloseTo(point.lat(), within(degrees));
    }

    @ParameterizedTest(name = "58.0777 N 13.0221 E in EPSG:{0} is {1}, {2}")
    @CsvSource({"3006,383351.459,6439069.968,0.001", "3008,121801.790,6440036.584,0.001", "3021,1335811.8,6442693.4,0.1"
    })
    void knows_where_Herrljunga_is(int epsg, double x, double y, double tolerance) {
        double[] xy = Projection.of(new Crs(epsg)).fromLonLat(13.0221, 58.0777);
        assertThat(xy[0]).isCloseTo(x, within(tolerance));
        assertThat(xy[1]).isCloseTo(y, within(tolerance));
    }

    @Test
    void own_systems_round_trip_within_a_tenth_of_a_millimetre() {
        SplittableRandom random = new SplittableRandom(3006);
        for (int i = 0; i < 2_000; i++) {
            Projection projection = Projection.of(new Crs(3006 + random.nextInt(13)));
            double lon = random.nextDouble(10, 25);
            double lat = random.nextDouble(54, 70);
            double[] xy = projection.fromLonLat(lon, lat);
            LonLat back = projection.toLonLat(xy[0], xy[1]);
            double[] again = projection.fromLonLat(back.lon(), back.lat());
            assertThat(Math.hypot(again[0] - xy[0], again[1] - xy[1])).isLessThan(1e-4);
            assertThat(back.lon()).isCloseTo(lon, within(1e-9));
            assertThat(back.lat()).isCloseTo(lat, within(1e-9));
        }
    }

    @Test
    void a_row_outside_the_system_becomes_NaN_and_leaves_its_neighbours_alone() {
        for (int epsg : new int[] {3006, 3857, 27700}) {
            double[] lon = {-1.5, Double.NaN, -1.5};
            double[] lat = {54, 54, 54};
            Projection.of(new Crs(epsg)).fromLonLat(lon, lat, 0, 3, lon, lat);
            assertThat(lon[1]).as("EPSG:%d", epsg).isNaN();
            assertThat(lon[0]).as("EPSG:%d", epsg).isFinite().isEqualTo(lon[2]);
        }
    }

    @Test
    void many_threads_get_the_same_answer_as_one() throws Exception {
        double[] expected = Projection.of(new Crs(27700)).fromLonLat(1.08, 51.28);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<double[]>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(() -> Projection.of(new Crs(27700)).fromLonLat(1.08, 51.28));
            }
            for (Future<double[]> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).containsExactly(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({"4326", "3857", "4258", "2263"})
    void degrees_feet_and_stretched_metres_are_refused_where_distances_are_taken(int epsg) {
        assertThatThrownBy(() -> Projection.metric(new Crs(epsg)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EPSG:" + epsg)
                .hasMessageContaining("metres");
    }

    @Test
    void a_code_that_nobody_knows_is_told_by_name() {
        assertThatThrownBy(() -> Projection.of(new Crs(1999)))
                .isInstanceOf(UnknownCrsException.class)
                .hasMessageContaining("EPSG:1999");
    }

    @ParameterizedTest(name = "data in EPSG:{0} around {1} E {2} N are analysed in EPSG:{3}")
    @CsvSource({
        "4326, 13.02, 58.08, 3006",
        "3857, 13.02, 58.08, 3006",
        "3008, 13.02, 58.08, 3008",
        "27700, 1.08, 51.28, 27700",
        "4326, -90.05, 35.15, 32615",
        "4326, -89.95, 35.15, 32616",
        "2263, -74, 40.7, 32618",
        "4326, 151.2, -33.9, 32756",
    })
    void the_working_system_has_metres_that_are_metres(int source, double lon, double lat, int expected) {
        assertThat(WorkingCrs.choose(new Crs(source), lon, lat)).isEqualTo(new Crs(expected));
    }

    /** Own formulas agree to PROJ's printed digits; GeoTools' series is a few millimetres off far from its meridian. */
    private static double toleranceMetres(Crs crs) {
        int code = crs.epsg();
        if (code == 3857 || (code >= 3006 && code <= 3018) || code > 32600 || (code >= 25828 && code <= 25838)) {
            return 1e-4;
        }
        return 0.02;
    }
}
