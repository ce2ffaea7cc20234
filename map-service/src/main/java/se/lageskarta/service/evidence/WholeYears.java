package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;

/**
 * The calendar years that incidents of some datasets fill: a year in which they end early is still growing, and what is told of
 * it would change with each import.
 *
 * @param first the year in which they begin; null for none, with {@code last}
 * @param last the last whole one, at least {@code first}
 */
record WholeYears(@Nullable Year first, @Nullable Year last) {
    static WholeYears of(List<Dataset> datasets) {
        List<Dataset> incidents = datasets.stream()
                .filter(dataset -> dataset.kind() == DatasetKind.INCIDENTS)
                .toList();
        Optional<LocalDate> first = incidents.stream()
                .map(dataset -> dataset.extent().firstDay())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        Optional<LocalDate> last = incidents.stream()
                .map(dataset -> dataset.extent().lastDay())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        if (first.isEmpty() || last.isEmpty()) {
            return new WholeYears(null, null);
        }
        boolean whole = last.get().getMonth() == Month.DECEMBER;
        Year end = Year.from(last.get()).minusYears(whole ? 0 : 1);
        Year begin = Year.from(first.get());
        return end.isBefore(begin) ? new WholeYears(null, null) : new WholeYears(begin, end);
    }

    /** The year of the last day of a period, or the whole one nearest to it; the last one of a period without an end. */
    @Nullable
    Year nearest(@Nullable LocalDate to) {
        if (first == null || last == null) {
            return null;
        }
        Year wanted = to == null ? last : Year.from(to);
        return wanted.isAfter(last) ? last : wanted.isBefore(first) ? first : wanted;
    }
}
