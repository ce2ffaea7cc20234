package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlaces;

class ClusterAnalysesTest {
    private static final AnalysisQuestion YEAR =
            MadeUpTown.during(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), null);
    private static final AnalysisQuestion MARKS =
            AnalysisQuestion.of(Incidents.empty(Crs.SWEREF99_TM), MadeUpTown.marks());

    @Test
    void dense_places_come_as_outlines_that_hold_their_rows_the_largest_first() {
        AnalysisResult result = run("dbscan", YEAR, Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        int clusters = (int) result.figures().get("clusters");
        assertThat(clusters).isBetween(3, 20);
        assertThat(result.headline().sv()).startsWith(clusters + " ansamlingar rymmer ");
        assertThat(result.places().table().size()).isEqualTo(clusters);
        assertThat(result.parameters().get(0).value()).isEqualTo(75.0);
        ResultTable rows = result.tables().get(0);
        assertThat(rows.name()).isEqualTo("rows");
        assertThat(rows.columns()).containsExactly("id", "core", "cluster");
        assertThat(rows.size()).isEqualTo(result.used());
        Usable usable = Usable.places(YEAR);
        int before = Integer.MAX_VALUE;
        for (int i = 0; i < clusters; i++) {
            Object[] place = result.places().table().row().apply(i);
            Geometry outline = result.places().geometry().apply(i);
            int members = 0;
            for (int row = 0; row < rows.size(); row++) {
                if (rows.row().apply(row)[2].equals(place[1])) {
                    members++;
                    assertThat(outline.covers(new GeometryFactory()
                                    .createPoint(new Coordinate(usable.x()[row], usable.y()[row]))))
                            .isTrue();
                }
            }
            assertThat(place[0]).isEqualTo("cluster");
            assertThat(place[2]).isEqualTo(members);
            assertThat(members).isLessThanOrEqualTo(before);
            before = members;
        }
    }

    @Test
    void the_four_unsafe_places_of_the_survey_are_found_without_a_distance() {
        assertThat(analysis("hdbscan").suits(MARKS).level()).isEqualTo(Suits.Level.RECOMMENDED);
        AnalysisResult result = run("hdbscan", MARKS, Map.of());
        assertThat(result.figures().get("clusters")).isEqualTo(4);
        assertThat(result.figures().get("noise")).isEqualTo(56);
        assertThat(result.headline().sv()).isEqualTo("4 ansamlingar rymmer 264 av 320 markeringar.");
        assertThat(result.parameters().get(0).value()).isEqualTo(8);
        assertThat(result.places().table().columns()).endsWith("stability", "reachM");
    }

    @Test
    void shared_positions_are_warned_of() {
        Incidents.Builder town = Incidents.builder(Crs.SWEREF99_TM, 400);
        Incidents all = YEAR.incidents();
        for (int i = 0; i < 400; i++) {
            int row = i % 40;
            town.add(i, 1, all.x()[row], all.y()[row], all.precision(i), i, i + 1, "T" + i % 3, 1);
        }
        AnalysisQuestion snapped =
                AnalysisQuestion.of(town.build(), new UnsafePlaces(Crs.SWEREF99_TM, java.util.List.of()));
        assertThat(analysis("hdbscan").suits(snapped).level()).isEqualTo(Suits.Level.POSSIBLE);
        assertThat(run("hdbscan", snapped, Map.of()).advice())
                .anyMatch(words -> words.sv().startsWith("På lägen som delas"));
    }

    @Test
    void series_lie_close_in_space_and_time() {
        AnalysisResult result = run("st-dbscan", YEAR, Map.of("eps", "150", "days", "14", "minPts", "4"));
        assertThat((int) result.figures().get("clusters")).isPositive();
        Set<Object> days = new HashSet<>();
        for (int i = 0; i < result.places().table().size(); i++) {
            Object[] row = result.places().table().row().apply(i);
            LocalDate first = (LocalDate) row[row.length - 2];
            LocalDate last = (LocalDate) row[row.length - 1];
            assertThat(last).isAfterOrEqualTo(first);
            days.add(first);
        }
        assertThat(days).hasSizeGreaterThan(1);
        Analysis series = analysis("st-dbscan");
        assertThat(series.effort(YEAR, Chosen.of(series, Map.of("eps", "5000"))))
                .isGreaterThan(10 * series.effort(YEAR, Chosen.of(series, Map.of("eps", "50"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dbscan", "hdbscan", "st-dbscan", "optics"})
    void the_same_question_gives_the_same_answer(String name) {
        AnalysisResult first = run(name, YEAR, Map.of());
        AnalysisResult again = run(name, YEAR, Map.of());
        assertThat(again.figures()).isEqualTo(first.figures());
        assertThat(again.headline()).isEqualTo(first.headline());
        for (int i = 0; i < first.tables().get(0).size(); i++) {
            assertThat(again.tables().get(0).row().apply(i))
                    .containsExactly(first.tables().get(0).row().apply(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dbscan", "hdbscan", "st-dbscan", "optics"})
    void few_rows_are_too_few_and_nothing_is_computed(String name) {
        AnalysisQuestion day = MadeUpTown.during(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 1), null);
        AnalysisQuestion nothing =
                AnalysisQuestion.of(day.incidents(), new UnsafePlaces(Crs.SWEREF99_TM, java.util.List.of()));
        assertThat(analysis(name).suits(nothing).level()).isEqualTo(Suits.Level.TOO_FEW);
        AnalysisResult result = run(name, nothing, Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(result.places()).isNull();
    }

    @Test
    void the_chart_of_distances_tells_each_row_once_in_order() {
        AnalysisResult result = run("optics", MARKS, Map.of("at", "45"));
        assertThat((int) result.figures().get("clusters")).isBetween(3, 5);
        ResultTable chart = result.tables().get(1);
        assertThat(chart.name()).isEqualTo("reachability");
        assertThat(chart.size()).isEqualTo(320);
        assertThat(chart.row().apply(0)[1]).isNull();
        assertThatThrownBy(() -> run("optics", MARKS, Map.of("at", "45", "eps", "20")))
                .hasMessageContaining("at is 45.0");
    }

    @Test
    void a_distance_out_of_range_is_refused() {
        assertThatThrownBy(() -> Chosen.of(analysis("dbscan"), Map.of("eps", "0")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("eps is 0, but must be a number of 1 to 100000 m");
    }

    private static Analysis analysis(String name) {
        return Analyses.named(name).orElseThrow();
    }

    private static AnalysisResult run(String name, AnalysisQuestion question, Map<String, String> chosen) {
        Analysis analysis = analysis(name);
        return analysis.run(question, Chosen.of(analysis, chosen), () -> false);
    }
}
