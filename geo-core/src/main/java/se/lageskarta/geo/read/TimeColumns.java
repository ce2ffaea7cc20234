package se.lageskarta.geo.read;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.TimeSpan;

/** When a row happened, from its date, time and until columns. Not for several threads. */
final class TimeColumns {
    private final DateCells dates;
    private final boolean monthOnly;
    private final boolean hasTime;
    // neither months nor ends
    private final boolean onlyBeginnings;

    /** @param told the fields that rows may say something about */
    TimeColumns(ZoneId zone, boolean monthOnly, Set<Field> told) {
        this.dates = new DateCells(zone);
        this.monthOnly = monthOnly;
        this.hasTime = told.contains(Field.TIME);
        this.onlyBeginnings = !monthOnly && !told.contains(Field.TO_DATE) && !told.contains(Field.TO_TIME);
    }

    /**
     * @param span null when the row must be rejected
     * @param problem null when all is well; with a span: the time is not told
     */
    record When(
            @Nullable TimeSpan span, Field field, @Nullable String problem) {}

    /**
     * When a row happened if its cells say it in the most usual way; {@link IsoDates#UNSURE} when {@link #of} must look.
     */
    long plainly(TableRow row) {
        if (!onlyBeginnings && (monthOnly || row.has(Field.TO_DATE) || row.has(Field.TO_TIME))) {
            return IsoDates.UNSURE;
        }
        long span = row.isoDate(Field.DATE);
        if (!hasTime || span == IsoDates.UNSURE || !row.has(Field.TIME)) {
            return span;
        }
        if (IsoDates.after(span) - IsoDates.first(span) == 1) {
            return span;
        }
        long minute = row.isoClock(Field.TIME);
        return minute == IsoDates.UNSURE ? minute : IsoDates.span(IsoDates.first(span) + (int) minute, 1);
    }

    When of(TableRow row) {
        String date = row.get(Field.DATE);
        String month = row.get(Field.MONTH);
        if ((monthOnly || date.isEmpty()) && !month.isEmpty()) {
            return ofMonth(month, Field.MONTH);
        }
        if (monthOnly) {
            return ofMonth(date, Field.DATE);
        }
        When from = point(date, row.get(Field.TIME), Field.DATE, Field.TIME);
        String toDate = row.get(Field.TO_DATE);
        String toTime = row.get(Field.TO_TIME);
        boolean noEnd = toDate.isEmpty() && toTime.isEmpty();
        if (noEnd || from.span() == null || !from.span().isKnown()) {
            return from;
        }
        When to = point(toDate.isEmpty() ? date : toDate, toTime, Field.TO_DATE, Field.TO_TIME);
        if (to.span() == null || !to.span().isKnown()) {
            return to.span() == null ? to : from;
        }
        return to.span().toMinute() <= from.span().fromMinute()
                ? new When(null, Field.TO_DATE, "date.reversed")
                : new When(new TimeSpan(from.span().fromMinute(), to.span().toMinute()), Field.DATE, null);
    }

    private When ofMonth(String text, Field field) {
        DateCells.Reading reading = dates.read(text);
        TimeSpan span = reading.span();
        if (span == null || !span.isKnown()) {
            return new When(span, field, span == null ? reading.problem() : "date.missing");
        }
        YearMonth month = YearMonth.from(TimeSpan.timeOf(span.fromMinute()));
        return new When(TimeSpan.in(month), field, null);
    }

    private When point(String date, String time, Field dateField, Field timeField) {
        DateCells.Reading reading = dates.read(date);
        TimeSpan span = reading.span();
        if (span == null) {
            return new When(null, dateField, reading.problem());
        }
        if (!span.isKnown()) {
            return new When(TimeSpan.UNKNOWN, dateField, "date.missing");
        }
        if (time.isEmpty() || !reading.isDay()) {
            return new When(span, dateField, null);
        }
        int minute = TimeCells.minuteOf(time);
        if (minute == TimeCells.UNREADABLE) {
            return new When(null, timeField, "time.unreadable");
        }
        if (minute == TimeCells.NOT_TOLD) {
            return new When(span, dateField, null);
        }
        int from = span.fromMinute() + minute;
        return new When(new TimeSpan(from, from + 1), dateField, null);
    }
}
