package se.lageskarta.geo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.privacy.GateAnswer.Rule;

class ReleaseTableTest {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final ReleaseSeries GRAFFITI = new ReleaseSeries("graffiti", List.of("graffiti", "vandalism"));
    private static final ReleaseSeries THEFT = new ReleaseSeries("theft", List.of("bicycle-theft", "car-theft"));

    @Test
    void a_cell_is_shown_when_it_is_not_small_and_not_about_one_home() {
        SmallWorld world = new SmallWorld(6)
                .outside(0, "other", 5)
                .outside(1, "other", 4)
                .atHome(2, 0, "other", 6)
                .outside(2, "other", 5)
                .atHome(3, 0, "other", 5)
                .outside(3, "other", 5)
                .atHome(4, 0, "other", 2)
                .atHome(4, 7, "other", 3);
        ReleaseTable table = compose(world, false);
        assertThat(reasons(table))
                .containsExactly(null, WhyHidden.FEW, WhyHidden.DWELLING, null, WhyHidden.DWELLING, WhyHidden.FEW);
        assertThat(table.cell(0, 0).told()).isEqualTo(5);
        assertThat(table.cell(1, 0).told()).isZero();
        assertThat(table.shown()).isEqualTo(15);
        assertThat(table.placed()).isEqualTo(35);
        assertThat(table.totals().get(0).why()).isEqualTo(WhyHidden.NOT_ASKED);
    }

    @Test
    void many_incidents_on_one_coordinate_far_from_all_addresses_are_one_home_and_beside_a_shop_they_are_none() {
        SmallWorld far = new SmallWorld(2).outside(0, "other", 4).at(250, 480, "other", 8);
        assertThat(reasons(compose(far, false))).containsExactly(WhyHidden.DWELLING, WhyHidden.FEW);

        Dwellings homes = far.dwellings;
        int last = homes.size();
        double[] x = Arrays.copyOf(homes.x(), last + 1);
        double[] y = Arrays.copyOf(homes.y(), last + 1);
        int[] households = Arrays.copyOf(homes.households(), last + 1);
        x[last] = SmallWorld.EAST + 255;
        y[last] = SmallWorld.NORTH + 480;
        Dwellings withShop = new Dwellings(Crs.SWEREF99_TM, x, y, households);
        ReleasePlan plan = new ReleasePlan(
                far.areas, withShop, List.of(ReleaseSeries.ALL), JANUARY, DECEMBER, ShowRule.DEFAULT, false, null);
        assertThat(reasons(ReleaseTable.compose(plan, far.incidents(), List.of())))
                .containsExactly(null, WhyHidden.FEW);
    }

    @Test
    void a_total_that_would_tell_a_hidden_number_costs_the_smallest_cell() {
        SmallWorld world = new SmallWorld(4)
                .outside(0, "other", 30)
                .outside(1, "other", 8)
                .outside(2, "other", 20)
                .outside(3, "other", 2);
        ReleaseTable table = compose(world, true);
        assertThat(table.totals().get(0).told()).isEqualTo(60);
        assertThat(reasons(table)).containsExactly(null, WhyHidden.COMPLEMENTARY, null, WhyHidden.FEW);
        assertThat(table.numbers()).hasSize(3);
    }

    @Test
    void incidents_without_a_place_count_in_the_total_where_that_tells_nothing() {
        SmallWorld few =
                new SmallWorld(2).outside(0, "other", 30).outside(1, "other", 8).unplaced("other", 3);
        ReleaseTable without = compose(few, true);
        assertThat(without.totals().get(0).told()).isEqualTo(38);
        assertThat(without.countsUnplaced()).isFalse();
        assertThat(without.unplaced()).isEqualTo(3);

        SmallWorld many =
                new SmallWorld(2).outside(0, "other", 30).outside(1, "other", 8).unplaced("other", 7);
        ReleaseTable with = compose(many, true);
        assertThat(with.totals().get(0).told()).isEqualTo(45);
        assertThat(with.countsUnplaced()).isTrue();
    }

    @Test
    void a_total_is_dropped_when_all_but_one_home_could_be_taken_away_from_it() {
        SmallWorld world =
                new SmallWorld(3).outside(0, "other", 30).outside(1, "other", 6).atHome(2, 0, "other", 35);
        ReleaseTable table = compose(world, true);
        assertThat(reasons(table)).containsExactly(null, null, WhyHidden.DWELLING);
        assertThat(table.totals().get(0).why()).isEqualTo(WhyHidden.COMPLEMENTARY);
    }

    @Test
    void groups_leave_enough_of_their_area_and_their_totals_are_not_told() {
        SmallWorld world = new SmallWorld(2)
                .outside(0, "graffiti", 6)
                .outside(0, "car-theft", 7)
                .outside(0, "other", 3)
                .outside(1, "graffiti", 9)
                .outside(1, "bicycle-theft", 6);
        ReleaseTable table = compose(world, true, GRAFFITI, THEFT);
        assertThat(reasons(table)).containsExactly(null, WhyHidden.COMPLEMENTARY, null, null, null, null);
        assertThat(table.totals().get(0).told()).isEqualTo(31);
        assertThat(table.totals().subList(1, 3)).extracting(ReleaseCell::why).containsOnly(WhyHidden.CROSSING);
    }

    @Test
    void a_group_is_told_where_the_area_itself_is_about_one_home() {
        SmallWorld world = new SmallWorld(2)
                .atHome(0, 0, "other", 30)
                .outside(0, "graffiti", 9)
                .outside(1, "other", 50);
        ReleaseTable table = compose(world, false, GRAFFITI);
        assertThat(reasons(table)).containsExactly(WhyHidden.DWELLING, null, null, WhyHidden.FEW);
    }

    @Test
    void what_was_told_before_keeps_its_number_although_data_were_corrected() {
        SmallWorld first = new SmallWorld(2).outside(0, "other", 12).outside(1, "other", 20);
        List<ToldNumber> history = compose(first, true).numbers();
        SmallWorld corrected = new SmallWorld(2).outside(0, "other", 3).outside(1, "other", 21);
        ReleaseTable again = ReleaseTable.compose(plan(corrected, true), corrected.incidents(), history);
        assertThat(again.cells()).extracting(ReleaseCell::told).containsExactly(12L, 20L);
        assertThat(again.cells()).extracting(ReleaseCell::kept).containsOnly(true);
        assertThat(again.totals().get(0).told()).isEqualTo(32);
        assertThat(again.numbers()).isEmpty();
    }

    @Test
    void the_next_year_is_told_beside_this_one_and_a_period_across_both_is_not() {
        SmallWorld world = new SmallWorld(2).outside(0, "other", 12).outside(1, "other", 20);
        List<ToldNumber> history = compose(world, true).numbers();
        ReleaseTable next = ReleaseTable.compose(
                plan(world, true, JANUARY.plusYears(1), DECEMBER.plusYears(1)), world.incidents(), history);
        assertThat(next.cells()).allMatch(ReleaseCell::isTold);
        ReleaseTable across = ReleaseTable.compose(
                plan(world, true, JANUARY.plusMonths(6), DECEMBER.plusMonths(6)), world.incidents(), history);
        assertThat(reasons(across)).containsOnly(WhyHidden.CROSSING);
        assertThat(across.totals().get(0).why()).isEqualTo(WhyHidden.CROSSING);
        assertThat(across.numbers()).isEmpty();
    }

    @Test
    void a_half_year_within_the_year_is_told_where_the_other_half_leaves_enough() {
        SmallWorld year = new SmallWorld(2).outside(0, "other", 12).outside(1, "other", 20);
        List<ToldNumber> history = compose(year, true).numbers();
        SmallWorld half = new SmallWorld(2).outside(0, "other", 9).outside(1, "other", 11);
        ReleaseTable table =
                ReleaseTable.compose(plan(half, true, JANUARY, YearMonth.of(2025, 6)), half.incidents(), history);
        assertThat(reasons(table)).containsExactly(WhyHidden.COMPLEMENTARY, null);
        assertThat(table.totals().get(0).why())
                .as("both areas' half year and one area's whole year")
                .isEqualTo(WhyHidden.CROSSING);
    }

    @Test
    void nothing_is_told_after_numbers_that_give_somebody_away_already() {
        SmallWorld world = new SmallWorld(2).outside(0, "other", 12).outside(1, "other", 20);
        CountedSet whole = CountedSet.over(world.areas.areas(), 500, false, JANUARY, DECEMBER, List.of());
        CountedSet part = CountedSet.over(world.areas.areas().subList(0, 1), 500, false, JANUARY, DECEMBER, List.of());
        List<ToldNumber> history =
                List.of(new ToldNumber("hela", whole, 30, 30), new ToldNumber("delen", part, 28, 28));
        ReleaseTable table = ReleaseTable.compose(plan(world, true), world.incidents(), history);
        assertThat(table.refusal().rule()).isEqualTo(Rule.REMAINDER);
        assertThat(table.refusal().whySv()).contains("delen");
        assertThat(table.cells()).noneMatch(ReleaseCell::isTold);
        assertThat(table.numbers()).isEmpty();
    }

    @Test
    void moving_incidents_within_an_area_changes_nothing_and_neither_does_their_order() {
        SmallWorld one = new SmallWorld(3);
        SmallWorld other = new SmallWorld(3);
        for (int area = 0; area < 3; area++) {
            for (int home = 0; home < 6; home++) {
                one.atHome(area, home, home < 4 ? "graffiti" : "other", 1 + area);
                other.atHome(2 - area, 7 - home, home < 4 ? "graffiti" : "other", 3 - area);
            }
        }
        assertThat(compose(other, true, GRAFFITI)).isEqualTo(compose(one, true, GRAFFITI));
    }

    @Test
    void with_noise_the_same_records_get_the_same_number_in_every_release() {
        SmallWorld world = new SmallWorld(4);
        for (int area = 0; area < 4; area++) {
            world.outside(area, "graffiti", 20 + area);
        }
        ReleasePlan plan = new ReleasePlan(
                world.areas,
                world.dwellings,
                List.of(ReleaseSeries.ALL, GRAFFITI),
                JANUARY,
                DECEMBER,
                ShowRule.DEFAULT,
                true,
                new CellKeys(5));
        ReleaseTable table = ReleaseTable.compose(plan, world.incidents(), List.of());
        for (int area = 0; area < 4; area++) {
            assertThat(table.cell(area, 1).told())
                    .as("the group is the whole area")
                    .isEqualTo(table.cell(area, 0).told());
            assertThat(Math.abs(table.cell(area, 0).told() - table.cell(area, 0).count()))
                    .isLessThanOrEqualTo(CellKeys.MOST);
        }
        assertThat(ReleaseTable.compose(plan, world.incidents(), table.numbers())
                        .cells())
                .extracting(ReleaseCell::told)
                .isEqualTo(table.cells().stream().map(ReleaseCell::told).toList());
        assertThat(table.numbers()).extracting(ToldNumber::value).contains(20L, 21L, 22L, 23L);
    }

    @Test
    void refuses_plans_whose_series_overlap_or_do_not_begin_with_all() {
        SmallWorld world = new SmallWorld(1);
        assertThatThrownBy(() -> compose(world, true, GRAFFITI, new ReleaseSeries("again", List.of("graffiti"))))
                .hasMessageContaining("graffiti is in two series");
        assertThatThrownBy(() -> compose(world, true, new ReleaseSeries("none", List.of())))
                .hasMessageContaining("none has no types");
        assertThatThrownBy(() -> compose(world, true, s("a"), s("b"), s("c"), s("d")))
                .hasMessageContaining("series are 5");
        assertThatThrownBy(() -> new ReleasePlan(
                        world.areas, world.dwellings, List.of(THEFT), JANUARY, DECEMBER, ShowRule.DEFAULT, true, null))
                .hasMessageContaining("begin");
        assertThatThrownBy(() -> plan(world, true, DECEMBER, JANUARY)).hasMessageContaining("before");
        assertThatThrownBy(() -> ReleaseTable.compose(plan(world, true), Incidents.empty(new Crs(3007)), List.of()))
                .hasMessageContaining("incidents are in");
        assertThatThrownBy(() -> new ShowRule(2, 1, 0.5, 30)).hasMessageContaining("least is 2");
        assertThatThrownBy(() -> new ShowRule(5, 3, 0.6, 30)).hasMessageContaining("largestShare");
    }

    private static ReleaseSeries s(String code) {
        return new ReleaseSeries(code, List.of(code));
    }

    private static ReleaseTable compose(SmallWorld world, boolean totals, ReleaseSeries... groups) {
        return ReleaseTable.compose(plan(world, totals, JANUARY, DECEMBER, groups), world.incidents(), List.of());
    }

    private static ReleasePlan plan(SmallWorld world, boolean totals) {
        return plan(world, totals, JANUARY, DECEMBER);
    }

    private static ReleasePlan plan(
            SmallWorld world, boolean totals, YearMonth from, YearMonth to, ReleaseSeries... groups) {
        List<ReleaseSeries> series = new ArrayList<>(List.of(ReleaseSeries.ALL));
        series.addAll(List.of(groups));
        return new ReleasePlan(world.areas, world.dwellings, series, from, to, ShowRule.DEFAULT, totals, null);
    }

    private static List<@Nullable WhyHidden> reasons(ReleaseTable table) {
        List<@Nullable WhyHidden> reasons = new ArrayList<>();
        table.cells().forEach(cell -> reasons.add(cell.why()));
        return reasons;
    }
}
