package se.lageskarta.service.areachecks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.service.evidence.DatasetGroup;
import se.lageskarta.service.evidence.DatasetGroups;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Facts;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;

/**
 * The datasets about the place where an area lies, as far as planners may be told of them: a check is one document, the same
 * whoever makes it.
 *
 * @param facts what is visible now
 * @param group the group of datasets about the place
 * @param datasets those of the group that planners may be told of, the oldest first
 */
record Town(Facts facts, DatasetGroup group, List<Dataset> datasets) {
    private static final Set<String> PLANNER = Set.of("planner");
    /** Edges of a municipality have fewer incidents than its middle. */
    private static final double GROWN_DEGREES = 0.5;

    Town {
        datasets = List.copyOf(datasets);
    }

    /** The town that holds an area in degrees; null when no data are about that place. */
    static @Nullable Town around(Facts facts, Geometry degrees) {
        List<Dataset> allowed = facts.datasets().stream()
                .filter(dataset -> dataset.terms().letsSee(PLANNER))
                .toList();
        Coordinate middle = degrees.getEnvelopeInternal().centre();
        return DatasetGroups.of(allowed).groups().stream()
                .filter(group -> {
                    Bounds bounds = group.bounds();
                    return bounds != null && bounds.grownBy(GROWN_DEGREES).contains(middle.x, middle.y);
                })
                .filter(group -> group.datasets().stream().anyMatch(dataset -> dataset.kind() == DatasetKind.INCIDENTS))
                .reduce((one, other) -> nearer(one, other, middle))
                .map(group -> new Town(facts, group, group.datasets()))
                .orElse(null);
    }

    private static DatasetGroup nearer(DatasetGroup one, DatasetGroup other, Coordinate middle) {
        return distance(other, middle) < distance(one, middle) ? other : one;
    }

    private static double distance(DatasetGroup group, Coordinate middle) {
        Bounds bounds = group.bounds();
        return bounds == null
                ? Double.MAX_VALUE
                : Math.hypot(
                        (bounds.west() + bounds.east()) / 2 - middle.x,
                        (bounds.south() + bounds.north()) / 2 - middle.y);
    }

    /** The question about a period, both days included; without days about all time. */
    Question question(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Question(facts, datasets, from, to, new TreeSet<>(), EvidenceStream.ALL);
    }

    /** Numbers of the datasets of incidents. */
    SortedSet<Long> incidentDatasets() {
        return datasets.stream()
                .filter(dataset -> dataset.kind() == DatasetKind.INCIDENTS)
                .map(Dataset::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean invented() {
        return group.invented();
    }

    /** The working system of most incidents. */
    Crs crs() {
        return question(null, null).incidents().stream()
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .map(Incidents::crs)
                .orElse(Crs.SWEREF99_TM);
    }

    /** Where addresses belong to this place, degrees. */
    @Nullable
    Bounds reach() {
        Bounds bounds = group.bounds();
        return bounds == null ? null : bounds.grownBy(GROWN_DEGREES);
    }
}
