package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlaces;

/** What holds for every analysis, and the frame they stand in. */
class AnalysesTest {
    static final List<Analysis> ABOUT_DATA = Analyses.ALL.stream()
            .filter(analysis -> analysis.needs() != Needs.NUMBERS)
            .toList();

    /** One setting of each kind. */
    private record Every() {
        static final List<Setting> SETTINGS = List.of(
                Setting.number("cell", "m", 10, 1000),
                Setting.whole("minPts", "", 1, 100),
                Setting.numbers("bands", "m", 0, 1000),
                Setting.word("kernel", List.of("quartic", "uniform")),
                Setting.flag("weights"),
                Setting.day("from"));
    }

    @Test
    void each_analysis_has_its_own_name() {
        assertThat(Analyses.ALL).extracting(Analysis::name).doesNotHaveDuplicates();
        assertThat(Analyses.ALL).allSatisfy(each -> assertThat(each.name()).matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(Analyses.ALL)
                .allSatisfy(each ->
                        assertThat(each.settings()).extracting(Setting::name).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @FieldSource("ABOUT_DATA")
    void an_analysis_of_nothing_says_so_and_does_not_fail(Analysis analysis) {
        AnalysisQuestion nothing = AnalysisQuestion.ofNothing();
        assertThat(analysis.suits(nothing).why().sv()).isNotBlank();
        assertThat(analysis.effort(nothing, Chosen.of(analysis, Map.of()))).isNotNegative();
        AnalysisResult result = analysis.run(nothing, Chosen.of(analysis, Map.of()), () -> false);
        assertThat(result.method()).isEqualTo(analysis.name());
        assertThat(result.status()).isNotEqualTo(AnalysisResult.Status.OK);
        assertThat(result.used()).isZero();
    }

    @ParameterizedTest
    @FieldSource("ABOUT_DATA")
    void an_analysis_of_one_incident_or_of_many_in_one_place_does_not_fail(Analysis analysis) {
        for (int n : new int[] {1, 2, 40}) {
            AnalysisQuestion question =
                    AnalysisQuestion.of(onOnePlace(n), new UnsafePlaces(Crs.SWEREF99_TM, List.of()));
            AnalysisResult result = analysis.run(question, Chosen.of(analysis, Map.of()), () -> false);
            assertThat(result.headline().en()).isNotBlank();
            assertThat(result.parameters())
                    .allSatisfy(each -> assertThat(each.why().en()).isNotBlank());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cell, 5",
        "cell, NaN",
        "cell, x",
        "minPts, 2.5",
        "minPts, 0",
        "bands, '3,2'",
        "bands, ''",
        "kernel, cubic",
        "weights, yes",
        "from, 2026-02-30"
    })
    void a_value_out_of_range_is_refused_with_name_value_and_range(String name, String value) {
        Setting setting = Every.SETTINGS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> setting.read(value))
                .isInstanceOf(SettingException.class)
                .hasMessage(name + " is " + value + ", but must be " + setting.range());
    }

    @Test
    void values_are_read_by_their_kind() {
        assertThat(Every.SETTINGS.get(0).read("12.5")).isEqualTo(12.5);
        assertThat(Every.SETTINGS.get(1).read("12")).isEqualTo(12);
        assertThat((double[]) Every.SETTINGS.get(2).read("0,100,250")).containsExactly(0, 100, 250);
        assertThat(Every.SETTINGS.get(4).read("true")).isEqualTo(true);
        assertThat(Every.SETTINGS.get(5).read("2026-01-31")).isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @Test
    void an_unknown_setting_is_refused_with_those_there_are() {
        Analysis grid = Analyses.named("grid").orElseThrow();
        assertThatThrownBy(() -> Chosen.of(grid, Map.of("cel", "250")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cel is no setting, but must be one of [cell]");
    }

    @Test
    void rows_without_a_place_are_left_out_and_counted() {
        Incidents.Builder incidents = Incidents.builder(Crs.SWEREF99_TM, 3);
        incidents.add(1, 1, 400_000, 6_400_000, PlacePrecision.ADDRESS, 0, 1, "SKA", 1);
        incidents.add(2, 1, 400_100, 6_400_000, PlacePrecision.MUNICIPALITY, 0, 1, "SKA", 1);
        incidents.add(3, 1, 400_200, 6_400_000, PlacePrecision.STREET, 0, 44_640, "SKA", 1);
        AnalysisQuestion question =
                AnalysisQuestion.of(incidents.build(), new UnsafePlaces(Crs.SWEREF99_TM, List.of()));
        assertThat(Usable.places(question).size()).isEqualTo(2);
        assertThat(Usable.places(question).excluded()).hasToString("[Count[code=place-municipality, count=1]]");
        assertThat(Usable.placesAndDays(question).size()).isEqualTo(1);
        assertThat(Usable.placesAndDays(question).excluded()).hasSize(2);
        assertThat(Usable.times(question).size()).isEqualTo(3);
    }

    @Test
    void incidents_on_a_default_point_of_the_history_are_left_out_and_said_so() {
        Incidents.Builder history = Incidents.builder(Crs.SWEREF99_TM, 600);
        Incidents.Builder month = Incidents.builder(Crs.SWEREF99_TM, 20);
        String[] types = {"SKA", "STO", "INB", "MIS", "ORD", "CYK", "BIL"};
        for (int i = 0; i < 560; i++) {
            boolean lost = i % 20 == 0;
            double x = lost ? 420_000 : 400_000 + i * 37.5;
            for (Incidents.Builder set : i < 100 ? List.of(history, month) : List.of(history)) {
                set.add(i, 1, x, 6_400_000, PlacePrecision.ADDRESS, 1440 * i, 1440 * i + 1, types[i / 20 % 7], 1);
            }
        }
        AnalysisQuestion question = new AnalysisQuestion(
                Crs.SWEREF99_TM,
                month.build(),
                history.build(),
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()),
                null,
                null,
                null,
                Map.of(),
                1);
        assertThat(Usable.places(question).excluded()).hasToString("[Count[code=place-default, count=5]]");
        assertThat(Usable.places(question).advice())
                .anyMatch(words -> words.sv().contains("standardpunkt"))
                .hasSize(1);
        assertThat(Usable.times(question).size()).isEqualTo(100);
    }

    @Test
    void shared_places_are_told_once_with_their_rows() {
        Incidents.Builder incidents = Incidents.builder(Crs.SWEREF99_TM, 4);
        for (double x : new double[] {3, 1, 3, 2}) {
            incidents.add(1, 1, x, 5, PlacePrecision.ADDRESS, 0, 1, "SKA", 1);
        }
        Usable.Shared shared = Usable.places(
                        AnalysisQuestion.of(incidents.build(), new UnsafePlaces(Crs.SWEREF99_TM, List.of())))
                .shared();
        assertThat(shared.x()).containsExactly(1, 2, 3);
        assertThat(shared.y()).containsExactly(5, 5, 5);
        assertThat(shared.rows()).containsExactly(1, 1, 2);
    }

    @Test
    void positions_that_many_share_are_said_to_be_snapped() {
        AnalysisQuestion question = AnalysisQuestion.of(onOnePlace(20), new UnsafePlaces(Crs.SWEREF99_TM, List.of()));
        assertThat(Usable.places(question).distinct()).isEqualTo(1);
        assertThat(Usable.places(question).snapped()).isTrue();
        assertThat(Usable.places(question).advice()).hasSize(1);
    }

    private static Incidents onOnePlace(int n) {
        Incidents.Builder incidents = Incidents.builder(Crs.SWEREF99_TM, n);
        for (int i = 0; i < n; i++) {
            incidents.add(i, 1, 400_000, 6_400_000, PlacePrecision.ADDRESS, 1440 * i, 1440 * i + 1, "SKA", 1);
        }
        return incidents.build();
    }
}
