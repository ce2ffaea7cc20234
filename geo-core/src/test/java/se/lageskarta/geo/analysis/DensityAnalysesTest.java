package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

class DensityAnalysesTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void a_density_holds_all_incidents_whose_place_is_known_and_says_where_it_is_densest() {
        AnalysisQuestion town = MadeUpTown.during(null, null, null);
        AnalysisResult result = run(new KdeAnalysis(), town, Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat((double) result.figures().get("incidentsUnderSurface"))
                .isCloseTo(result.used(), within(0.002 * result.used()));
        assertThat(result.used()).isLessThan(result.n());
        assertThat(result.headline().sv()).contains("gånger medeltalet");
        assertThat(result.places().table().columns()).startsWith("row", "col", "x", "y", "value");
        double sum = 0;
        for (List<?> row : result.places().table().rows(Integer.MAX_VALUE)) {
            sum += (double) row.get(4);
        }
        assertThat(sum * result.raster().grid().cellKm2())
                .isCloseTo((double) result.figures().get("incidentsUnderSurface"), within(1e-6));
        assertThat(parameter(result, "bandwidth")).isEqualTo(200.0);
        assertThat(parameter(result, "edge")).isEqualTo("none");
        double mean = (double) result.figures().get("meanOfPositivePerKm2");
        assertThat(result.places().table().rows(Integer.MAX_VALUE)).allSatisfy(row -> {
            String named = (String) row.get(6);
            assertThat(named.equals("thin")).isEqualTo((int) row.get(5) < 3);
            assertThat(named.equals("mean-10")).isEqualTo((double) row.get(4) >= 10 * mean && (int) row.get(5) >= 3);
        });
    }

    @Test
    void a_density_is_corrected_at_the_boundary_when_there_is_one() {
        AnalysisQuestion question = corner(600);
        AnalysisResult corrected = run(new KdeAnalysis(), question, Map.of());
        assertThat(parameter(corrected, "edge")).isEqualTo("diggle");
        assertThat((double) corrected.figures().get("incidentsUnderSurface")).isCloseTo(600, within(3.0));
        AnalysisResult plain = run(new KdeAnalysis(), question, Map.of("edge", "none"));
        assertThat((double) corrected.figures().get("maxPerKm2"))
                .isGreaterThan(1.3 * (double) plain.figures().get("maxPerKm2"));
    }

    @Test
    void a_density_takes_kernel_cell_and_the_likeliest_bandwidth_and_gives_each_row_its_own() {
        AnalysisQuestion town = MadeUpTown.during(null, null, null);
        for (String kernel : KdeAnalysis.KERNEL.words()) {
            AnalysisResult result = run(new KdeAnalysis(), town, Map.of("kernel", kernel, "cell", "100"));
            assertThat((double) result.figures().get("incidentsUnderSurface"))
                    .as(kernel)
                    .isCloseTo(result.used(), within(0.02 * result.used()));
        }
        AnalysisResult likeliest = run(new KdeAnalysis(), town, Map.of("rule", "likelihood", "cell", "250"));
        assertThat((double) parameter(likeliest, "bandwidth")).isBetween(60.0, 3000.0);
        AnalysisResult adaptive = run(new KdeAnalysis(), town, Map.of("adaptive", "true", "cell", "50"));
        assertThat((double) adaptive.figures().get("maxPerKm2")).isGreaterThan((double)
                run(new KdeAnalysis(), town, Map.of("cell", "50")).figures().get("maxPerKm2"));
        assertThatThrownBy(() -> run(new KdeAnalysis(), town, Map.of("edge", "uniform")))
                .hasMessage("edge is uniform, but must be none without a boundary");
    }

    @Test
    void a_density_spreads_drawn_marks_over_their_radius() {
        List<UnsafePlace> marks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            marks.add(new UnsafePlace(i, 1, i, 400_000, 6_400_000, i % 2 * 400, false, 1, i, null, null, Set.of()));
        }
        AnalysisQuestion question =
                AnalysisQuestion.of(Incidents.empty(Crs.SWEREF99_TM), new UnsafePlaces(Crs.SWEREF99_TM, marks));
        AnalysisResult result = run(new KdeAnalysis(), question, Map.of());
        double peak = 3 / Math.PI * 1e6 / 40_000;
        assertThat((double) result.figures().get("maxPerKm2")).isCloseTo(5 * peak + 5 * peak / 2, within(3.0));
        assertThat((double) result.figures().get("incidentsUnderSurface")).isCloseTo(10, within(0.2));
    }

    @Test
    void a_density_can_be_stopped() {
        KdeAnalysis analysis = new KdeAnalysis();
        AnalysisQuestion question = corner(100);
        Chosen chosen = Chosen.of(analysis, Map.of());
        assertThatThrownBy(() -> analysis.run(question, chosen, () -> true)).isInstanceOf(CancellationException.class);
    }

    @Test
    void the_same_density_comes_out_whatever_the_order_of_the_rows() {
        AnalysisQuestion town = MadeUpTown.during(null, null, null);
        Incidents all = town.incidents();
        int[] backwards = new int[all.size()];
        Arrays.setAll(backwards, i -> all.size() - 1 - i);
        AnalysisQuestion turned = AnalysisQuestion.of(all.select(backwards), town.marks());
        assertThat(run(new KdeAnalysis(), turned, Map.of()).raster().value())
                .isEqualTo(run(new KdeAnalysis(), town, Map.of()).raster().value());
    }

    @Test
    void bandwidths_stand_side_by_side_with_a_recommendation() {
        AnalysisResult result = run(new BandwidthAnalysis(), MadeUpTown.during(null, null, null), Map.of());
        List<List<Object>> rows = result.tables().get(0).rows(100);
        assertThat(rows)
                .extracting(row -> row.get(0))
                .startsWith("fixed", "likelihood", "plug-in")
                .contains("arcgis");
        assertThat(rows).allSatisfy(row -> assertThat(row.get(4)).isInstanceOf(Words.class));
        assertThat(result.headline().sv()).contains("200 m");
        assertThat(wide(rows, "cronie-van-lieshout")).isGreaterThan(wide(rows, "likelihood"));
        assertThat(wide(rows, "scott-2d")).isGreaterThan(wide(rows, "likelihood"));
        assertThat(wide(rows, "berman-diggle")).isLessThan(wide(rows, "likelihood"));
    }

    @Test
    void too_few_rows_make_no_bandwidth_and_no_ratio() {
        AnalysisQuestion few = corner(10);
        assertThat(run(new BandwidthAnalysis(), few, Map.of()).status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(run(new DualKdeAnalysis(), few, Map.of()).status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(new DualKdeAnalysis().suits(few).level()).isEqualTo(Suits.Level.TOO_FEW);
        assertThat(new DualKdeAnalysis().suits(corner(100)).level()).isEqualTo(Suits.Level.UNSUITED);
    }

    @Test
    void a_ratio_finds_where_more_happens_than_the_buildings_explain() {
        SplittableRandom random = new SplittableRandom(41);
        List<Geometry> buildings = new ArrayList<>();
        Incidents.Builder incidents = Incidents.builder(Crs.SWEREF99_TM, 700);
        for (int i = 0; i < 3000; i++) {
            double x = 400_000 + random.nextDouble(8000);
            double y = 6_400_000 + random.nextDouble(8000);
            buildings.add(GEOMETRY.toGeometry(new Envelope(x, x + 10, y, y + 10)));
            if (i % 6 == 0) {
                incidents.add(i, 1, x, y, PlacePrecision.ADDRESS, 0, 1, "A", 1);
            }
        }
        for (int i = 0; i < 200; i++) {
            double x = 405_000 + 150 * (random.nextDouble() - random.nextDouble());
            double y = 6_403_000 + 150 * (random.nextDouble() - random.nextDouble());
            incidents.add(10_000 + i, 1, x, y, PlacePrecision.ADDRESS, 0, 1, "A", 1);
        }
        Incidents all = incidents.build();
        AnalysisQuestion question = new AnalysisQuestion(
                Crs.SWEREF99_TM,
                all,
                all,
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()),
                null,
                null,
                GEOMETRY.toGeometry(new Envelope(400_000, 408_000, 6_400_000, 6_408_000)),
                Map.of("buildings", buildings),
                1);
        assertThat(new DualKdeAnalysis().suits(question).level()).isEqualTo(Suits.Level.POSSIBLE);
        AnalysisResult result = run(new DualKdeAnalysis(), question, Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(parameter(result, "against")).isEqualTo("buildings");
        int raised = 0;
        for (int i = 0; i < result.places().table().size(); i++) {
            Object[] row = result.places().table().row().apply(i);
            if (row[0].equals("raised")) {
                raised++;
                Coordinate middle =
                        result.places().geometry().apply(i).getCentroid().getCoordinate();
                assertThat(middle.distance(new Coordinate(405_000, 6_403_000))).isLessThan(900);
            }
        }
        assertThat(raised).isPositive();
        assertThat((double) result.figures().get("maxRelativeRisk")).isGreaterThan(3);
    }

    private static double wide(List<List<Object>> rows, String rule) {
        return rows.stream()
                .filter(row -> row.get(0).equals(rule))
                .mapToDouble(row -> (double) row.get(3))
                .findFirst()
                .orElseThrow();
    }

    private static Object parameter(AnalysisResult result, String name) {
        return result.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** Incidents at the corner of a square. */
    private static AnalysisQuestion corner(int n) {
        SplittableRandom random = new SplittableRandom(40);
        Incidents.Builder incidents = Incidents.builder(Crs.SWEREF99_TM, n);
        for (int i = 0; i < n; i++) {
            double x = 400_000 + 120 * random.nextDouble();
            double y = 6_400_000 + 120 * random.nextDouble();
            incidents.add(i, 1, x, y, PlacePrecision.ADDRESS, 0, 1, "A", 1);
        }
        Incidents all = incidents.build();
        return new AnalysisQuestion(
                Crs.SWEREF99_TM,
                all,
                all,
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()),
                null,
                null,
                GEOMETRY.toGeometry(new Envelope(400_000, 405_000, 6_400_000, 6_405_000)),
                Map.of(),
                1);
    }

    private static AnalysisResult run(Analysis analysis, AnalysisQuestion question, Map<String, String> settings) {
        return analysis.run(question, Chosen.of(analysis, settings), () -> false);
    }
}
