package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import se.lageskarta.geo.incident.Incidents;

/**
 * The days of a scan in steps that end with the last day, so that the present step is whole; the first may be short.
 *
 * @param first first day asked about, else of the first incident
 * @param last last day asked about, else of the latest incident
 * @param step days in a step, 1 or more
 */
record ScanPeriod(LocalDate first, LocalDate last, int step) {
    private static final int MINUTES_A_DAY = 1440;

    static ScanPeriod of(AnalysisQuestion question, Usable usable, int step) {
        int[] days = usable.days();
        LocalDate from = question.from();
        LocalDate to = question.to();
        long earliest = Arrays.stream(days).min().orElse(0);
        long latest = Arrays.stream(days).max().orElse(0);
        return new ScanPeriod(
                LocalDate.ofEpochDay(from == null ? earliest : Math.min(earliest, from.toEpochDay())),
                LocalDate.ofEpochDay(to == null ? latest : Math.max(latest, to.toEpochDay())),
                step);
    }

    int days() {
        return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    }

    int steps() {
        return (days() + step - 1) / step;
    }

    /** Step of each day. */
    int[] stepsOf(int[] days) {
        int end = (int) last.toEpochDay();
        int most = steps() - 1;
        return Arrays.stream(days).map(day -> most - (end - day) / step).toArray();
    }

    LocalDate firstDayOf(int number) {
        LocalDate day = last.minusDays((long) (steps() - number) * step - 1);
        return day.isBefore(first) ? first : day;
    }

    LocalDate lastDayOf(int number) {
        return last.minusDays((long) (steps() - 1 - number) * step);
    }

    /** Rows of incidents that began before the first day. */
    int[] rowsBefore(Incidents incidents) {
        long begin = first.toEpochDay() * MINUTES_A_DAY;
        return IntStream.range(0, incidents.size())
                .filter(row -> incidents.fromMinute()[row] < begin)
                .toArray();
    }
}
