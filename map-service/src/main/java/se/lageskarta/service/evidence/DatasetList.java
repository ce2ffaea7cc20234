package se.lageskarta.service.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;

/**
 * The datasets as the page sees them.
 *
 * @param datasets the oldest first
 * @param defaultGroup id of the group shown when nobody chose, null when there are no data
 * @param groups the oldest first
 */
record DatasetList(List<Entry> datasets, @Nullable String defaultGroup, List<Group> groups) {
    /** One dataset; {@code bounds} is west, south, east, north in degrees. */
    record Entry(
            long id,
            String name,
            String kind,
            @Nullable String role,
            long rows,
            String crs,
            double @Nullable [] bounds,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String timePrecision,
            long distinctPlaces,
            boolean snapped,
            boolean invented,
            String source,
            String owner,
            @Nullable Instant importedAt,
            @Nullable String group) {
        static Entry of(Dataset dataset, DatasetGroups groups) {
            return new Entry(
                    dataset.id(),
                    dataset.name(),
                    dataset.kind().code(),
                    dataset.role(),
                    dataset.extent().rows(),
                    dataset.crs().toString(),
                    edges(dataset.extent().bounds()),
                    dataset.extent().firstDay(),
                    dataset.extent().lastDay(),
                    dataset.extent().timePrecision(),
                    dataset.extent().distinctPlaces(),
                    dataset.extent().snapped(),
                    dataset.invented(),
                    dataset.source(),
                    dataset.owner(),
                    dataset.extent().importedAt(),
                    groups.holding(dataset).map(DatasetGroup::id).orElse(null));
        }
    }

    /** One group. */
    record Group(
            String id,
            String name,
            double @Nullable [] bounds,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean invented) {
        static Group of(DatasetGroup group) {
            return new Group(
                    group.id(),
                    group.name(),
                    edges(group.bounds()),
                    group.firstDay(),
                    group.lastDay(),
                    group.invented());
        }
    }

    static DatasetList of(Facts facts) {
        return new DatasetList(
                facts.datasets().stream()
                        .map(dataset -> Entry.of(dataset, facts.groups()))
                        .toList(),
                facts.groups().newest().map(DatasetGroup::id).orElse(null),
                facts.groups().groups().stream().map(Group::of).toList());
    }

    private static double @Nullable [] edges(@Nullable Bounds bounds) {
        return bounds == null ? null : new double[] {bounds.west(), bounds.south(), bounds.east(), bounds.north()};
    }
}
