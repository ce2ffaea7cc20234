package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;

/**
 * Datasets about one place, which may be looked at together: their boxes, grown a little, meet, and all are real or all
 * invented.
 *
 * @param id {@code g} and the number of its oldest dataset, so that it stays while datasets come
 * @param datasets at least one, the oldest first
 */
public record DatasetGroup(String id, List<Dataset> datasets) {
    public DatasetGroup {
        datasets = List.copyOf(datasets);
    }

    static DatasetGroup of(List<Dataset> datasets) {
        return new DatasetGroup("g" + datasets.get(0).id(), datasets);
    }

    /**
     * What stands before the colon in all names ("Ängby: händelser" and "Ängby: enkät" are about Ängby), otherwise the
     * name of the dataset with the most rows.
     */
    public String name() {
        List<String> places = datasets.stream()
                .map(dataset -> dataset.name().split(": ", 2))
                .map(parts -> parts.length == 2 ? parts[0] : "")
                .distinct()
                .toList();
        if (places.size() == 1 && !places.get(0).isEmpty()) {
            return places.get(0);
        }
        return datasets.stream()
                .max(Comparator.comparingLong(dataset -> dataset.extent().rows()))
                .orElseThrow()
                .name();
    }

    /** True when made up, which is said wherever it shows. */
    public boolean invented() {
        return datasets.get(0).invented();
    }

    public @Nullable Bounds bounds() {
        return boundsOf(datasets);
    }

    public @Nullable LocalDate firstDay() {
        return days(dataset -> dataset.extent().firstDay())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public @Nullable LocalDate lastDay() {
        return days(dataset -> dataset.extent().lastDay())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static @Nullable Bounds boundsOf(List<Dataset> datasets) {
        return datasets.stream()
                .map(dataset -> dataset.extent().bounds())
                .filter(Objects::nonNull)
                .reduce(Bounds::joinedWith)
                .orElse(null);
    }

    private Stream<LocalDate> days(Function<Dataset, @Nullable LocalDate> day) {
        return datasets.stream().map(day).filter(Objects::nonNull);
    }
}
