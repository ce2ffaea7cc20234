package se.lageskarta.geo.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

/** Which months and places a follow-up counts, and what it says of them. */
class FollowUpTest {
    private static final GeometryFactory METRES = new GeometryFactory();
    private static final LocalDate DONE = LocalDate.of(2025, 6, 17);
    private static final YearMonth START = YearMonth.of(2022, 1);
    private static final List<Double> WIDTHS = List.of(100.0, 150.0, 200.0);

    @Test
    void a_year_after_meets_the_same_twelve_months_before_and_the_month_of_the_measure_is_left_out() {
        FollowUpWindows windows = FollowUpWindows.of(DONE, 1, 12, 1);
        assertThat(windows.after())
                .hasSize(12)
                .startsWith(YearMonth.of(2025, 7))
                .endsWith(YearMonth.of(2026, 6));
        assertThat(windows.before())
                .hasSize(12)
                .startsWith(YearMonth.of(2024, 6))
                .endsWith(YearMonth.of(2025, 5));
    }

    @Test
    void three_months_after_meet_the_same_three_months_of_the_year_before() {
        FollowUpWindows windows = FollowUpWindows.of(DONE, 3, 3, 2);
        assertThat(windows.after())
                .containsExactly(YearMonth.of(2025, 7), YearMonth.of(2025, 8), YearMonth.of(2025, 9));
        assertThat(windows.before())
                .as("two years")
                .containsExactly(
                        YearMonth.of(2023, 7),
                        YearMonth.of(2023, 8),
                        YearMonth.of(2023, 9),
                        YearMonth.of(2024, 7),
                        YearMonth.of(2024, 8),
                        YearMonth.of(2024, 9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatever_the_design_both_sides_have_the_same_months_and_none_of_putting_in_place(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LocalDate done = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000));
        int years = 1 + random.nextInt(3);
        FollowUpWindows windows = FollowUpWindows.of(done, 1 + random.nextInt(12), 1 + random.nextInt(36), years);
        List<Integer> after = names(windows.after());
        List<Integer> before = names(windows.before());
        for (int month = 1; month <= 12; month++) {
            int name = month;
            assertThat(before.stream().filter(each -> each == name).count())
                    .isEqualTo(
                            years * after.stream().filter(each -> each == name).count());
        }
        assertThat(windows.before()).doesNotHaveDuplicates().allMatch(month -> month.isBefore(windows.firstLeftOut()));
        assertThat(windows.after()).allMatch(month -> month.isAfter(windows.lastLeftOut()));
    }

    private static List<Integer> names(List<YearMonth> months) {
        return months.stream().map(YearMonth::getMonthValue).collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void counts_are_those_of_looking_at_every_row(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Incidents points = scattered(random, 3_000);
        Geometry target = METRES.createPoint(new Coordinate(1_000, 1_000)).buffer(80 + random.nextInt(120));
        Geometry other = square(1_800, 1_800, 300);
        FollowUpDesign design = new FollowUpDesign(
                target,
                FollowUpWindows.of(DONE, 1, 1 + random.nextInt(12), 1 + random.nextInt(2)),
                WIDTHS,
                List.of(other));
        FollowUp found = FollowUp.of(points, design);
        assertThat(found.target()).isEqualTo(byHand(points, target, design.windows()));
        assertThat(found.compared()).isEqualTo(byHand(points, other, design.windows()));
        for (int i = 0; i < 3; i++) {
            assertThat(found.around().get(i).ring()).isEqualTo(byHand(points, design.ring(i), design.windows()));
            assertThat(found.around().get(i).comparedRing())
                    .isEqualTo(byHand(points, design.comparedRing(i), design.windows()));
        }
    }

    private static BeforeAfter byHand(Incidents points, Geometry area, FollowUpWindows windows) {
        int before = 0;
        int after = 0;
        for (int row = 0; row < points.size(); row++) {
            if (area.covers(METRES.createPoint(new Coordinate(points.x()[row], points.y()[row])))
                    && points.fromMinute()[row] != TimeSpan.UNKNOWN_MINUTE) {
                YearMonth month = YearMonth.from(TimeSpan.timeOf(points.fromMinute()[row]));
                before += windows.before().contains(month) ? 1 : 0;
                after += windows.after().contains(month) ? 1 : 0;
            }
        }
        return new BeforeAfter(before, after);
    }

    private static Incidents scattered(SplittableRandom random, int rows) {
        Incidents.Builder points = Incidents.builder(Crs.SWEREF99_TM, rows);
        for (int i = 0; i < rows; i++) {
            TimeSpan time = random.nextInt(40) == 0
                    ? TimeSpan.UNKNOWN
                    : TimeSpan.at(START.atDay(1).atStartOfDay().plusMinutes(random.nextLong(60L * 24 * 365 * 5)));
            points.add(
                    i,
                    1,
                    random.nextDouble() * 2_200,
                    random.nextDouble() * 2_200,
                    PlacePrecision.ADDRESS,
                    time.fromMinute(),
                    time.toMinute(),
                    "SKA",
                    1);
        }
        return points.build();
    }

    private static Geometry square(double x, double y, double side) {
        return METRES.toGeometry(new Envelope(x, x + side, y, y + side));
    }

    @Test
    void reference_counts_end_in_the_reference_numbers_with_all_three_spreads_and_widths() {
        FollowUp found = FollowUp.of(reference(), referenceDesign(1));
        assertThat(found.target()).isEqualTo(new BeforeAfter(207, 110));
        assertThat(found.compared()).isEqualTo(new BeforeAfter(308, 318));
        assertThat(found.estimates()).hasSize(3);
        assertThat(found.estimates().get(0).low()).isCloseTo(1.4694, within(1e-4));
        assertThat(found.estimates().get(1).low()).isCloseTo(1.4031, within(1e-4));
        assertThat(found.estimates().get(1).high()).isCloseTo(2.6903, within(1e-4));
        assertThat(found.estimates().get(2).high()).isCloseTo(2.8842, within(1e-4));
        assertThat(found.verdict()).isEqualTo(Verdict.DECREASE);
        assertThat(FollowUpWords.verdict(found).sv()).isEqualTo("troligen 29–63 % färre");
        assertThat(FollowUpWords.verdict(found).en()).isEqualTo("probably 29–63% fewer");
        assertThat(FollowUpWords.sentence(found).sv()).endsWith("från 207 till 110.");
        assertThat(found.around()).hasSize(3).allSatisfy(around -> {
            assertThat(around.displacement().quotient()).isCloseTo(0.258186, within(1e-6));
            assertThat(around.displacement().totalNetEffect()).isCloseTo(130.5, within(0.05));
            assertThat(around.noQuotient()).isEmpty();
            assertThat(around.difference().total()).isEqualTo(-118);
            assertThat(around.difference().error()).isCloseTo(Math.sqrt(1568), within(1e-9));
        });
        assertThat(found.agrees()).isTrue();
    }

    @Test
    void several_years_before_count_as_one_year_where_incidents_are_told() {
        FollowUp found = FollowUp.of(reference(), referenceDesign(2));
        assertThat(found.target().before())
                .as("nothing happened in the year before that")
                .isEqualTo(207);
        assertThat(found.around().get(0).displacement().grossEffect()).isCloseTo(207 / 2.0 - 110, within(1e-9));
    }

    /** Wheeler and Ratcliffe's counts, each at a place of its own. */
    private static Incidents reference() {
        Incidents.Builder points = Incidents.builder(Crs.SWEREF99_TM, 1_600);
        at(points, 0, 207, 110);
        at(points, 120, 178, 157);
        at(points, 5_000, 308, 318);
        at(points, 5_120, 150, 140);
        return points.build();
    }

    private static void at(Incidents.Builder points, double x, int before, int after) {
        for (int i = 0; i < before + after; i++) {
            int minute = TimeSpan.minuteOf(LocalDateTime.of(i < before ? 2024 : 2025, 9, 3, 12, 0));
            points.add(0, 1, x, 0, PlacePrecision.ADDRESS, minute, minute + 1, "SKA", 1);
        }
    }

    private static FollowUpDesign referenceDesign(int years) {
        Geometry target = METRES.createPoint(new Coordinate(0, 0)).buffer(50);
        Geometry compared = METRES.createPoint(new Coordinate(5_000, 0)).buffer(50);
        return new FollowUpDesign(target, FollowUpWindows.of(DONE, 1, 12, years), WIDTHS, List.of(compared));
    }

    @Test
    void without_a_comparison_there_are_counts_and_no_verdict() {
        FollowUpDesign with = referenceDesign(1);
        FollowUp found =
                FollowUp.of(reference(), new FollowUpDesign(with.target(), with.windows(), with.widths(), List.of()));
        assertThat(found.target()).isEqualTo(new BeforeAfter(207, 110));
        assertThat(found.estimate()).isNull();
        assertThat(FollowUpWords.verdict(found).sv()).isEqualTo("ingen jämförelse");
        assertThat(FollowUpWords.sentence(found).sv())
                .contains("från 207 till 110")
                .contains("Utan jämförelseområde");
    }

    @Test
    void an_interval_that_holds_no_change_is_never_called_an_effect() {
        Incidents.Builder points = Incidents.builder(Crs.SWEREF99_TM, 600);
        at(points, 0, 20, 14);
        at(points, 120, 40, 42);
        at(points, 5_000, 100, 100);
        FollowUp found = FollowUp.of(points.build(), referenceDesign(1));
        assertThat(found.estimates().get(1).ratio()).isGreaterThan(1.3);
        assertThat(FollowUpWords.verdict(found).sv()).isEqualTo("ingen säker förändring");
        assertThat(FollowUpWords.sentence(found).sv())
                .isEqualTo(
                        "Ingen säker förändring. Antalet gick från 20 till 14; jämfört med jämförelseområdet kan det ha"
                                + " blivit allt från 69 % färre till 58 % fler.");
        List<String> words =
                new ArrayList<>(List.of(FollowUpWords.sentence(found).sv()));
        FollowUpWords.notes(found).forEach(note -> words.add(note.sv()));
        assertThat(words).noneMatch(said -> said.contains("effekt"));
    }

    @Test
    void a_target_that_got_worse_has_no_quotient_and_says_why() {
        Incidents.Builder points = Incidents.builder(Crs.SWEREF99_TM, 600);
        at(points, 0, 20, 60);
        at(points, 120, 40, 42);
        at(points, 5_000, 100, 100);
        FollowUp found = FollowUp.of(points.build(), referenceDesign(1));
        assertThat(found.verdict()).isEqualTo(Verdict.INCREASE);
        assertThat(FollowUpWords.verdict(found).sv()).startsWith("troligen").endsWith("% fler");
        assertThat(found.around().get(0).displacement().quotient()).isNaN();
        assertThat(found.around().get(0).noQuotient()).isEqualTo("no-success");
    }

    @Test
    void few_incidents_a_peak_and_what_moved_next_door_are_said() {
        Incidents.Builder points = Incidents.builder(Crs.SWEREF99_TM, 900);
        at(points, 0, 12, 2);
        at(points, 120, 40, 80);
        at(points, 5_000, 100, 100);
        for (int year = 2022; year <= 2023; year++) {
            int minute = TimeSpan.minuteOf(LocalDateTime.of(year, 9, 3, 12, 0));
            points.add(0, 1, 0, 0, PlacePrecision.ADDRESS, minute, minute + 1, "SKA", 1);
        }
        FollowUp found = FollowUp.of(points.build(), referenceDesign(1));
        assertThat(FollowUpWords.notes(found)).extracting(Said::code).contains("few", "peak", "moved");
        assertThat(found.peak().earlier()).isEqualTo(1);
        assertThat(FollowUpWords.notes(found))
                .filteredOn(note -> note.code().equals("peak"))
                .singleElement()
                .extracting(Said::sv)
                .asString()
                .contains("12 mot 1")
                .contains("92 %");
    }

    @Test
    void no_earlier_years_are_said_to_be_unknown() {
        FollowUpDesign design = referenceDesign(1);
        FollowUp found = FollowUp.of(design, FollowUp.count(reference(), design), YearMonth.of(2024, 1));
        assertThat(found.peak().rounds()).isZero();
        assertThat(FollowUpWords.notes(found)).extracting(Said::code).contains("peak-unknown");
    }

    @Test
    void usual_widths_are_three_between_a_hundred_and_two_hundred_metres() {
        assertThat(FollowUpDesign.usualWidths(
                        METRES.createPoint(new Coordinate(0, 0)).buffer(20)))
                .containsExactly(100.0, 150.0, 200.0);
        assertThat(FollowUpDesign.usualWidths(
                        METRES.createPoint(new Coordinate(0, 0)).buffer(900)))
                .containsExactly(150.0, 175.0, 200.0);
    }

    @Test
    void refuses_what_is_no_design() {
        FollowUpWindows windows = FollowUpWindows.of(DONE, 1, 12, 1);
        Geometry area = square(0, 0, 100);
        assertThatThrownBy(
                        () -> new FollowUpDesign(METRES.createPoint(new Coordinate(0, 0)), windows, WIDTHS, List.of()))
                .hasMessageContaining("no area");
        assertThatThrownBy(() -> new FollowUpDesign(area, windows, List.of(100.0), List.of()))
                .hasMessageContaining("must be 3");
        assertThatThrownBy(() -> new FollowUpDesign(area, windows, List.of(100.0, 90.0, 200.0), List.of()))
                .hasMessageContaining("must rise");
        assertThatThrownBy(() -> FollowUpWindows.of(DONE, 0, 12, 1)).hasMessageContaining("leftOut is 0");
        assertThatThrownBy(() -> FollowUpWindows.of(DONE, 1, 37, 1)).hasMessageContaining("months is 37");
        assertThatThrownBy(() -> FollowUpWindows.of(DONE, 1, 12, 4)).hasMessageContaining("years is 4");
    }
}
