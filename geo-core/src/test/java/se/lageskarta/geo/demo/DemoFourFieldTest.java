package se.lageskarta.geo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.analysis.AnalysisResult;
import se.lageskarta.geo.analysis.Chosen;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlaces;

/** Every planted place stands in its field, with nothing chosen by hand. */
class DemoFourFieldTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 2026})
    void over_three_years_and_in_the_last_every_planted_place_stands_in_its_field(long seed) {
        DemoTown town = DemoTown.generate(seed);
        for (LocalDate from : new LocalDate[] {LocalDate.of(2023, 1, 1), LocalDate.of(2025, 11, 1)}) {
            AnalysisResult result = run(town, from);
            List<String> wrong = new ArrayList<>();
            for (PlantedHotspot place : town.planted()) {
                String expected = (place.crimes() > 0 ? "high" : "low") + "-" + (place.marks() > 0 ? "high" : "low");
                String found = fieldAt(result, place);
                if (!found.equals(expected)) {
                    wrong.add(place + " is " + found + " from " + from);
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static AnalysisResult run(DemoTown town, LocalDate from) {
        Incidents.Builder builder =
                Incidents.builder(town.crs(), town.incidents().size());
        for (Incident row : town.incidents()) {
            builder.add(row);
        }
        Incidents all = builder.build();
        LocalDate to = LocalDate.of(2026, 12, 31);
        AnalysisQuestion question = new AnalysisQuestion(
                town.crs(),
                all.where(IncidentFilter.ALL.during(from, to)),
                all,
                new UnsafePlaces(town.crs(), town.survey()),
                from,
                to,
                null,
                Map.of(),
                AnalysisQuestion.DEFAULT_SEED);
        Analysis analysis = Analyses.named("four-field").orElseThrow();
        return analysis.run(question, Chosen.of(analysis, Map.of()), () -> false);
    }

    private static String fieldAt(AnalysisResult result, PlantedHotspot place) {
        String field = "none";
        double least = 60;
        for (int i = 0; i < result.places().table().size(); i++) {
            Geometry outline = result.places().geometry().apply(i);
            Point centre = outline.getCentroid();
            boolean within =
                    outline.distance(outline.getFactory().createPoint(new Coordinate(place.x(), place.y()))) == 0;
            double away = within ? 0 : Math.hypot(centre.getX() - place.x(), centre.getY() - place.y());
            if (away < least) {
                least = away;
                field = result.places().table().row().apply(i)[0] + "";
            }
        }
        return field;
    }
}
