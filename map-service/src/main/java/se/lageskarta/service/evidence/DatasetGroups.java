package se.lageskarta.service.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;

/**
 * Which datasets are about the same place. Only incidents and unsafe places form groups; a background layer, which may
 * cover a whole country, belongs to the first group that it touches and joins nothing.
 *
 * @param groups the oldest first
 */
public record DatasetGroups(List<DatasetGroup> groups) {
    /** Some 30 km by 55 km in Sweden: neighbouring municipalities are one place, two towns far apart are not. */
    private static final double GROWN_DEGREES = 0.5;

    /** Those that some datasets form. */
    public static DatasetGroups of(List<Dataset> datasets) {
        List<List<Dataset>> groups = new ArrayList<>();
        for (Dataset dataset : datasets) {
            if (dataset.kind() != DatasetKind.BASE) {
                join(groups, dataset);
            }
        }
        return new DatasetGroups(groups.stream()
                .map(DatasetGroup::of)
                .sorted(Comparator.comparingLong(
                        group -> group.datasets().get(0).id()))
                .toList());
    }

    /** The group that a dataset belongs to; a background layer may belong to none. */
    public Optional<DatasetGroup> holding(Dataset dataset) {
        return groups.stream()
                .filter(group -> dataset.kind() == DatasetKind.BASE
                        ? meets(group.bounds(), dataset.extent().bounds())
                        : group.datasets().stream().anyMatch(member -> member.id() == dataset.id()))
                .findFirst();
    }

    /** What is shown when nobody chose: the group with the newest import. The demo town comes first, so it loses. */
    public Optional<DatasetGroup> newest() {
        return groups.stream().max(Comparator.comparing(DatasetGroups::newestImport));
    }

    private static Instant newestImport(DatasetGroup group) {
        return group.datasets().stream()
                .map(dataset -> dataset.extent().importedAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static void join(List<List<Dataset>> groups, Dataset dataset) {
        List<Dataset> joined = new ArrayList<>();
        groups.removeIf(group -> {
            boolean same = group.get(0).invented() == dataset.invented()
                    && group.stream()
                            .anyMatch(member -> meets(
                                    member.extent().bounds(), dataset.extent().bounds()));
            if (same) {
                joined.addAll(group);
            }
            return same;
        });
        joined.add(dataset);
        joined.sort(Comparator.comparingLong(Dataset::id));
        groups.add(joined);
    }

    private static boolean meets(@Nullable Bounds one, @Nullable Bounds other) {
        return one != null && other != null && one.grownBy(GROWN_DEGREES).overlaps(other);
    }
}
