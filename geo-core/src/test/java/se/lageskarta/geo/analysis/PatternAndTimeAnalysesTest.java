package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlaces;

/** The analyses of pattern, concentration, accuracy, trend, time and small counts, on the invented town. */
class PatternAndTimeAnalysesTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    @Test
    void places_of_the_town_lie_nearer_than_by_chance() {
        AnalysisResult result = run("nearest-neighbour", MadeUpTown.during(FIRST, LAST, null), Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(result.headline().sv()).startsWith("Lägena ligger tätare än slumpen (index 0,");
        assertThat((double) result.figures().get("nni")).isBetween(0.2, 0.8);
        assertThat(result.tables()).extracting(ResultTable::name).containsExactly("areas", "orders");
        assertThat(result.tables().get(1).size()).isEqualTo(6);
    }

    @Test
    void places_at_random_show_no_sure_difference_and_gather_at_no_distance() {
        AnalysisQuestion random = atRandom(300);
        AnalysisResult nearest = run("nearest-neighbour", random, Map.of());
        assertThat(nearest.status()).isEqualTo(AnalysisResult.Status.NOTHING_FOUND);
        assertThat(nearest.headline().en()).startsWith("No sure difference");
        AnalysisResult ripley = run("ripley-k", random, Map.of("radius", "500"));
        assertThat(ripley.headline().sv()).startsWith("På inget avstånd");
    }

    @Test
    void says_at_which_distances_places_of_the_town_gather() {
        AnalysisQuestion town = MadeUpTown.during(FIRST, LAST, null);
        AnalysisResult result = run("ripley-k", town, Map.of("simulations", "39"));
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(result.headline().sv()).startsWith("Lägena samlas mer än slumpen på avstånd mellan");
        assertThat(result.tables().get(0).columns()).containsExactly("distanceM", "k", "l", "lMinusR", "low", "high");
        AnalysisResult again = run("ripley-k", town, Map.of("simulations", "39"));
        assertThat(again.tables().get(0).rows(100))
                .isEqualTo(result.tables().get(0).rows(100));
        Analysis ripley = Analyses.named("ripley-k").orElseThrow();
        assertThat(ripley.effort(town, Chosen.of(ripley, Map.of("simulations", "999", "edge", "isotropic"))))
                .isGreaterThan(100 * ripley.effort(town, Chosen.of(ripley, Map.of("simulations", "19"))));
        assertThatThrownBy(() -> ripley.run(town, Chosen.of(ripley, Map.of()), () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void every_edge_correction_can_be_chosen() {
        AnalysisQuestion random = atRandom(80);
        for (String edge : List.of("border", "isotropic", "translation")) {
            AnalysisResult result =
                    run("ripley-k", random, Map.of("radius", "100,300,600", "simulations", "19", "edge", edge));
            double k = (double) result.tables().get(0).rows(9).get(2).get(1);
            assertThat(k).isCloseTo(Math.PI * 600 * 600, within(0.35 * Math.PI * 600 * 600));
        }
    }

    @Test
    void the_middle_of_the_town_has_an_ellipse_on_the_map() {
        AnalysisResult result = run("centrography", MadeUpTown.during(FIRST, LAST, null), Map.of());
        assertThat(result.headline().sv()).contains("km runt mittpunkten, mest utsträckt mot");
        assertThat(result.places().table().rows(9))
                .extracting(row -> row.get(0))
                .containsExactly("mean-centre", "geometric-median", "ellipse");
        Polygon ellipse = (Polygon) result.places().geometry().apply(2);
        double major = (double) result.figures().get("majorAxisM");
        double minor = (double) result.figures().get("minorAxisM");
        assertThat(ellipse.getArea()).isCloseTo(Math.PI * major * minor, within(0.01 * Math.PI * major * minor));
        assertThat(ellipse.getCentroid().getX())
                .isCloseTo((double) result.figures().get("meanX"), within(0.01));
        AnalysisResult esri = run("centrography", MadeUpTown.during(FIRST, LAST, null), Map.of("ellipse", "esri"));
        assertThat((double) esri.figures().get("majorAxisM")).isCloseTo(major * Math.sqrt(2), within(1e-6));
    }

    @Test
    void few_squares_hold_half_of_the_incidents() {
        AnalysisResult result = run("concentration", MadeUpTown.during(FIRST, LAST, null), Map.of());
        assertThat(result.headline().sv()).startsWith("Hälften av händelserna ligger i ");
        int half = (int) result.figures().get("placesWithHalf");
        assertThat(result.places().table().size()).isEqualTo(half);
        double held = result.places().table().rows(half).stream()
                .mapToDouble(row -> (double) row.get(2))
                .sum();
        assertThat(held).isBetween(0.5, 0.6);
        List<List<@Nullable Object>> curve = result.tables().get(0).rows(1000);
        assertThat(curve.get(0)).containsExactly(0.0, 0.0);
        assertThat(curve.get(curve.size() - 1)).containsExactly(1.0, 1.0);
    }

    @Test
    void last_years_hotspots_are_tried_against_this_year() {
        AnalysisResult result = run("backtest", MadeUpTown.during(FIRST, LAST, null), Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(result.headline().sv())
                .matches("Förra årets hotspots täckte [0-9,]+ % av årets händelser på [0-9,]+ % av ytan\\.");
        assertThat((double) result.figures().get("pai")).isGreaterThan(10);
        assertThat((double) result.figures().get("paiLow"))
                .isLessThan((double) result.figures().get("pai"));
        assertThat((double) result.figures().get("pei")).isBetween(0.1, 1.0);
        assertThat(result.tables().get(0).rows(9)).extracting(row -> row.get(0)).containsExactly(0.01, 0.02, 0.05, 0.1);
        assertThat(result.places().table().size()).isEqualTo(result.figures().get("hotspots"));
    }

    @Test
    void without_a_year_before_there_is_nothing_to_try_or_to_compare() {
        AnalysisQuestion first = MadeUpTown.during(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), null);
        assertThat(run("backtest", first, Map.of()).status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(run("small-counts", first, Map.of()).headline().sv()).startsWith("För få");
        Analysis backtest = Analyses.named("backtest").orElseThrow();
        assertThat(backtest.suits(first).level()).isEqualTo(Suits.Level.TOO_FEW);
        assertThat(backtest.suits(MadeUpTown.during(FIRST, LAST, null)).level()).isEqualTo(Suits.Level.RECOMMENDED);
    }

    @Test
    void the_town_has_no_sure_trend_over_five_years_but_a_season() {
        AnalysisResult result = run("trend", MadeUpTown.during(FIRST, LAST, null), Map.of());
        assertThat(result.headline().sv()).isEqualTo("Ingen säker trend.");
        assertThat(result.figures())
                .containsEntry("months", 60)
                .containsEntry("trend", "no-trend")
                .containsEntry("seasonalS", -2L)
                .containsEntry("mannKendallS", -81L);
        assertThat((double) result.figures().get("slopePerMonth")).isCloseTo(-0.0263340263340263, within(1e-9));
        assertThat(result.tables().get(0).columns()).containsExactly("month", "count", "trend", "season", "remainder");
        assertThat(result.tables().get(0).rows(1).get(0).get(0)).isEqualTo("2020-01");
        assertThat(result.tables().get(1).size()).isEqualTo(12);
        AnalysisResult changing = run("trend", MadeUpTown.during(FIRST, LAST, null), Map.of("season", "changing"));
        assertThat(changing.tables().get(0).rows(99))
                .isNotEqualTo(result.tables().get(0).rows(99));
        AnalysisResult year = run("trend", MadeUpTown.during(FIRST, LAST, null), Map.of("allTime", "false"));
        assertThat(year.figures()).containsEntry("months", 12);
    }

    @Test
    void a_rising_file_surely_rises() {
        Incidents.Builder rising = Incidents.builder(Crs.SWEREF99_TM, 2000);
        int id = 0;
        for (int month = 0; month < 36; month++) {
            for (int i = 0; i < 20 + month; i++) {
                int minute = (int) LocalDate.of(2022, 1, 1)
                                .plusMonths(month)
                                .plusDays(i % 28)
                                .toEpochDay()
                        * 1440;
                rising.add(id++, 1, 400_000 + i, 6_400_000, PlacePrecision.ADDRESS, minute, minute + 1, "SKA", 1);
            }
        }
        AnalysisResult result = run(
                "trend", AnalysisQuestion.of(rising.build(), new UnsafePlaces(Crs.SWEREF99_TM, List.of())), Map.of());
        assertThat(result.headline().sv())
                .isEqualTo("Ökar säkert: en månad har omkring 12,0 fler händelser än samma månad året innan.");
        assertThat(result.figures()).containsEntry("trend", "increasing");
    }

    @Test
    void the_week_of_the_town_is_told_with_its_dark_part() {
        AnalysisResult result = run("time-profile", MadeUpTown.during(FIRST, LAST, null), Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(result.headline().sv()).matches("Flest kl\\. \\d+–\\d+ \\(\\d+ %\\)\\. \\d+ % i mörker\\.");
        assertThat(result.advice())
                .anyMatch(words -> words.sv().startsWith("Ingen säker skillnad mellan veckodagarna"));
        assertThat(result.tables().get(0).columns()).containsExactly("month", "count");
        assertThat(result.tables().get(0).size()).isEqualTo(12);
        assertThat(result.tables().get(1).size()).isEqualTo(168);
        double sum = result.tables().get(1).rows(168).stream()
                .mapToDouble(row -> (double) row.get(2))
                .sum();
        assertThat(sum).isCloseTo((int) result.figures().get("aoristicKnown"), within(1e-6));
        assertThat((double) result.figures().get("darkShare")).isBetween(0.1, 0.9);
    }

    @Test
    void a_year_is_compared_with_the_same_days_before() {
        AnalysisResult result = run("small-counts", MadeUpTown.during(FIRST, LAST, null), Map.of());
        assertThat(result.headline().sv()).contains("händelser mot");
        assertThat(result.tables()).extracting(ResultTable::name).containsExactly("years", "types", "weekdays");
        assertThat(result.tables().get(0).size()).isEqualTo(4);
        int count = (int) result.figures().get("count");
        assertThat(result.tables().get(1).rows(99).stream()
                        .mapToInt(row -> (int) row.get(1))
                        .sum())
                .isEqualTo(count);
        assertThat((double) result.figures().get("p")).isBetween(0.0, 1.0);
        assertThat((int) result.figures().get("busiestWeek")).isGreaterThan(5);
    }

    @Test
    void without_days_asked_about_the_last_year_is_taken() {
        AnalysisResult result = run("small-counts", MadeUpTown.during(null, null, null), Map.of());
        assertThat(result.parameters().get(0).value()).isEqualTo("2024-01-01/2024-12-31");
        assertThat(result.parameters().get(0).automatic()).isTrue();
    }

    private static AnalysisQuestion atRandom(int n) {
        SplittableRandom random = new SplittableRandom(21);
        Incidents.Builder town = Incidents.builder(Crs.SWEREF99_TM, n);
        for (int i = 0; i < n; i++) {
            double x = 400_000 + random.nextDouble() * 4_000;
            double y = 6_400_000 + random.nextDouble() * 4_000;
            town.add(i, 1, x, y, PlacePrecision.ADDRESS, i, i + 1, "SKA", 1);
        }
        return new AnalysisQuestion(
                Crs.SWEREF99_TM,
                town.build(),
                town.build(),
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()),
                null,
                null,
                Places.square(400_000, 6_400_000, 4_000),
                Map.of(),
                1);
    }

    private static AnalysisResult run(String name, AnalysisQuestion question, Map<String, String> settings) {
        Analysis analysis = Analyses.named(name).orElseThrow();
        return analysis.run(question, Chosen.of(analysis, settings), () -> false);
    }
}
