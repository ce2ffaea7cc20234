package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlaces;

class EmergingHotspotsAnalysisTest {
    private static final EmergingHotspotsAnalysis EMERGING = new EmergingHotspotsAnalysis();

    @Test
    void tells_the_status_of_hotspots_instead_when_incidents_are_few_and_says_why() {
        AnalysisQuestion year = MadeUpTown.during(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), null);
        assertThat(EMERGING.suits(year).level()).isEqualTo(Suits.Level.POSSIBLE);
        AnalysisResult result = run(year, Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(result.figures()).containsEntry("shown", "hotspot-status").containsEntry("hotspots", 6);
        assertThat(result.advice())
                .anyMatch(each -> each.en().contains("too few for patterns by square and step (at least 5000)"));
        assertThat(result.headline().en()).startsWith("6 hotspots");
        assertThat(result.places().table().size()).isEqualTo(6);
        AnalysisResult all = run(MadeUpTown.during(null, null, null), Map.of());
        assertThat(all.headline()).isEqualTo(result.headline());
    }

    @Test
    void a_short_period_has_too_few_steps() {
        AnalysisQuestion half = MadeUpTown.during(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30), null);
        AnalysisResult result = run(half, Map.of("leastIncidents", "10"));
        assertThat(result.advice()).anyMatch(each -> each.en().startsWith("The period has only 6 whole steps"));
        AnalysisQuestion day = MadeUpTown.during(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 1), null);
        assertThat(run(day, Map.of()).status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
    }

    @Test
    void finds_the_square_that_grows_hot_and_the_one_that_stays_hot() {
        AnalysisQuestion question = AnalysisQuestion.of(growing(), new UnsafePlaces(Crs.SWEREF99_TM, List.of()));
        assertThat(EMERGING.suits(question).level()).isEqualTo(Suits.Level.RECOMMENDED);
        AnalysisResult result = run(question, Map.of());
        assertThat(result.figures()).containsEntry("steps", 24);
        assertThat(classAt(result, 405_250, 6_405_250)).isIn("persistent-hot", "intensifying-hot", "diminishing-hot");
        assertThat(classAt(result, 415_250, 6_415_250)).isEqualTo("consecutive-hot");
        assertThat(classAt(result, 401_250, 6_418_250)).isEqualTo("none");
        assertThat(EMERGING.effort(question, Chosen.of(EMERGING, Map.of()))).isPositive();
        AnalysisResult again = run(question, Map.of());
        assertThat(again.figures()).isEqualTo(result.figures());
        AnalysisResult quarters = run(question, Map.of("step", "quarter"));
        assertThat(quarters.figures()).containsEntry("shown", "hotspot-status");
    }

    private static String classAt(AnalysisResult result, double x, double y) {
        for (int i = 0; i < result.places().table().size(); i++) {
            if (result.places().geometry().apply(i).contains(Places.point(x, y))) {
                return (String) result.places().table().row().apply(i)[0];
            }
        }
        return "none";
    }

    /** 24 months over 20 km: a thin cover, one place hot all the time, one hot in the last six months. */
    private static Incidents growing() {
        SplittableRandom random = new SplittableRandom(9);
        Incidents.Builder town = Incidents.builder(Crs.SWEREF99_TM, 8000);
        int start = (int) LocalDate.of(2023, 1, 1).toEpochDay();
        for (int i = 0; i < 8000; i++) {
            int day = random.nextInt(731);
            double x = 400_000 + random.nextDouble() * 20_000;
            double y = 6_400_000 + random.nextDouble() * 20_000;
            if (i % 10 == 0) {
                x = 405_000 + random.nextDouble() * 500;
                y = 6_405_000 + random.nextDouble() * 500;
            } else if (i % 20 == 1) {
                day = 546 + random.nextInt(185);
                x = 415_000 + random.nextDouble() * 500;
                y = 6_415_000 + random.nextDouble() * 500;
            }
            int minute = (start + day) * 1440 + 600;
            town.add(i, 1, x, y, PlacePrecision.ADDRESS, minute, minute + 1, "SKA" + i % 3, 1);
        }
        return town.build();
    }

    private static AnalysisResult run(AnalysisQuestion question, Map<String, String> chosen) {
        return EMERGING.run(question, Chosen.of(EMERGING, chosen), () -> false);
    }
}
