package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

class TimeOfIncidentsTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void counts_weekday_and_hour_where_the_hour_is_known() {
        Incidents incidents = incidents(List.of(
                TimeSpan.at(LocalDateTime.parse("2026-11-23T00:05")),
                TimeSpan.at(LocalDateTime.parse("2026-11-22T23:59")),
                TimeSpan.between(LocalDateTime.parse("2026-11-20T17:30"), LocalDateTime.parse("2026-11-20T18:29")),
                TimeSpan.on(LocalDate.parse("2026-11-21")),
                TimeSpan.in(YearMonth.parse("2026-11")),
                TimeSpan.UNKNOWN));
        WeekHour weekHour = WeekHour.of(incidents, rows(6));
        assertThat(weekHour.count()[DayOfWeek.MONDAY.ordinal()][0]).isEqualTo(1);
        assertThat(weekHour.count()[DayOfWeek.SUNDAY.ordinal()][23]).isEqualTo(1);
        assertThat(weekHour.count()[DayOfWeek.FRIDAY.ordinal()][17]).isEqualTo(1);
        assertThat(weekHour.known()).isEqualTo(3);
        assertThat(weekHour.isTooFew()).isTrue();
        assertThat(WeekHour.weekdays(incidents, rows(6))).containsExactly(1, 0, 0, 0, 1, 1, 1);
    }

    @Test
    void agrees_with_the_calendar_on_every_month_of_four_centuries() {
        for (LocalDate day = LocalDate.of(1850, 1, 1); day.getYear() < 2250; day = day.plusDays(1)) {
            assertThat(MonthBars.monthOfDay((int) day.toEpochDay()))
                    .isEqualTo(day.getYear() * 12 + day.getMonthValue() - 1);
        }
    }

    @Test
    void shows_months_without_incidents_and_counts_those_without_a_month() {
        MonthBars bars = MonthBars.of(incidents(List.of(
                TimeSpan.in(YearMonth.parse("2025-11")),
                TimeSpan.at(LocalDateTime.parse("2026-02-28T23:59")),
                TimeSpan.on(LocalDate.parse("2026-02-01")),
                TimeSpan.between(LocalDateTime.parse("2026-01-01T00:00"), LocalDateTime.parse("2026-03-01T00:00")),
                TimeSpan.UNKNOWN)));
        assertThat(bars.first()).isEqualTo(YearMonth.parse("2025-11"));
        assertThat(bars.count()).containsExactly(1, 0, 0, 2);
        assertThat(bars.unknown()).isEqualTo(2);
        assertThat(bars.month(3)).isEqualTo(YearMonth.parse("2026-02"));
    }

    @Test
    void knows_where_the_sun_stands() {
        // summer solstice at noon: 90 - latitude + 23.44; equinox sunrise near six
        Darkness herrljunga = Darkness.at(13.02, 58.08, STOCKHOLM);
        double noon = IntStream.range(0, 1440)
                .mapToDouble(minute -> herrljunga.sunDegrees(
                        ZonedDateTime.parse("2026-06-21T00:00:00Z").toEpochSecond() + 60L * minute))
                .max()
                .orElseThrow();
        assertThat(noon).isCloseTo(90 - 58.08 + 23.44, within(0.05));
        Darkness equator = Darkness.at(0, 0, ZoneId.of("UTC"));
        assertThat(equator.sunDegrees(
                        ZonedDateTime.parse("2026-03-20T06:07:30Z").toEpochSecond()))
                .isCloseTo(0, within(0.2));
    }

    @Test
    void calls_it_dark_after_civil_twilight_by_the_wall_clock() {
        Darkness herrljunga = Darkness.at(13.02, 58.08, STOCKHOLM);
        assertThat(herrljunga.isDark(minute("2026-12-21T15:00"))).isFalse();
        assertThat(herrljunga.isDark(minute("2026-12-21T17:00"))).isTrue();
        assertThat(herrljunga.isDark(minute("2026-06-21T21:30"))).isFalse();
        assertThat(herrljunga.isDark(minute("2026-06-21T12:00"))).isFalse();
        assertThat(herrljunga.isDark(minute("2026-01-15T07:00"))).isTrue();
        assertThat(herrljunga.isDark(minute("2026-01-15T09:30"))).isFalse();
    }

    @Test
    void gives_the_dark_share_only_when_enough_hours_are_known() {
        List<TimeSpan> nights = IntStream.range(0, 20)
                .mapToObj(i -> TimeSpan.at(LocalDateTime.parse(i < 15 ? "2026-12-21T22:00" : "2026-12-21T12:00")))
                .toList();
        Darkness herrljunga = Darkness.at(13.02, 58.08, STOCKHOLM);
        assertThat(herrljunga.share(incidents(nights), rows(20))).hasValue(0.75);
        assertThat(herrljunga.share(incidents(nights), rows(19))).isEmpty();
        assertThatThrownBy(() -> Darkness.at(200, 0, STOCKHOLM)).hasMessageContaining("200.0");
    }

    private static int minute(String time) {
        return TimeSpan.minuteOf(LocalDateTime.parse(time));
    }

    private static int[] rows(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static Incidents incidents(List<TimeSpan> times) {
        Incidents.Builder builder = Incidents.builder(Crs.SWEREF99_TM, times.size());
        for (TimeSpan time : times) {
            builder.add(0, 1, 0, 0, PlacePrecision.ADDRESS, time.fromMinute(), time.toMinute(), "SKA", 1);
        }
        return builder.build();
    }
}
