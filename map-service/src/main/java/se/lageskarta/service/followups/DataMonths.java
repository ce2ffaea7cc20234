package se.lageskarta.service.followups;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.effect.FollowUpWindows;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;

/**
 * Which whole months the datasets of a question have incidents of. What a dataset's terms say it covers goes before what
 * its rows show.
 *
 * @param first the first whole month
 * @param last the last whole month
 * @param datasets those that are counted, the oldest first
 */
public record DataMonths(YearMonth first, YearMonth last, List<Dataset> datasets) {
    /** A month whose first or last incident is at most so many days from its edge is taken to be whole. */
    private static final int QUIET_DAYS = 7;

    public DataMonths {
        datasets = List.copyOf(datasets);
    }

    /** Null when there is no dataset of incidents with times. */
    public static @Nullable DataMonths of(Question question) {
        List<Dataset> incidents = question.datasets().stream()
                .filter(dataset -> dataset.kind() == DatasetKind.INCIDENTS && first(dataset) != null)
                .toList();
        if (incidents.isEmpty()) {
            return null;
        }
        YearMonth first = incidents.stream()
                .map(DataMonths::firstMonth)
                .min(YearMonth::compareTo)
                .orElseThrow();
        YearMonth last = incidents.stream()
                .map(DataMonths::lastMonth)
                .max(YearMonth::compareTo)
                .orElseThrow();
        return new DataMonths(first, last, incidents);
    }

    /** True when both windows lie within the data. */
    boolean holds(FollowUpWindows windows) {
        return !windows.firstBefore().isBefore(first) && !windows.lastAfter().isAfter(last);
    }

    /** Datasets that begin or end within the months compared: the count changes by that alone. */
    List<Dataset> changing(FollowUpWindows windows) {
        List<Dataset> changing = new ArrayList<>();
        for (Dataset dataset : datasets) {
            boolean begins = firstMonth(dataset).isAfter(windows.firstBefore())
                    && !firstMonth(dataset).isAfter(windows.lastAfter());
            boolean ends = lastMonth(dataset).isBefore(windows.lastAfter())
                    && !lastMonth(dataset).isBefore(windows.firstBefore());
            if (begins || ends) {
                changing.add(dataset);
            }
        }
        return changing;
    }

    private static @Nullable LocalDate first(Dataset dataset) {
        LocalDate said = dataset.terms().coversFrom();
        return said != null ? said : dataset.extent().firstDay();
    }

    static YearMonth firstMonth(Dataset dataset) {
        LocalDate day = Objects.requireNonNull(first(dataset));
        int quiet = dataset.terms().coversFrom() != null ? 1 : QUIET_DAYS;
        YearMonth month = YearMonth.from(day);
        return day.getDayOfMonth() <= quiet ? month : month.plusMonths(1);
    }

    static YearMonth lastMonth(Dataset dataset) {
        LocalDate said = dataset.terms().coversTo();
        LocalDate day = said != null
                ? said
                : Objects.requireNonNullElse(dataset.extent().lastDay(), first(dataset));
        int quiet = said != null ? 0 : QUIET_DAYS;
        YearMonth month = YearMonth.from(Objects.requireNonNull(day));
        return day.getDayOfMonth() >= month.lengthOfMonth() - quiet ? month : month.minusMonths(1);
    }
}
