package se.lageskarta.geo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class GuessRiskTest {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final SimulatedYear YEAR =
            new SimulatedYear(SmallMunicipality.INCIDENTS_A_YEAR, SmallMunicipality.SHARE_AT_HOMES);

    @Test
    void in_forty_small_municipalities_a_release_shows_most_and_names_nobody() {
        List<GuessRisk> risks = new ArrayList<>();
        for (long seed = 1; seed <= 40; seed++) {
            risks.add(Guesser.simulate(plan(new SmallMunicipality(seed)), YEAR, 1, seed));
        }
        GuessRisk risk = GuessRisk.over(risks);
        assertThat(risk.worlds()).isEqualTo(40);
        assertThat(risk.atHomesAmongFew()).isZero();
        assertThat(risk.dominated()).isZero();
        assertThat(risk.bestGuess()).isLessThanOrEqualTo(0.02);
        assertThat(risk.worstGuess()).isLessThanOrEqualTo(0.02);
        assertThat(risk.guessedRight()).isCloseTo(risk.bestGuess(), within(0.002));
        assertThat(risk.shown()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void where_the_layer_tells_no_households_shops_count_as_homes_and_nobody_is_named_either() {
        List<GuessRisk> risks = new ArrayList<>();
        for (long seed = 1; seed <= 5; seed++) {
            SmallMunicipality municipality = new SmallMunicipality(seed);
            int[] households = municipality.dwellings.households().clone();
            Arrays.fill(households, 1);
            Dwellings addresses = new Dwellings(
                    municipality.dwellings.crs(), municipality.dwellings.x(), municipality.dwellings.y(), households);
            risks.add(Guesser.simulate(plan(addresses, municipality.border), YEAR, 1, seed));
        }
        GuessRisk risk = GuessRisk.over(risks);
        assertThat(risk.atHomesAmongFew()).isZero();
        assertThat(risk.dominated()).isZero();
        assertThat(risk.worstGuess()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void the_same_seed_gives_the_same_measure() {
        ReleasePlan plan = plan(new SmallMunicipality(3));
        assertThat(Guesser.simulate(plan, YEAR, 3, 5)).isEqualTo(Guesser.simulate(plan, YEAR, 3, 5));
        assertThat(Guesser.simulate(plan, YEAR, 3, 5)).isNotEqualTo(Guesser.simulate(plan, YEAR, 3, 6));
    }

    @Test
    void numbers_of_few_households_would_be_found_out() {
        SmallWorld world = new SmallWorld(2).outside(0, "other", 3).outside(1, "other", 9);
        for (int home = 0; home < 8; home++) {
            world.atHome(0, home, "other", 1);
        }
        ReleasePlan plan = plan(world);
        GuessRisk risk =
                Guesser.measure(plan, world.incidents(), ReleaseTable.compose(plan, world.incidents(), List.of()), 1);
        assertThat(risk.atHomes()).isEqualTo(8);
        assertThat(risk.bestGuess()).as("56 households").isCloseTo(1 / 56.0, within(1e-9));
        assertThat(risk.shown()).isEqualTo(1);
        assertThat(risk.shownInSquares()).isEqualTo(1);
        assertThat(risk.atHomesAmongFew()).isZero();
    }

    @Test
    void what_is_left_of_a_total_is_looked_at_too() {
        SmallWorld world =
                new SmallWorld(3).outside(0, "other", 40).outside(1, "other", 4).outside(2, "other", 2);
        world.atHome(1, 1, "other", 0).atHome(2, 2, "other", 1);
        ReleasePlan plan = plan(world);
        ReleaseTable table = ReleaseTable.compose(plan, world.incidents(), List.of());
        assertThat(table.totals().get(0).isTold()).isTrue();
        assertThat(table.cell(2, 0).isTold()).isFalse();
        GuessRisk risk = Guesser.measure(plan, world.incidents(), table, 1);
        assertThat(risk.bestGuess()).as("of two areas' households").isCloseTo(1 / 112.0, within(1e-9));
    }

    @Test
    void refuses_years_and_worlds_that_cannot_be() {
        assertThatThrownBy(() -> new SimulatedYear(-1, 0.5)).hasMessageContaining("count is -1");
        assertThatThrownBy(() -> new SimulatedYear(1, 1.5)).hasMessageContaining("shareAtHomes is 1.5");
        SmallWorld world = new SmallWorld(1);
        assertThatThrownBy(() -> Guesser.simulate(plan(world), YEAR, 0, 1)).hasMessageContaining("worlds is 0");
    }

    private static ReleasePlan plan(SmallMunicipality municipality) {
        return plan(municipality.dwellings, municipality.border);
    }

    private static ReleasePlan plan(Dwellings dwellings, Geometry border) {
        return new ReleasePlan(
                ReleaseAreas.of(dwellings, border, AreaRule.PUBLIC),
                dwellings,
                List.of(ReleaseSeries.ALL),
                JANUARY,
                DECEMBER,
                ShowRule.DEFAULT,
                true,
                null);
    }

    private static ReleasePlan plan(SmallWorld world) {
        return new ReleasePlan(
                world.areas,
                world.dwellings,
                List.of(ReleaseSeries.ALL),
                JANUARY,
                DECEMBER,
                ShowRule.DEFAULT,
                true,
                null);
    }
}
