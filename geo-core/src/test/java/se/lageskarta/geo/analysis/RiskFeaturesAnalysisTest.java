package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlaces;

class RiskFeaturesAnalysisTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Analysis RISK = Analyses.named("risk-features").orElseThrow();
    private static final double EAST = 500_000;
    private static final double NORTH = 6_500_000;

    @Test
    void says_which_features_incidents_keep_to_with_interval_and_that_correlation_is_not_cause() {
        AnalysisResult result = run(question(layers(), 300, true));
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        Map<Object, List<@Nullable Object>> rows = new TreeMap<>();
        result.tables().get(0).rows(10).forEach(row -> rows.put(String.valueOf(row.get(0)), row));
        assertThat(rows.get("places").get(12)).isEqualTo("nearer");
        assertThat(rows.get("water").get(12)).isEqualTo("uncertain");
        assertThat((double) rows.get("places").get(6)).isGreaterThan(1);
        assertThat(result.headline().sv()).contains("hållplatser", "gånger").doesNotContain("vatten");
        assertThat(result.advice()).anyMatch(words -> words.sv().contains("inte orsak"));
        assertThat(result.figures().get("reference")).isEqualTo("streets");
        assertThat(run(question(layers(), 300, true)).tables().get(0).rows(10))
                .isEqualTo(result.tables().get(0).rows(10));
    }

    @Test
    void says_no_certain_difference_where_there_is_none() {
        AnalysisResult result = run(question(layers(), 300, false));
        assertThat(result.headline().sv()).isEqualTo("Ingen säker skillnad mot gatorna runt om.");
    }

    @Test
    void compares_with_places_spread_evenly_when_no_streets_are_known() {
        Map<String, List<Geometry>> layers = new TreeMap<>(layers());
        layers.remove("roads");
        AnalysisResult result = run(question(layers, 300, true));
        assertThat(result.figures().get("reference")).isEqualTo("area");
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
    }

    @Test
    void says_what_is_missing() {
        assertThat(RISK.suits(question(Map.of(), 300, true)).level()).isEqualTo(Suits.Level.UNSUITED);
        assertThat(run(question(Map.of(), 300, true)).status()).isEqualTo(AnalysisResult.Status.NOTHING_FOUND);
        assertThat(RISK.suits(question(layers(), 20, true)).level()).isEqualTo(Suits.Level.TOO_FEW);
        assertThat(run(question(layers(), 20, true)).status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
    }

    @Test
    void measures_distance_to_the_nearest_corner_or_side_and_nothing_inside() {
        Geometry park = GEOMETRY.toGeometry(new Envelope(0, 100, 0, 100));
        Geometry lamp = Places.point(300, 50);
        FeatureDistance distance = new FeatureDistance(
                List.of(GEOMETRY.createGeometryCollection(new Geometry[] {park, lamp}), GEOMETRY.createPoint()));
        assertThat(distance.of(new double[] {50, 150, 290, 100}, new double[] {50, 50, 50, 100}))
                .containsExactly(0, 50, 10, 0);
    }

    private static AnalysisResult run(AnalysisQuestion question) {
        return RISK.run(question, Chosen.of(RISK, Map.of()), () -> false);
    }

    /** A town of streets 150 m apart, a stop in each third crossing, a stream. */
    private static Map<String, List<Geometry>> layers() {
        List<Geometry> streets = new ArrayList<>();
        List<Geometry> stops = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            streets.add(line(EAST, NORTH + 150 * i, EAST + 3000, NORTH + 150 * i));
            streets.add(line(EAST + 150 * i, NORTH, EAST + 150 * i, NORTH + 3000));
            for (int k = 0; k <= 20; k++) {
                if (i % 3 == 0 && k % 3 == 0) {
                    stops.add(Places.point(EAST + 150 * i, NORTH + 150 * k));
                }
            }
        }
        Geometry stream = line(EAST, NORTH, EAST + 3000, NORTH + 2900);
        return Map.of("roads", streets, "places", stops, "water", List.of(stream));
    }

    private static Geometry line(double x, double y, double endX, double endY) {
        return GEOMETRY.createLineString(new Coordinate[] {new Coordinate(x, y), new Coordinate(endX, endY)});
    }

    /** Incidents some metres from a street; half of them around stops when asked for. */
    private static AnalysisQuestion question(Map<String, List<Geometry>> layers, int n, boolean atStops) {
        SplittableRandom random = new SplittableRandom(4);
        Incidents.Builder incidents = Incidents.builder(Crs.SWEREF99_TM, n);
        for (int i = 0; i < n; i++) {
            double along = atStops && i % 2 == 0
                    ? 450 * random.nextInt(7) + random.nextDouble(-30, 30)
                    : random.nextDouble(3000);
            double street = atStops && i % 2 == 0 ? 450 * random.nextInt(7) : 150 * random.nextInt(21);
            incidents.add(
                    i,
                    1,
                    EAST + along,
                    NORTH + street + random.nextDouble(-9, 9),
                    PlacePrecision.ADDRESS,
                    1440 * i,
                    1440 * i + 1,
                    "SKA",
                    1);
        }
        Incidents all = incidents.build();
        return new AnalysisQuestion(
                Crs.SWEREF99_TM,
                all,
                all,
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()),
                null,
                null,
                null,
                layers,
                AnalysisQuestion.DEFAULT_SEED);
    }
}
