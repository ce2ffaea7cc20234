package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/**
 * How much there is in each month, over the whole time of the datasets asked about: months without anything included,
 * from the first that has something to the last.
 *
 * @param months in order
 * @param unknown what has no month
 */
record Timeline(List<Month> months, Counts unknown) {
    /** Beyond this span a date is a mistake (1899-12-30 in a spreadsheet): empty months are then left out. */
    private static final int MAX_MONTHS = 1200;

    /** One month. */
    record Month(YearMonth month, int crime, int unsafety) {}

    /** Incidents and marks of places felt to be unsafe. */
    record Counts(int crime, int unsafety) {
        Counts and(Counts other) {
            return new Counts(crime + other.crime, unsafety + other.unsafety);
        }
    }

    static Timeline of(Question question) {
        NavigableMap<YearMonth, Counts> found = new TreeMap<>();
        Counts unknown = new Counts(0, 0);
        for (Incidents incidents : question.incidentsOfAllTime()) {
            unknown = unknown.and(add(found, MonthBars.of(incidents)));
        }
        for (UnsafePlaces places : question.unsafePlacesOfAllTime()) {
            unknown = unknown.and(add(found, places.unsafeOnly()));
        }
        return new Timeline(months(found), unknown);
    }

    private static Counts add(NavigableMap<YearMonth, Counts> found, MonthBars bars) {
        for (int i = 0; i < bars.count().length; i++) {
            if (bars.count()[i] > 0) {
                found.merge(bars.month(i), new Counts(bars.count()[i], 0), Counts::and);
            }
        }
        return new Counts(bars.unknown(), 0);
    }

    private static Counts add(NavigableMap<YearMonth, Counts> found, UnsafePlaces places) {
        int unknown = 0;
        for (UnsafePlace mark : places.marks()) {
            LocalDate day = mark.day();
            if (day == null) {
                unknown++;
            } else {
                found.merge(YearMonth.from(day), new Counts(0, 1), Counts::and);
            }
        }
        return new Counts(0, unknown);
    }

    private static List<Month> months(NavigableMap<YearMonth, Counts> found) {
        List<Month> months = new ArrayList<>();
        if (found.isEmpty()) {
            return months;
        }
        YearMonth last = found.lastKey();
        if (found.firstKey().plusMonths(MAX_MONTHS).isBefore(last)) {
            found.forEach((month, count) -> months.add(new Month(month, count.crime, count.unsafety)));
            return months;
        }
        for (YearMonth month = found.firstKey(); !month.isAfter(last); month = month.plusMonths(1)) {
            Counts count = found.getOrDefault(month, new Counts(0, 0));
            months.add(new Month(month, count.crime, count.unsafety));
        }
        return months;
    }
}
