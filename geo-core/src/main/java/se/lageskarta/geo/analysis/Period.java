package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * The days asked about, both included, cut where the data end; without days asked about, the last year that is known.
 *
 * @param from first day
 * @param to last day
 * @param knownFrom first day of the month in which the data begin
 * @param asked true when somebody chose the days
 */
record Period(LocalDate from, LocalDate to, LocalDate knownFrom, boolean asked) {
    private static final int MINUTES_A_DAY = 1440;
    private static final int MOST_YEARS = 3;

    /** Null when no day is known, or none of those asked about. */
    static @Nullable Period of(AnalysisQuestion question) {
        Incidents all = question.history();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < all.size(); i++) {
            if (all.fromMinute()[i] != TimeSpan.UNKNOWN_MINUTE) {
                first = Math.min(first, all.fromMinute()[i]);
                last = Math.max(last, all.fromMinute()[i]);
            }
        }
        if (first > last) {
            return null;
        }
        LocalDate knownFrom =
                LocalDate.ofEpochDay(Math.floorDiv(first, MINUTES_A_DAY)).withDayOfMonth(1);
        LocalDate knownTo = endOfMonthIfNear(LocalDate.ofEpochDay(Math.floorDiv(last, MINUTES_A_DAY)));
        LocalDate to = question.to() == null || question.to().isAfter(knownTo) ? knownTo : question.to();
        LocalDate from = question.from() == null ? to.minusYears(1).plusDays(1) : question.from();
        if (to.isBefore(from)) {
            return null;
        }
        return new Period(from, to, knownFrom, question.from() != null);
    }

    /** A file of whole months seldom has an incident on the very last day. */
    private static LocalDate endOfMonthIfNear(LocalDate day) {
        LocalDate end = day.withDayOfMonth(day.lengthOfMonth());
        return ChronoUnit.DAYS.between(day, end) <= 2 ? end : day;
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The same days of up to three earlier years, latest first, that are wholly known and do not overlap. */
    List<Period> earlier() {
        List<Period> earlier = new ArrayList<>();
        for (int back = 1; back <= MOST_YEARS; back++) {
            LocalDate begin = from.minusYears(back);
            if (begin.isBefore(knownFrom) || !to.minusYears(1).isBefore(from)) {
                break;
            }
            earlier.add(new Period(begin, to.minusYears(back), knownFrom, asked));
        }
        return earlier;
    }

    /** The incidents of these days. */
    Incidents of(Incidents all) {
        return all.where(IncidentFilter.ALL.during(from, to));
    }

    /** The same question about these days. */
    AnalysisQuestion about(AnalysisQuestion question) {
        return new AnalysisQuestion(
                question.crs(),
                of(question.history()),
                question.history(),
                question.marks(),
                from,
                to,
                question.boundary(),
                question.surroundings(),
                question.seed());
    }

    String sv() {
        return from + " till " + to;
    }

    String en() {
        return from + " to " + to;
    }

    /** Says in the answer which days were looked at. */
    void describe(AnalysisResult.Builder answer) {
        answer.parameter(
                "period",
                from + "/" + to,
                "",
                !asked,
                asked
                        ? new Words("Vald, kapad där uppgifterna slutar.", "Chosen, cut where the data end.")
                        : new Words("Det senaste året som är känt.", "The last year that is known."));
    }
}
