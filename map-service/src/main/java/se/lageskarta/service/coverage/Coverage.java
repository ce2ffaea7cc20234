package se.lageskarta.service.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;

/**
 * How much of the published counts is here. An incident counts in the quarter in which its time begins; published
 * statistics count when it was reported, so that some lie in the next quarter. All incidents count, wherever they are.
 *
 * @param rows by year, quarter and type: each year and quarter that has incidents or published counts
 * @param from first day that the datasets cover; null when there is none
 * @param to last day that they cover
 * @param withoutTime incidents that are in no quarter
 */
record Coverage(
        List<Row> rows, @Nullable LocalDate from, @Nullable LocalDate to, long withoutTime) {
    /**
     * One type in one period.
     *
     * @param quarter 0 for the whole year
     * @param here incidents that are here
     * @param published null when nobody has entered it
     * @param share here divided by published; null when there is nothing to divide by
     * @param whole true when the datasets cover the whole period
     */
    record Row(
            String type,
            int year,
            int quarter,
            long here,
            @Nullable Long published,
            @Nullable Double share,
            boolean whole,
            @Nullable String source) {}

    private record Cell(String type, int year, int quarter) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byYear = Integer.compare(year, other.year);
            int byQuarter = byYear != 0 ? byYear : Integer.compare(quarter, other.quarter);
            return byQuarter != 0 ? byQuarter : type.compareTo(other.type);
        }

        LocalDate firstDay() {
            return LocalDate.of(year, quarter == 0 ? 1 : 3 * quarter - 2, 1);
        }

        LocalDate lastDay() {
            return firstDay().plusMonths(quarter == 0 ? 12 : 3).minusDays(1);
        }
    }

    static Coverage of(Question question, List<PublishedCount> published) {
        Map<Cell, Long> here = new HashMap<>();
        long withoutTime = 0;
        for (Incidents incidents : question.incidentsOfAllTime()) {
            withoutTime += count(incidents, here);
        }
        Map<Cell, PublishedCount> entered = new HashMap<>();
        published.forEach(count -> entered.put(new Cell(count.type(), count.year(), count.quarter()), count));
        LocalDate from = edge(question, true);
        LocalDate to = edge(question, false);
        TreeSet<Cell> cells = new TreeSet<>(here.keySet());
        cells.addAll(entered.keySet());
        List<Row> rows = new ArrayList<>();
        for (Cell cell : cells) {
            boolean whole =
                    from != null && to != null && !from.isAfter(cell.firstDay()) && !to.isBefore(cell.lastDay());
            rows.add(row(cell, here.getOrDefault(cell, 0L), entered.get(cell), whole));
        }
        return new Coverage(rows, from, to, withoutTime);
    }

    private static Row row(Cell cell, long here, @Nullable PublishedCount entered, boolean whole) {
        Long number = entered == null ? null : entered.number();
        Double share = number == null || number == 0 ? null : (double) here / number;
        String source = entered == null ? null : entered.source();
        return new Row(cell.type, cell.year, cell.quarter, here, number, share, whole, source);
    }

    /** Adds each incident to its quarter and its year. */
    private static long count(Incidents incidents, Map<Cell, Long> here) {
        long withoutTime = 0;
        for (int i = 0; i < incidents.size(); i++) {
            int minute = incidents.fromMinute()[i];
            if (minute == TimeSpan.UNKNOWN_MINUTE) {
                withoutTime++;
                continue;
            }
            LocalDate day = TimeSpan.timeOf(minute).toLocalDate();
            int quarter = (day.getMonthValue() + 2) / 3;
            here.merge(new Cell(incidents.type(i), day.getYear(), quarter), 1L, Long::sum);
            here.merge(new Cell(incidents.type(i), day.getYear(), 0), 1L, Long::sum);
        }
        return withoutTime;
    }

    /** What the datasets are said to cover, otherwise from their first to their last incident. */
    private static @Nullable LocalDate edge(Question question, boolean first) {
        Stream<LocalDate> days = question.datasets().stream()
                .filter(dataset -> dataset.kind() == DatasetKind.INCIDENTS)
                .map(dataset -> first ? firstDay(dataset) : lastDay(dataset))
                .filter(Objects::nonNull);
        return (first ? days.min(LocalDate::compareTo) : days.max(LocalDate::compareTo)).orElse(null);
    }

    private static @Nullable LocalDate firstDay(Dataset dataset) {
        LocalDate said = dataset.terms().coversFrom();
        return said == null ? dataset.extent().firstDay() : said;
    }

    private static @Nullable LocalDate lastDay(Dataset dataset) {
        LocalDate said = dataset.terms().coversTo();
        return said == null ? dataset.extent().lastDay() : said;
    }
}
