package se.lageskarta.service.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetTerms;

/**
 * The datasets as the page sees them.
 *
 * @param datasets the oldest first; one that is in no group although it has a place is kept from the person by its terms
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
            @Nullable String group,
            String legalNote,
            Set<String> visibleTo,
            @Nullable LocalDate coversFrom,
            @Nullable LocalDate coversTo,
            long version,
            boolean mayEdit) {
        static Entry of(Dataset dataset, DatasetGroups groups, @Nullable Person asking) {
            DatasetTerms terms = dataset.terms();
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
                    groups.holding(dataset).map(DatasetGroup::id).orElse(null),
                    terms.legalNote(),
                    terms.visibleTo(),
                    terms.coversFrom(),
                    terms.coversTo(),
                    terms.version(),
                    asking != null && asking.answersFor(dataset.owner()));
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

    /** What the person may see, and, without their rows, what the person may decide about. */
    static DatasetList of(Facts facts, @Nullable Person asking) {
        List<Dataset> visible = facts.visibleTo(Questions.roles());
        DatasetGroups groups = DatasetGroups.of(visible);
        return new DatasetList(
                facts.datasets().stream()
                        .filter(dataset ->
                                visible.contains(dataset) || (asking != null && asking.answersFor(dataset.owner())))
                        .map(dataset -> Entry.of(dataset, groups, asking))
                        .toList(),
                groups.newest().map(DatasetGroup::id).orElse(null),
                groups.groups().stream().map(Group::of).toList());
    }

    private static double @Nullable [] edges(@Nullable Bounds bounds) {
        return bounds == null ? null : new double[] {bounds.west(), bounds.south(), bounds.east(), bounds.north()};
    }
}
