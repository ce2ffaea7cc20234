package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlaces;

class AutocorrelationAnalysesTest {
    private static final LocalMoranAnalysis LOCAL = new LocalMoranAnalysis();
    private static final GlobalAutocorrelationAnalysis GLOBAL = new GlobalAutocorrelationAnalysis();

    @Test
    void incidents_of_a_town_surely_cluster() {
        AnalysisResult result = global(MadeUpTown.during(null, null, null));
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(result.headline().sv()).startsWith("Rutor med många händelser ligger säkert intill varandra");
        assertThat((double) result.figures().get("moranZ")).isGreaterThan(10);
        assertThat((double) result.figures().get("gearyZ")).isNegative();
        assertThat(result.figures()).containsKeys("generalG", "generalGP", "gearyVariance");
    }

    @Test
    void incidents_thrown_at_random_show_no_sure_pattern() {
        SplittableRandom random = new SplittableRandom(5);
        Incidents.Builder town = Incidents.builder(Crs.SWEREF99_TM, 500);
        for (int i = 0; i < 500; i++) {
            double x = 400_000 + random.nextDouble() * 5_000;
            double y = 6_400_000 + random.nextDouble() * 5_000;
            town.add(i, 1, x, y, PlacePrecision.ADDRESS, i, i + 1, "SKA", 1);
        }
        AnalysisQuestion question = new AnalysisQuestion(
                Crs.SWEREF99_TM,
                town.build(),
                town.build(),
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()),
                null,
                null,
                Places.square(400_000, 6_400_000, 5_000),
                Map.of(),
                1);
        AnalysisResult result = global(question);
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.NOTHING_FOUND);
        assertThat(result.headline().en()).startsWith("No sure pattern over the whole area");
        AnalysisResult local = LOCAL.run(question, Chosen.of(LOCAL, Map.of()), () -> false);
        assertThat(local.status()).isEqualTo(AnalysisResult.Status.NOTHING_FOUND);
    }

    @Test
    void hot_squares_among_hot_ones_are_found_in_the_town() {
        AnalysisQuestion question = MadeUpTown.during(null, null, null);
        AnalysisResult result = LOCAL.run(question, Chosen.of(LOCAL, Map.of("cell", "500")), () -> false);
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat((Map<?, ?>) result.figures().get("classes"))
                .satisfies(
                        classes -> assertThat((long) classes.get("high-high")).isPositive());
        assertThat(result.places().table().columns()).startsWith("class", "count");
        assertThat(LOCAL.effort(question, Chosen.of(LOCAL, Map.of()))).isPositive();
        assertThat(GLOBAL.effort(question, Chosen.of(GLOBAL, Map.of()))).isPositive();
    }

    private static AnalysisResult global(AnalysisQuestion question) {
        return GLOBAL.run(question, Chosen.of(GLOBAL, Map.of()), () -> false);
    }
}
