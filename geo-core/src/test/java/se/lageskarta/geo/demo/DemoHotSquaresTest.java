package se.lageskarta.geo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Point;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.analysis.AnalysisResult;
import se.lageskarta.geo.analysis.Chosen;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlaces;

/** Squares that are surely hot lie where something was planted, never at an address service's default point. */
class DemoHotSquaresTest {
    private static final double NEAR_METRES = 600;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 2026})
    void hot_squares_lie_at_planted_places(long seed) {
        DemoTown town = DemoTown.generate(seed);
        Incidents.Builder builder =
                Incidents.builder(town.crs(), town.incidents().size());
        for (Incident row : town.incidents()) {
            builder.add(row);
        }
        AnalysisQuestion question = AnalysisQuestion.of(builder.build(), new UnsafePlaces(town.crs(), town.survey()));
        Analysis analysis = Analyses.named("gi-star").orElseThrow();
        AnalysisResult result = analysis.run(question, Chosen.of(analysis, Map.of()), () -> false);
        assertThat((int) result.figures().get("hotCells")).isPositive();
        for (int i = 0; i < result.places().table().size(); i++) {
            String word = result.places().table().row().apply(i)[0].toString();
            if (word.equals("hot99") || word.equals("hot95")) {
                Point centre = result.places().geometry().apply(i).getCentroid();
                assertThat(town.planted())
                        .as("square at %s", centre)
                        .anyMatch(place -> place.crimes() > 0
                                && Math.hypot(place.x() - centre.getX(), place.y() - centre.getY()) < NEAR_METRES);
            }
        }
    }
}
