package se.lageskarta.geo.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * Dates as they are written, as spans of wall-clock minutes: {@code 2024-03-05}, {@code 2024-03-05 14:30},
 * {@code 2024-03-05T13:30:00Z} (put on the clock of {@code zone}), {@code 20240305}, {@code 2024-03},
 * {@code 05.03.2024}, {@code 5/3 2024} and {@code 5/3 24} (day first, as in Swedish), {@code 5 mars 2024},
 * {@code 1–3 mars 2024}, {@code 2024-03-01--2024-03-03}, {@code 3/5/2024 9:30 PM} (month first, as only English writes
 * AM and PM), milliseconds since 1970 (put on the clock of {@code zone}), and Excel's day numbers of the 1900 system.
 *
 * <p>Files repeat their dates, so answers are kept by text; not for several threads. What is not written is not
 * guessed: {@code 26-01-10} has no century, {@code fr 1–3 mars} no year.
 */
final class DateCells {
    // younger than any register in use, older than any open extract; outside it a date is a typing error
    static final int FIRST_YEAR = 1950;
    static final int LAST_YEAR = 2100;

    // Excel counts 1900-02-29, which never was, so from 1900-03-01 day 0 is 1899-12-30
    private static final LocalDate EXCEL_DAY_0 = LocalDate.of(1899, 12, 30);
    // distinct texts kept: five years of minutes would not fit, five years of days do
    private static final int MAX_KEPT = 20_000;

    private static final Pattern ISO = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ]+(.+))?");
    private static final Pattern CLOCK_AND_OFFSET =
            Pattern.compile("([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]{1,9})? ?(Z|[+-][0-9]{2}:?[0-9]{2})?");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})-([0-9]{1,2})");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./ -]+((?:19|20)[0-9]{2})(?:[ T]+(.+))?");
    private static final Pattern DAY_SLASH_MONTH = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})[ /'-]([0-9]{2})");
    private static final Pattern MONTH_NAME = Pattern.compile(
            "(?:[^0-9 ]+ )?([0-9]{1,2})(?: ?[-–—] ?([0-9]{1,2}))?[. ]+([a-zåäö]{3,9})\\.? ([0-9]{4})(?: (.+))?");
    private static final Pattern RANGE = Pattern.compile("(.{8,}?) ?(?:--|–|—| - |/| till | to )[ ]?(.{8,})");
    private static final Pattern EXCEL_DAY = Pattern.compile("([0-9]{5})(?:[.,]([0-9]{1,12}))?");
    // only English writes AM and PM, and it puts the month first
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}),? +([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})? ?([AaPp])\\.?[Mm]\\.?");
    // milliseconds since 1970, as map services write them: 2001 to 2286
    private static final Pattern EPOCH_MILLIS = Pattern.compile("[0-9]{13}");
    private static final List<String> MONTH_STARTS =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");

    private final ZoneId zone;
    private final Map<String, Reading> kept = new HashMap<>();

    DateCells(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * What a date cell says.
     *
     * @param span null when it cannot be read
     * @param problem code of what is wrong, null when it can be read
     */
    record Reading(@Nullable TimeSpan span, @Nullable String problem) {
        static final Reading NOT_TOLD = new Reading(TimeSpan.UNKNOWN, null);
        static final Reading UNREADABLE = new Reading(null, "date.unreadable");
        static final Reading NO_SUCH_DAY = new Reading(null, "date.no-such-day");
        static final Reading NO_YEAR = new Reading(null, "date.no-year");
        static final Reading OUT_OF_RANGE = new Reading(null, "date.range");

        boolean isDay() {
            return span != null && span.isKnown() && span.toMinute() - span.fromMinute() == 1440;
        }
    }

    Reading read(String cell) {
        Reading known = kept.get(cell);
        if (known == null) {
            known = readAnew(cell.strip());
            if (kept.size() < MAX_KEPT) {
                kept.put(cell, known);
            }
        }
        return known;
    }

    private Reading readAnew(String text) {
        if (text.isEmpty()) {
            return Reading.NOT_TOLD;
        }
        try {
            Reading one = readOne(text);
            return one == Reading.UNREADABLE ? readRange(text) : one;
        } catch (DateTimeException e) {
            return Reading.NO_SUCH_DAY;
        }
    }

    private Reading readOne(String text) {
        Matcher m = ISO.matcher(text);
        if (m.matches()) {
            return dayAndClock(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)), m.group(4));
        }
        m = MONTH.matcher(text);
        if (m.matches()) {
            YearMonth month = YearMonth.of(number(m, 1), number(m, 2));
            return inRange(month.atDay(1), () -> TimeSpan.in(month));
        }
        m = COMPACT.matcher(text);
        if (m.matches()) {
            return dayAndClock(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)), null);
        }
        m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            return monthFirst(m);
        }
        m = DAY_FIRST.matcher(text);
        if (m.matches()) {
            return dayAndClock(LocalDate.of(number(m, 3), number(m, 2), number(m, 1)), m.group(4));
        }
        m = DAY_SLASH_MONTH.matcher(text);
        if (m.matches()) {
            return dayAndClock(LocalDate.of(2000 + number(m, 3), number(m, 2), number(m, 1)), null);
        }
        m = EXCEL_DAY.matcher(text);
        if (m.matches()) {
            return excelDay(text);
        }
        if (EPOCH_MILLIS.matcher(text).matches()) {
            LocalDateTime here = LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), zone);
            return inRange(here.toLocalDate(), () -> TimeSpan.at(here.truncatedTo(ChronoUnit.MINUTES)));
        }
        return monthName(text.toLowerCase(Locale.ROOT));
    }

    private Reading dayAndClock(LocalDate day, @Nullable String clock) {
        if (clock == null) {
            return inRange(day, () -> TimeSpan.on(day));
        }
        Matcher m = CLOCK_AND_OFFSET.matcher(clock.strip());
        if (!m.matches()) {
            int minute = TimeCells.minuteOf(clock);
            return minute < 0 ? Reading.UNREADABLE : atMinute(day, minute);
        }
        int minute = TimeCells.minuteOf(m.group(1));
        if (minute < 0) {
            return Reading.UNREADABLE;
        }
        String offset = m.group(2);
        if (offset == null) {
            return atMinute(day, minute);
        }
        LocalDateTime there = day.atStartOfDay().plusMinutes(minute);
        LocalDateTime here = OffsetDateTime.of(there, ZoneOffset.of(offset))
                .atZoneSameInstant(zone)
                .toLocalDateTime();
        return inRange(here.toLocalDate(), () -> TimeSpan.at(here));
    }

    private static Reading atMinute(LocalDate day, int minute) {
        return inRange(day, () -> TimeSpan.at(day.atStartOfDay().plusMinutes(minute)));
    }

    private static Reading monthFirst(Matcher m) {
        int hour = number(m, 4);
        if (hour < 1 || hour > 12) {
            return Reading.UNREADABLE;
        }
        boolean afternoon = m.group(6).equalsIgnoreCase("p");
        LocalDate day = LocalDate.of(number(m, 3), number(m, 1), number(m, 2));
        return atMinute(day, (hour % 12 + (afternoon ? 12 : 0)) * 60 + number(m, 5));
    }

    private static Reading excelDay(String text) {
        double number = Decimal.parse(text);
        LocalDate day = EXCEL_DAY_0.plusDays((long) number);
        long minute = Math.round((number - Math.floor(number)) * 1440);
        return minute == 0 ? inRange(day, () -> TimeSpan.on(day)) : atMinute(day, (int) minute);
    }

    private static Reading monthName(String text) {
        Matcher m = MONTH_NAME.matcher(text);
        if (!m.matches()) {
            return hasMonthButNoYear(text) ? Reading.NO_YEAR : Reading.UNREADABLE;
        }
        int month = monthOf(m.group(3));
        if (month == 0) {
            return Reading.UNREADABLE;
        }
        LocalDate first = LocalDate.of(number(m, 4), month, number(m, 1));
        String lastDay = m.group(2);
        LocalDate last = lastDay == null ? first : first.withDayOfMonth(Integer.parseInt(lastDay));
        if (last.isBefore(first)) {
            return Reading.UNREADABLE;
        }
        String clock = m.group(5);
        if (clock != null) {
            int minute = TimeCells.minuteOf(clock);
            return minute < 0 || lastDay != null ? Reading.UNREADABLE : atMinute(first, minute);
        }
        return inRange(first, () -> days(first, last));
    }

    private Reading readRange(String text) {
        Matcher m = RANGE.matcher(text);
        if (!m.matches()) {
            return Reading.UNREADABLE;
        }
        Reading first = readOne(m.group(1).strip());
        Reading last = readOne(m.group(2).strip());
        if (first.span() == null || last.span() == null) {
            return first.span() == null ? first : last;
        }
        return last.span().toMinute() <= first.span().fromMinute()
                ? new Reading(null, "date.reversed")
                : new Reading(
                        new TimeSpan(first.span().fromMinute(), last.span().toMinute()), null);
    }

    private static TimeSpan days(LocalDate first, LocalDate last) {
        return new TimeSpan(TimeSpan.on(first).fromMinute(), TimeSpan.on(last).toMinute());
    }

    /** The span is asked for only within the years that its minutes can hold. */
    private static Reading inRange(LocalDate day, Supplier<TimeSpan> span) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                ? Reading.OUT_OF_RANGE
                : new Reading(span.get(), null);
    }

    private static boolean hasMonthButNoYear(String text) {
        for (String word : text.split("[^a-zåäö]+")) {
            if (word.length() >= 3 && monthOf(word) > 0 && !text.matches(".*[0-9]{4}.*")) {
                return text.matches(".*[0-9].*");
            }
        }
        return false;
    }

    /** 1 to 12 for {@code mars}, {@code mar}, {@code march}; 0 when it is no month. */
    private static int monthOf(String word) {
        String start = word.substring(0, 3);
        int month = MONTH_STARTS.indexOf(start) + 1;
        if (month == 0) {
            month = start.equals("may") ? 5 : start.equals("oct") ? 10 : 0;
        }
        boolean whole = word.length() <= 4
                || List.of(
                                "januari",
                                "january",
                                "februari",
                                "february",
                                "march",
                                "april",
                                "juni",
                                "juli",
                                "augusti",
                                "august",
                                "september",
                                "oktober",
                                "october",
                                "november",
                                "december")
                        .contains(word);
        return whole ? month : 0;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
