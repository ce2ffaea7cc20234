package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.catalogue.IncidentKind;
import se.lageskarta.service.catalogue.TypeKinds;

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

    /** One month; {@code other} is whatever is neither crime nor disorder. */
    record Month(YearMonth month, int crime, int disorder, int other, int unsafety) {}

    /** Incidents by what they are evidence of, and marks of places felt to be unsafe. */
    record Counts(int crime, int disorder, int other, int unsafety) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts and(Counts more) {
            return new Counts(
                    crime + more.crime, disorder + more.disorder, other + more.other, unsafety + more.unsafety);
        }

        static Counts of(IncidentKind kind, int count) {
            return switch (kind) {
                case CRIME -> new Counts(count, 0, 0, 0);
                case DISORDER -> new Counts(0, count, 0, 0);
                case PERCEIVED, OTHER -> new Counts(0, 0, count, 0);
            };
        }
    }

    static Timeline of(Question question) {
        NavigableMap<YearMonth, Counts> found = new TreeMap<>();
        Counts unknown = Counts.NONE;
        for (Incidents incidents : question.incidentsOfAllTime()) {
            unknown = unknown.and(addEach(found, incidents, question.facts().kinds()));
        }
        for (UnsafePlaces places : question.unsafePlacesOfAllTime()) {
            unknown = unknown.and(add(found, places.unsafeOnly()));
        }
        return new Timeline(months(found), unknown);
    }

    private static Counts addEach(NavigableMap<YearMonth, Counts> found, Incidents incidents, TypeKinds kinds) {
        Counts unknown = Counts.NONE;
        List<IncidentKind> ofType = incidents.types().stream().map(kinds::of).toList();
        short[] type = incidents.typeIndex();
        for (IncidentKind kind : new TreeSet<>(ofType)) {
            int[] chosen = IntStream.range(0, incidents.size())
                    .filter(row -> ofType.get(type[row]) == kind)
                    .toArray();
            MonthBars bars = MonthBars.of(chosen.length == incidents.size() ? incidents : incidents.select(chosen));
            for (int i = 0; i < bars.count().length; i++) {
                if (bars.count()[i] > 0) {
                    found.merge(bars.month(i), Counts.of(kind, bars.count()[i]), Counts::and);
                }
            }
            unknown = unknown.and(Counts.of(kind, bars.unknown()));
        }
        return unknown;
    }

    private static Counts add(NavigableMap<YearMonth, Counts> found, UnsafePlaces places) {
        int unknown = 0;
        for (UnsafePlace mark : places.marks()) {
            LocalDate day = mark.day();
            if (day == null) {
                unknown++;
            } else {
                found.merge(YearMonth.from(day), new Counts(0, 0, 0, 1), Counts::and);
            }
        }
        return new Counts(0, 0, 0, unknown);
    }

    private static List<Month> months(NavigableMap<YearMonth, Counts> found) {
        List<Month> months = new ArrayList<>();
        if (found.isEmpty()) {
            return months;
        }
        YearMonth last = found.lastKey();
        if (found.firstKey().plusMonths(MAX_MONTHS).isBefore(last)) {
            found.forEach((month, count) -> months.add(month(month, count)));
            return months;
        }
        for (YearMonth month = found.firstKey(); !month.isAfter(last); month = month.plusMonths(1)) {
            Counts count = found.getOrDefault(month, Counts.NONE);
            months.add(month(month, count));
        }
        return months;
    }

    private static Month month(YearMonth month, Counts count) {
        return new Month(month, count.crime, count.disorder, count.other, count.unsafety);
    }
}
