package se.lageskarta.service.pictures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * Something that comes in the year (årshjul): an event, a school break, a season.
 *
 * @param title what it is
 * @param from first day
 * @param to last day, the first when it is one day
 * @param yearly true when it comes on the same days each year
 * @param place where, in words; may be empty
 * @param kind event, school, season or other
 * @param note what to think of; may be empty
 */
record YearEvent(
        String title,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean yearly,
        String place,
        String kind,
        String note) {
    static final List<String> KINDS = List.of("event", "school", "season", "other");

    private static final int MAX_TITLE = 120;
    private static final int MAX_PLACE = 120;
    private static final int MAX_NOTE = 1000;
    /** A season is shorter than a year. */
    private static final int MAX_DAYS = 366;

    YearEvent {
        Written written = new Written();
        title = written.text("title", title, 1, MAX_TITLE);
        from = written.dayNeeded("from", from);
        to = to == null ? from : written.day("to", to);
        yearly = yearly != null && yearly;
        place = written.text("place", place, 0, MAX_PLACE);
        kind = written.word("kind", kind, "event", KINDS);
        note = written.text("note", note, 0, MAX_NOTE);
        if (to != null && to.isBefore(from)) {
            written.fault("to", to.toString(), "year-event.backwards", from.toString());
        } else if (to != null && to.isAfter(from.plusDays(MAX_DAYS))) {
            written.fault("to", to.toString(), "year-event.long", MAX_DAYS);
        }
        written.refuseFaults();
    }

    /** One time that it comes. */
    record Coming(long id, String title, LocalDate from, LocalDate to, boolean yearly, String place, String kind) {}

    /** The times it comes that touch the days given, in order. */
    List<Coming> between(long id, LocalDate first, LocalDate last) {
        List<Coming> coming = new ArrayList<>();
        if (from == null || to == null) {
            return coming;
        }
        boolean comesAgain = Boolean.TRUE.equals(yearly);
        int least = comesAgain ? first.getYear() - 1 : from.getYear();
        int most = comesAgain ? last.getYear() : from.getYear();
        for (int year = least; year <= most; year++) {
            int years = year - from.getYear();
            LocalDate begin = from.plusYears(years);
            LocalDate end = to.plusYears(years);
            if (years >= 0 && !begin.isAfter(last) && !end.isBefore(first)) {
                coming.add(new Coming(id, title, begin, end, comesAgain, place, kind));
            }
        }
        return coming;
    }

    /** In the order they come. */
    static final Comparator<Coming> IN_ORDER =
            Comparator.comparing(Coming::from).thenComparing(Coming::to).thenComparing(Coming::id);

    /** What comes in a month and the two after it. */
    static List<Coming> soon(List<se.lageskarta.service.register.Entry<YearEvent>> all, YearMonth month) {
        return all.stream()
                .flatMap(entry ->
                        entry
                                .state()
                                .between(
                                        entry.id(),
                                        month.atDay(1),
                                        month.plusMonths(2).atEndOfMonth())
                                .stream())
                .sorted(IN_ORDER)
                .toList();
    }
}
