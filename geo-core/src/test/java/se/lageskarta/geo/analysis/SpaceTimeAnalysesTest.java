package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlaces;

class SpaceTimeAnalysesTest {
    private static final NearRepeatAnalysis REPEAT = new NearRepeatAnalysis();
    private static final ScanAnalysis SCAN = new ScanAnalysis();
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Test
    void tells_how_far_out_and_how_long_the_risk_is_raised_after_a_burglary() {
        AnalysisQuestion question = question(repeating(120));
        assertThat(REPEAT.suits(question).level()).isEqualTo(Suits.Level.RECOMMENDED);
        AnalysisResult result = run(REPEAT, question, Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(result.headline().sv())
                .matches("Efter ett inbrott är risken \\d+,\\d gånger så hög inom 100 m i 7 dagar \\(p = 0,001\\)\\.");
        assertThat(result.headline().en()).startsWith("After a burglary the risk is ");
        assertThat(result.used()).isEqualTo(120);
        assertThat(result.parameters())
                .filteredOn(each -> each.name().equals("crimes"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.value()).isEqualTo("INB");
                    assertThat(each.why().en()).contains("120 of 420");
                });
        assertThat(result.tables().get(0).size()).isEqualTo(12);
        assertThat(result.figures()).containsEntry("today", "2025-12-31");
        ResultTable zones = result.places().table();
        assertThat(zones.size()).isPositive();
        assertThat(zones.row().apply(0)[0]).isEqualTo("raised");
        assertThat(LocalDate.parse((String) zones.row().apply(0)[2])).isBetween(LAST, LAST.plusDays(28));
        assertThat(result.places().geometry().apply(0).getArea()).isGreaterThan(30_000);
        assertThat(run(REPEAT, question, Map.of()).figures()).isEqualTo(result.figures());
        assertThat(REPEAT.effort(question, Chosen.of(REPEAT, Map.of()))).isBetween(100_000L, 1_000_000_000L);
    }

    @Test
    void says_when_nothing_repeats_and_when_there_are_too_few() {
        AnalysisResult chance = run(REPEAT, question(scattered(200, "INB", 5)), Map.of());
        assertThat(chance.status()).isEqualTo(AnalysisResult.Status.NOTHING_FOUND);
        assertThat(chance.headline().sv()).isEqualTo("Ingen säker närupprepning bland 200 händelser.");
        assertThat(chance.places().table().size()).isZero();
        AnalysisResult few = run(REPEAT, question(scattered(31, "INB", 5)), Map.of());
        assertThat(few.status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(few.headline().sv()).isEqualTo("För få inbrott (31 av minst 50).");
        assertThat(few.sentence().sv()).doesNotContain("längre period");
        Incidents all = scattered(90, "INB", 5);
        AnalysisQuestion brief = new AnalysisQuestion(
                all.crs(),
                scattered(31, "INB", 5),
                all,
                new UnsafePlaces(all.crs(), List.of()),
                null,
                null,
                null,
                Map.of(),
                AnalysisQuestion.DEFAULT_SEED);
        assertThat(run(REPEAT, brief, Map.of()).sentence().sv())
                .endsWith("Av all tid finns 90: välj en längre period.");
        assertThat(REPEAT.suits(question(scattered(31, "INB", 5))).level()).isEqualTo(Suits.Level.TOO_FEW);
        assertThat(REPEAT.suits(question(scattered(80, "SKA", 5))).level()).isEqualTo(Suits.Level.POSSIBLE);
    }

    @Test
    void takes_what_was_chosen() {
        AnalysisQuestion question = question(repeating(120));
        AnalysisResult result = run(
                REPEAT,
                question,
                Map.of(
                        "crimes", "all",
                        "bands", "50,150",
                        "days", "3,9",
                        "samePlace", "0",
                        "metric", "manhattan",
                        "intervals", "calculator",
                        "permutations", "99",
                        "today", "2025-06-30"));
        assertThat(result.used()).isEqualTo(420);
        assertThat(result.tables().get(0).size()).isEqualTo(4);
        assertThat(result.figures()).containsEntry("today", "2025-06-30").containsEntry("zones", 0);
        assertThat(result.parameters().stream().filter(each -> !each.automatic()))
                .hasSize(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(REPEAT, question, Map.of("samePlace", "200")))
                .withMessage("samePlace is 200.0, but must be less than the first of bands, 100.0");
    }

    @Test
    void finds_the_repeats_planted_in_the_made_up_town() {
        AnalysisResult result = run(REPEAT, MadeUpTown.during(null, null, null), Map.of());
        assertThat(result.used())
                .as("one of 190 is placed at the municipality's label")
                .isEqualTo(189);
        assertThat(result.headline().sv()).startsWith("Efter ett inbrott är risken 10,");
        assertThat((double) result.figures().get("nearRatio")).isBetween(10.0, 10.6);
    }

    @Test
    void raises_no_alarm_when_nothing_is_going_on() {
        AnalysisQuestion question = question(scattered(400, "SKA", 3));
        assertThat(SCAN.suits(question).level()).isEqualTo(Suits.Level.RECOMMENDED);
        AnalysisResult result = run(SCAN, question, Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.NOTHING_FOUND);
        assertThat(result.headline().sv()).matches("Inget larm: det ovanligaste inträffar .*månad av en slump\\.");
        assertThat(result.headline().en()).startsWith("No alarm: the most unusual happens ");
        assertThat((double) result.figures().get("recurrenceMonths")).isLessThan(12);
        assertThat(result.places().table().row().apply(0)[0]).isNotEqualTo("alarm");
        assertThat(SCAN.effort(question, Chosen.of(SCAN, Map.of()))).isBetween(1_000_000L, 30_000_000_000L);
    }

    @Test
    void raises_the_alarm_for_what_began_lately_in_one_place() {
        AnalysisQuestion question = question(withSeries(400, LAST.minusDays(20)));
        AnalysisResult result = run(SCAN, question, Map.of());
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(result.headline().sv()).startsWith("Larm: ").contains("2025-12-31", "en gång på");
        assertThat(result.headline().en()).startsWith("Alarm: ");
        ResultTable places = result.places().table();
        assertThat(places.row().apply(0)[0]).isEqualTo("alarm");
        assertThat((int) places.row().apply(0)[1]).isGreaterThanOrEqualTo(12);
        assertThat((double) places.row().apply(0)[5]).isGreaterThan(12);
        assertThat(result.places().geometry().apply(0).contains(Places.point(403_000, 6_403_000)))
                .isTrue();
        assertThat(run(SCAN, question, Map.of()).figures()).isEqualTo(result.figures());
    }

    @Test
    void looking_back_it_finds_what_has_been() {
        AnalysisQuestion question = question(withSeries(400, LAST.minusDays(160)));
        assertThat(run(SCAN, question, Map.of("replicates", "99")).status())
                .isEqualTo(AnalysisResult.Status.NOTHING_FOUND);
        AnalysisResult back = run(SCAN, question, Map.of("look", "retrospective", "replicates", "199"));
        assertThat(back.headline().sv()).startsWith("Säker ansamling: ").containsPattern("p [=<] 0,0");
        LocalDate first = LocalDate.parse((String) back.places().table().row().apply(0)[6]);
        LocalDate last = LocalDate.parse((String) back.places().table().row().apply(0)[7]);
        assertThat(first).isBetween(LAST.minusDays(175), LAST.minusDays(155));
        assertThat(last).isBetween(LAST.minusDays(150), LAST.minusDays(130));
    }

    @Test
    void compares_the_period_with_earlier_incidents() {
        Incidents all = withSeries(400, LAST.minusDays(20));
        LocalDate from = LocalDate.of(2025, 10, 1);
        AnalysisQuestion autumn = new AnalysisQuestion(
                Crs.SWEREF99_TM,
                all.where(IncidentFilter.ALL.during(from, LAST)),
                all,
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()),
                from,
                LAST,
                null,
                Map.of(),
                1);
        AnalysisResult result = run(SCAN, autumn, Map.of("model", "bernoulli", "replicates", "199"));
        assertThat(result.headline().sv()).startsWith("Säker ansamling: ");
        assertThat(result.places().table().row().apply(0)[6]).isEqualTo("2025-10-01");
        AnalysisResult alone = run(SCAN, question(all), Map.of("model", "bernoulli"));
        assertThat(alone.status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(alone.headline().en()).contains("Too few earlier incidents");
    }

    @Test
    void says_too_few_for_a_scan_and_refuses_windows_that_do_not_fit() {
        AnalysisResult few = run(SCAN, question(scattered(20, "SKA", 1)), Map.of());
        assertThat(few.status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        AnalysisQuestion week = AnalysisQuestion.of(
                scattered(400, "SKA", 1).where(IncidentFilter.ALL.during(FIRST, FIRST.plusDays(26))),
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()));
        assertThat(run(SCAN, week, Map.of()).status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(SCAN, question(scattered(40, "SKA", 1)), Map.of("maxDays", "3")))
                .withMessage("maxDays is 3, but must be at least minDays, 7");
    }

    @Test
    void many_places_are_scanned_in_squares() {
        SplittableRandom chance = new SplittableRandom(1);
        double[] x = chance.doubles(9_000, 0, 3_000).toArray();
        double[] y = chance.doubles(9_000, 0, 3_000).toArray();
        ScannedPlaces places = ScannedPlaces.of(x, y);
        assertThat(places.cellMetres()).isEqualTo(50);
        assertThat(places.x().length).isEqualTo(3_600 - empty(x, y));
        ScannedPlaces few = ScannedPlaces.of(new double[] {3, 1, 3}, new double[] {1, 1, 1});
        assertThat(few.place()).containsExactly(1, 0, 1);
        assertThat(few.cellMetres()).isZero();
    }

    private static int empty(double[] x, double[] y) {
        boolean[] hit = new boolean[3_600];
        for (int i = 0; i < x.length; i++) {
            hit[(int) (x[i] / 50) * 60 + (int) (y[i] / 50)] = true;
        }
        int empty = 0;
        for (boolean one : hit) {
            empty += one ? 0 : 1;
        }
        return empty;
    }

    private static AnalysisResult run(Analysis analysis, AnalysisQuestion question, Map<String, String> chosen) {
        return analysis.run(question, Chosen.of(analysis, chosen), () -> false);
    }

    private static AnalysisQuestion question(Incidents incidents) {
        return new AnalysisQuestion(
                Crs.SWEREF99_TM,
                incidents,
                incidents,
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()),
                FIRST,
                LAST,
                null,
                Map.of(),
                AnalysisQuestion.DEFAULT_SEED);
    }

    private static Incidents scattered(int n, String type, long seed) {
        Incidents.Builder town = Incidents.builder(Crs.SWEREF99_TM, n);
        SplittableRandom chance = new SplittableRandom(seed);
        for (int i = 0; i < n; i++) {
            add(town, i, chance.nextDouble(), chance.nextDouble(), chance.nextInt(365), type);
        }
        return town.build();
    }

    /** Burglaries of which every second is followed by one 40 m off within five days, and other incidents. */
    private static Incidents repeating(int burglaries) {
        Incidents.Builder town = Incidents.builder(Crs.SWEREF99_TM, burglaries + 300);
        SplittableRandom chance = new SplittableRandom(4);
        for (int i = 0; i < burglaries; i += 2) {
            double x = chance.nextDouble();
            double y = chance.nextDouble();
            int day = i == 0 ? 360 : chance.nextInt(360);
            add(town, i, x, y, day, "INB");
            add(town, i + 1, x + 0.008, y, day + chance.nextInt(5), "INB");
        }
        for (int i = 0; i < 300; i++) {
            add(town, burglaries + i, chance.nextDouble(), chance.nextDouble(), chance.nextInt(365), "SKA");
        }
        return town.build();
    }

    /** Scattered incidents and fifteen within a short walk, every day from the day given. */
    private static Incidents withSeries(int n, LocalDate start) {
        Incidents.Builder town = Incidents.builder(Crs.SWEREF99_TM, n + 15);
        SplittableRandom chance = new SplittableRandom(3);
        for (int i = 0; i < n; i++) {
            add(town, i, chance.nextDouble(), chance.nextDouble(), chance.nextInt(365), "SKA");
        }
        int first = (int) (start.toEpochDay() - FIRST.toEpochDay());
        for (int i = 0; i < 15; i++) {
            add(town, n + i, 0.6 + 0.004 * i, 0.6, first + i, "SKA");
        }
        return town.build();
    }

    /** In a square of five kilometres; the day counts from the first of the year. */
    private static void add(Incidents.Builder town, int id, double x, double y, int day, String type) {
        int minute = (int) (FIRST.toEpochDay() + day) * 1440 + 600;
        town.add(
                id,
                1,
                Math.rint(400_000 + 5_000 * x),
                Math.rint(6_400_000 + 5_000 * y),
                PlacePrecision.ADDRESS,
                minute,
                minute + 1,
                type,
                1);
    }
}
