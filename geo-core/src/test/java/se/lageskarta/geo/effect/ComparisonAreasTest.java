package se.lageskarta.geo.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.effect.RatedArea.Grade;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

/** Which places are fair to compare with, and why the others are not. */
class ComparisonAreasTest {
    private static final GeometryFactory METRES = new GeometryFactory();
    private static final FollowUpDesign DESIGN = new FollowUpDesign(
            place(0), FollowUpWindows.of(LocalDate.of(2025, 6, 17), 1, 12, 1), List.of(100.0, 150.0, 200.0), List.of());

    private final Incidents.Builder points = Incidents.builder(Crs.SWEREF99_TM, 500);

    @Test
    void alike_comes_first_and_each_of_the_others_has_its_reason() {
        at(0, "SKA", 30, 28);
        at(1_000, "SKA", 33, 30);
        at(2_000, "STO", 30, 28);
        at(3_000, "SKA", 200, 190);
        at(4_000, "SKA", 30, 4);
        at(300, "SKA", 30, 30);
        at(6_000, "SKA", 30, 30);
        at(7_000, "SKA", 2, 2);
        List<RatedArea> rated = areas(YearMonth.of(2020, 1))
                .rate(
                        List.of(
                                candidate("busy", 3_000),
                                candidate("like", 1_000),
                                candidate("other-types", 2_000),
                                candidate("other-trend", 4_000),
                                candidate("near", 300),
                                candidate("worked-on", 6_000),
                                candidate("empty", 7_000)),
                        Map.of("Ny belysning", place(6_000)));
        assertThat(rated).extracting(each -> each.candidate().id()).startsWith("like");
        assertThat(rated.get(0).grade()).isEqualTo(Grade.GOOD);
        assertThat(rated.get(0).types()).isCloseTo(1, within(1e-12));
        assertThat(grade(rated, "busy")).isEqualTo(Grade.POOR);
        assertThat(grade(rated, "other-types")).isEqualTo(Grade.POOR);
        assertThat(grade(rated, "other-trend")).isEqualTo(Grade.POOR);
        assertThat(why(rated, "near", Grade.UNFIT)).contains("närmare än 400 m");
        assertThat(why(rated, "worked-on", Grade.UNFIT)).isEqualTo("en annan åtgärd där i perioden: Ny belysning");
        assertThat(why(rated, "empty", Grade.UNFIT)).isEqualTo("2 händelser före, platsen 30");
    }

    @Test
    void the_order_of_the_candidates_does_not_matter() {
        at(0, "SKA", 30, 28);
        at(1_000, "SKA", 33, 30);
        at(2_000, "SKA", 33, 30);
        ComparisonAreas areas = areas(YearMonth.of(2020, 1));
        assertThat(areas.rate(List.of(candidate("b", 1_000), candidate("a", 2_000)), Map.of()))
                .isEqualTo(areas.rate(List.of(candidate("a", 2_000), candidate("b", 1_000)), Map.of()));
    }

    @Test
    void what_happened_before_the_data_begin_is_not_taken_for_nothing() {
        at(0, "SKA", 30, 0);
        at(1_000, "SKA", 30, 0);
        RatedArea rated = areas(YearMonth.of(2024, 1))
                .rate(List.of(candidate("a", 1_000)), Map.of())
                .get(0);
        assertThat(rated.trend()).isNull();
        assertThat(rated.grade()).as("unknown is not good").isEqualTo(Grade.FAIR);
    }

    @Test
    void land_use_counts_when_both_are_known() {
        at(0, "SKA", 30, 28);
        at(1_000, "SKA", 30, 28);
        ComparisonCandidate woods = new ComparisonCandidate("a", "hotspot", "", place(1_000), Map.of("green", 1.0));
        ComparisonAreas areas = new ComparisonAreas(
                points.build(), DESIGN, YearMonth.of(2020, 1), Map.of("buildings", 0.8, "green", 0.2));
        RatedArea rated = areas.rate(List.of(woods), Map.of()).get(0);
        assertThat(rated.landUse()).isCloseTo(0.2, within(1e-12));
        assertThat(rated.grade()).isEqualTo(Grade.FAIR);
    }

    @Test
    void squares_as_large_and_as_busy_are_offered_where_nobody_named_a_place() {
        at(0, "SKA", 30, 28);
        at(1_000, "SKA", 28, 28);
        at(3_000, "SKA", 90, 90);
        List<ComparisonCandidate> cells = areas(YearMonth.of(2020, 1)).cells();
        assertThat(cells).hasSize(2);
        assertThat(cells.get(0).area().covers(METRES.createPoint(new Coordinate(1_000, 0))))
                .isTrue();
        assertThat(cells).noneMatch(cell -> cell.area().distance(DESIGN.target()) < 400);
        assertThat(cells.get(0).id()).matches("cell:\\d+:-?\\d+:-?\\d+");
    }

    private ComparisonAreas areas(YearMonth firstMonth) {
        return new ComparisonAreas(points.build(), DESIGN, firstMonth, Map.of());
    }

    private static Grade grade(List<RatedArea> rated, String id) {
        return rated.stream()
                .filter(each -> each.candidate().id().equals(id))
                .findFirst()
                .orElseThrow()
                .grade();
    }

    private static String why(List<RatedArea> rated, String id, Grade grade) {
        return rated.stream()
                .filter(each -> each.candidate().id().equals(id))
                .flatMap(each -> each.reasons().stream())
                .filter(reason -> reason.grade() == grade)
                .findFirst()
                .orElseThrow()
                .said()
                .sv();
    }

    private static ComparisonCandidate candidate(String id, double x) {
        return new ComparisonCandidate(id, "hotspot", id, place(x), Map.of());
    }

    private static Geometry place(double x) {
        return METRES.createPoint(new Coordinate(x, 0)).buffer(60);
    }

    /** Counts in the year before the measure and in the year before that, over its months. */
    private void at(double x, String type, int before, int earlier) {
        for (int i = 0; i < before + earlier; i++) {
            YearMonth month = YearMonth.of(i < before ? 2025 : 2024, 5).minusMonths(i % 12);
            int minute = TimeSpan.minuteOf(month.atDay(10).atTime(12, 0));
            points.add(0, 1, x, 0, PlacePrecision.ADDRESS, minute, minute + 1, type, 1);
        }
    }
}
