package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.incident.TimeSpan;

class DateCellsTest {
    private final DateCells dates = new DateCells(ReadOptions.SWEDISH_TIME);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2024-03-05                 | 2024-03-05T00:00 | 2024-03-06T00:00
        2024-03-05 14:30           | 2024-03-05T14:30 | 2024-03-05T14:31
        2024-03-05T14:30:59        | 2024-03-05T14:30 | 2024-03-05T14:31
        2024-03-05 24:00           | 2024-03-06T00:00 | 2024-03-06T00:01
        2026-01-10T23:30:00Z       | 2026-01-11T00:30 | 2026-01-11T00:31
        2026-07-10T23:30:00Z       | 2026-07-11T01:30 | 2026-07-11T01:31
        2026-01-10T23:30:00+05:00  | 2026-01-10T19:30 | 2026-01-10T19:31
        2023-03-21 1:15:53 +01:00  | 2023-03-21T01:15 | 2023-03-21T01:16
        2026-10-25 02:30           | 2026-10-25T02:30 | 2026-10-25T02:31
        20240305                   | 2024-03-05T00:00 | 2024-03-06T00:00
        2018-10                    | 2018-10-01T00:00 | 2018-11-01T00:00
        31.01.2026                 | 2026-01-31T00:00 | 2026-02-01T00:00
        5/3 2024                   | 2024-03-05T00:00 | 2024-03-06T00:00
        5/3 24                     | 2024-03-05T00:00 | 2024-03-06T00:00
        5/3/24                     | 2024-03-05T00:00 | 2024-03-06T00:00
        10 januari 2026            | 2026-01-10T00:00 | 2026-01-11T00:00
        10 jan. 2026 kl 21:30      | 2026-01-10T21:30 | 2026-01-10T21:31
        1–3 mars 2024              | 2024-03-01T00:00 | 2024-03-04T00:00
        fr 1-3 mars 2024           | 2024-03-01T00:00 | 2024-03-04T00:00
        2024-03-01--2024-03-03     | 2024-03-01T00:00 | 2024-03-04T00:00
        46032                      | 2026-01-10T00:00 | 2026-01-11T00:00
        46032,4375                 | 2026-01-10T10:30 | 2026-01-10T10:31
        2024-02-29                 | 2024-02-29T00:00 | 2024-03-01T00:00
        """)
    void reads_dates_as_they_are_written(String text, LocalDateTime from, LocalDateTime to) {
        TimeSpan span = dates.read(text).span();
        assertThat(span).isEqualTo(new TimeSpan(TimeSpan.minuteOf(from), TimeSpan.minuteOf(to)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-02-29             | date.no-such-day
        2026-01-32             | date.no-such-day
        2026-13-01             | date.no-such-day
        0000-00-00             | date.no-such-day
        1900-01-00             | date.no-such-day
        0001-01-01             | date.range
        2150-01-01             | date.range
        9999-12-31             | date.range
        9999-12-31 24:00       | date.range
        9999-12                | date.range
        6053-02                | date.range
        9999-12-31T23:59:00-05:00 | date.range
        1 januari 9999         | date.range
        2024-01-01--9999-12-31 | date.range
        9999999999999          | date.range
        26-01-10               | date.unreadable
        +292278994-08-17       | date.unreadable
        -0044-03-15            | date.unreadable
        i går                  | date.unreadable
        fr 1–3 mars            | date.no-year
        2024-03-05 25:00       | date.unreadable
        2024-03-03--2024-03-01 | date.reversed
        ２０２４-03-05           | date.unreadable
        """)
    void says_what_is_wrong_with_a_date_instead_of_guessing(String text, String problem) {
        DateCells.Reading reading = dates.read(text);
        assertThat(reading.span()).isNull();
        assertThat(reading.problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "21:30,1290",
        "21.30,1290",
        "2130,1290",
        "kl 10,600",
        "kl. 21:30,1290",
        "24:00,1440",
        "'0,4375',630",
        "00:00,0"
    })
    void reads_times_of_day(String text, int minute) {
        assertThat(TimeCells.minuteOf(text)).isEqualTo(minute);
    }

    @ParameterizedTest
    @CsvSource({"25:00", "-01:00", "kväll", "24:01", "12:60", "7"})
    void refuses_times_that_no_clock_shows(String text) {
        assertThat(TimeCells.minuteOf(text)).isEqualTo(TimeCells.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"''", "okänd", "-"})
    void leaves_a_time_that_is_not_told_untold(String text) {
        assertThat(TimeCells.minuteOf(text)).isEqualTo(TimeCells.NOT_TOLD);
    }
}
