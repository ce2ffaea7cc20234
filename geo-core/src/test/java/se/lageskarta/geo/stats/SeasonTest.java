package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

class SeasonTest {
    /** Four years of months that rise by one a month, with a season. */
    private static double[] risingYears() {
        double[] season = {5, 3, 0, -2, -4, -6, -5, -2, 0, 2, 4, 5};
        return IntStream.range(0, 48).mapToDouble(i -> 100 + i + season[i % 12]).toArray();
    }

    @Test
    void a_straight_rise_with_a_fixed_season_is_divided_without_remainder() {
        for (Stl stl : new Stl[] {Stl.periodic(risingYears(), 12), Stl.robust(risingYears(), 12, 7)}) {
            for (int i = 0; i < 48; i++) {
                assertThat(stl.remainder()[i]).isCloseTo(0, within(1.0));
                assertThat(stl.trend()[i]).isCloseTo(100 + i, within(1.0));
                assertThat(stl.seasonal()[i] + stl.trend()[i] + stl.remainder()[i])
                        .isCloseTo(risingYears()[i], within(1e-9));
            }
        }
    }

    @Test
    void one_odd_month_hardly_moves_the_robust_season() {
        SplittableRandom random = new SplittableRandom(9);
        double[] series = risingYears();
        Arrays.setAll(series, i -> series[i] + random.nextDouble(-4, 4));
        series[20] += 200;
        Stl robust = Stl.robust(series, 12, 7);
        assertThat(robust.remainder()[20]).isGreaterThan(150);
        assertThat(robust.trend()[20]).isCloseTo(120, within(8.0));
        assertThat(Math.abs(Stl.periodic(series, 12).trend()[20] - 120)).isGreaterThan(8);
    }

    @Test
    void the_plain_season_is_the_mean_deviation_from_the_moving_year() {
        double[] figure = SeasonalMeans.of(risingYears(), 12).figure();
        assertThat(figure).containsExactly(new double[] {5, 3, 0, -2, -4, -6, -5, -2, 0, 2, 4, 5}, within(1e-9));
        assertThat(Arrays.stream(SeasonalMeans.of(new double[] {1, 5, 3, 2, 7, 4}, 3)
                                .figure())
                        .sum())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void a_rise_hidden_by_the_season_is_seen_season_by_season() {
        double[] series = IntStream.range(0, 36)
                .mapToDouble(i -> 100 * Math.sin(i * Math.PI / 6) + 2.0 * (i / 12))
                .toArray();
        assertThat(MannKendall.of(series).p()).isGreaterThan(0.2);
        SeasonalMannKendall seasonal = SeasonalMannKendall.of(series, 12);
        assertThat(seasonal.s()).isEqualTo(36);
        assertThat(seasonal.variance()).isCloseTo(12 * 3 * 2 * 11 / 18.0, within(1e-9));
        assertThat(seasonal.p()).isLessThan(1e-6);
        assertThat(SeasonalMannKendall.of(new double[30], 12)).isEqualTo(new SeasonalMannKendall(0, 0, 0, 1));
    }

    @Test
    void the_median_slope_does_not_mind_an_odd_value() {
        double[] series = IntStream.range(0, 30).mapToDouble(i -> 3 + 0.5 * i).toArray();
        series[7] = 900;
        SenSlope sen = SenSlope.of(series);
        assertThat(sen.slope()).isEqualTo(0.5);
        assertThat(sen.low()).isLessThanOrEqualTo(0.5);
        assertThat(sen.high()).isGreaterThanOrEqualTo(0.5);
        assertThat(SenSlope.of(new double[] {1, 2}).high()).isInfinite();
    }

    @Test
    void the_interval_of_the_slope_holds_zero_about_as_often_as_the_test_finds_no_trend() {
        SplittableRandom random = new SplittableRandom(11);
        int differ = 0;
        for (int i = 0; i < 200; i++) {
            double drift = i % 2 == 0 ? 0 : 0.02;
            double[] series = IntStream.range(0, 24)
                    .mapToDouble(t -> random.nextDouble() + drift * t)
                    .toArray();
            SenSlope sen = SenSlope.of(series);
            boolean holdsZero = sen.low() <= 0 && sen.high() >= 0;
            differ += holdsZero == MannKendall.of(series).p() < 0.05 ? 1 : 0;
        }
        assertThat(differ).isLessThan(12);
    }

    @Test
    void an_odd_number_of_residuals_has_one_middle() {
        SplittableRandom random = new SplittableRandom(4);
        for (int n = 3; n < 120; n += 2) {
            double[] values = random.doubles(n).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(PartialSort.sumOfMiddles(values)).isEqualTo(2 * sorted[n / 2]);
        }
        for (int n = 2; n < 120; n += 2) {
            double[] values = random.doubles(n).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            // one of the two middles at least is the true one
            double other = PartialSort.sumOfMiddles(values) - sorted[n / 2];
            double lower = PartialSort.sumOfMiddles(values) - sorted[n / 2 - 1];
            assertThat(Arrays.stream(sorted).anyMatch(v -> Math.abs(v - other) < 1e-12 || Math.abs(v - lower) < 1e-12))
                    .isTrue();
        }
    }

    @Test
    void a_night_between_two_days_is_spread_over_its_hours() {
        Incidents.Builder rows = Incidents.builder(Crs.SWEREF99_TM, 4);
        // 2026-01-02 is a Friday
        add(rows, 1, TimeSpan.between(LocalDateTime.of(2026, 1, 2, 18, 0), LocalDateTime.of(2026, 1, 3, 5, 59)));
        add(rows, 2, TimeSpan.at(LocalDateTime.of(2026, 1, 5, 12, 30)));
        add(rows, 3, TimeSpan.UNKNOWN);
        add(rows, 4, TimeSpan.in(YearMonth.of(2026, 1)));
        AoristicWeek week = AoristicWeek.of(rows.build(), new int[] {0, 1, 2, 3});
        assertThat(week.known()).isEqualTo(2);
        assertThat(week.exact()).isEqualTo(1);
        assertThat(week.unknown()).isEqualTo(2);
        assertThat(week.weight()[4][18]).isCloseTo(1 / 12.0, within(1e-12));
        assertThat(week.weight()[5][5]).isCloseTo(1 / 12.0, within(1e-12));
        assertThat(week.weight()[5][6]).isZero();
        assertThat(week.weight()[0][12]).isEqualTo(1);
        assertThat(Arrays.stream(week.hours()).sum()).isCloseTo(2, within(1e-12));
        assertThat(week.isTooFew()).isTrue();
    }

    @Test
    void an_incident_of_a_winter_day_and_night_counts_by_its_dark_part() {
        Incidents.Builder rows = Incidents.builder(Crs.SWEREF99_TM, 20);
        int[] all = IntStream.range(0, 20).toArray();
        for (int i : all) {
            add(rows, i + 1, TimeSpan.on(LocalDateTime.of(2026, 1, 2 + i, 0, 0).toLocalDate()));
        }
        Darkness stockholm = Darkness.at(18, 59.3, ZoneId.of("Europe/Stockholm"));
        double share = AoristicWeek.darkShare(rows.build(), all, stockholm).orElseThrow();
        // about eight hours of day and twilight
        assertThat(share).isBetween(0.62, 0.7);
        assertThat(AoristicWeek.darkShare(rows.build(), new int[] {0, 1}, stockholm))
                .isEmpty();
    }

    @Test
    void refuses_series_that_are_too_short() {
        assertThatThrownBy(() -> Stl.periodic(new double[24], 12)).hasMessageContaining("more than two periods");
        assertThatThrownBy(() -> Stl.robust(new double[40], 12, 6)).hasMessageContaining("window is 6");
        assertThatThrownBy(() -> Stl.periodic(new double[] {1, Double.NaN, 2, 3, 4}, 2))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> SeasonalMeans.of(new double[23], 12)).hasMessageContaining("two periods");
        assertThatThrownBy(() -> SeasonalMannKendall.of(new double[12], 12)).hasMessageContaining("more than a period");
        assertThatThrownBy(() -> SenSlope.of(new double[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SenSlope.of(new double[SenSlope.MOST + 1])).hasMessageContaining("at most");
    }

    private static void add(Incidents.Builder rows, long id, TimeSpan time) {
        rows.add(new Incident(id, 1, id, 500_000, 6_500_000, PlacePrecision.ADDRESS, time, "inbrott", "inbrott", 1));
    }
}
