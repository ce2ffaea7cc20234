package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.survey.UnsafePlaces;

class FourFieldAnalysisTest {
    private static final FourFieldAnalysis FOUR_FIELD = new FourFieldAnalysis();

    /** Medians of what was planted in the invented town: station, school, shop, two in the other village, park, tunnel. */
    @ParameterizedTest
    @CsvSource({
        "383431, 6439160, high-high",
        "383500, 6438850, high-low",
        "383665, 6439325, high-low",
        "384452, 6429773, high-high",
        "384725, 6429535, high-low",
        "386500, 6430300, high-low",
        "382990, 6439481, high-low",
        "383249, 6439091, low-high",
        "384020, 6438657, low-high"
    })
    void every_planted_place_stands_in_its_field(double x, double y, String field) {
        AnalysisResult result = run(MadeUpTown.during(null, null, null), Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(nearest(result, x, y)[0]).isEqualTo(field);
    }

    @Test
    void the_tunnel_does_not_inherit_the_station_in_a_single_year() {
        AnalysisResult year =
                run(MadeUpTown.during(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), null), Map.of());
        assertThat(nearest(year, 383_249, 6_439_091)[0]).isEqualTo("low-high");
        assertThat(nearest(year, 383_431, 6_439_160)[0]).isEqualTo("high-high");
    }

    @Test
    void squares_show_the_same_fields_and_say_what_to_do() {
        AnalysisResult result = run(MadeUpTown.during(null, null, null), Map.of("show", "squares"));
        assertThat(nearest(result, 383_431, 6_439_160)[0]).isEqualTo("high-high");
        assertThat(nearest(result, 383_249, 6_439_091)[0]).isEqualTo("low-high");
        assertThat(nearest(result, 383_249, 6_439_091)[5])
                .isEqualTo(FourFieldAnalysis.action(se.lageskarta.geo.stats.FourField.LOW_HIGH));
        assertThat(result.figures()).containsKeys("leeL", "leeP");
        assertThat((double) result.figures().get("leeP")).isLessThan(0.05);
    }

    @Test
    void without_marks_it_is_unsuited_and_with_few_of_them_too_few() {
        AnalysisQuestion town = MadeUpTown.during(null, null, null);
        AnalysisQuestion bare = AnalysisQuestion.of(town.incidents(), new UnsafePlaces(Crs.SWEREF99_TM, List.of()));
        assertThat(FOUR_FIELD.suits(bare).level()).isEqualTo(Suits.Level.UNSUITED);
        assertThat(run(bare, Map.of()).status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        AnalysisQuestion few = AnalysisQuestion.of(
                town.incidents(),
                new UnsafePlaces(Crs.SWEREF99_TM, town.marks().marks().subList(0, 5)));
        assertThat(FOUR_FIELD.suits(few).level()).isEqualTo(Suits.Level.TOO_FEW);
        assertThat(FOUR_FIELD.suits(town).level()).isEqualTo(Suits.Level.RECOMMENDED);
        assertThat(run(town, Map.of()).figures()).isEqualTo(run(town, Map.of()).figures());
    }

    private static Object[] nearest(AnalysisResult result, double x, double y) {
        Object[] best = new Object[0];
        double least = 60;
        for (int i = 0; i < result.places().table().size(); i++) {
            double away = result.places().geometry().apply(i).getCentroid().distance(Places.point(x, y));
            if (away < least) {
                least = away;
                best = result.places().table().row().apply(i);
            }
        }
        assertThat(best).as("a place within 60 m").isNotEmpty();
        return best;
    }

    private static AnalysisResult run(AnalysisQuestion question, Map<String, String> chosen) {
        return FOUR_FIELD.run(question, Chosen.of(FOUR_FIELD, chosen), () -> false);
    }
}
