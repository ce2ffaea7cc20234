package se.lageskarta.service.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.incident.TimeSpan;

class TimeTextTest {
    @Test
    void a_known_minute_is_told_to_the_minute() {
        assertThat(of(TimeSpan.at(LocalDateTime.of(2026, 1, 31, 23, 5))))
                .isEqualTo(new TimeText("minute", "2026-01-31T23:05", "2026-01-31T23:05"));
    }

    @Test
    void a_day_and_a_month_are_told_by_their_first_and_last_day() {
        assertThat(of(TimeSpan.on(LocalDate.of(2024, 2, 29))))
                .isEqualTo(new TimeText("day", "2024-02-29", "2024-02-29"));
        assertThat(of(TimeSpan.in(YearMonth.of(2024, 2)))).isEqualTo(new TimeText("month", "2024-02-01", "2024-02-29"));
    }

    @Test
    void an_evening_and_a_weekend_are_spans() {
        assertThat(of(TimeSpan.between(LocalDateTime.of(2026, 1, 30, 18, 0), LocalDateTime.of(2026, 1, 31, 2, 0))))
                .isEqualTo(new TimeText("span", "2026-01-30T18:00", "2026-01-31T02:00"));
        assertThat(TimeText.of(
                        TimeSpan.on(LocalDate.of(2026, 1, 31)).fromMinute(),
                        TimeSpan.on(LocalDate.of(2026, 2, 1)).toMinute()))
                .isEqualTo(new TimeText("span", "2026-01-31", "2026-02-01"));
    }

    @Test
    void what_is_not_known_is_not_told() {
        assertThat(of(TimeSpan.UNKNOWN)).isEqualTo(TimeText.UNKNOWN);
    }

    private static TimeText of(TimeSpan span) {
        return TimeText.of(span.fromMinute(), span.toMinute());
    }
}
