package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.DefaultPoints;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;

/**
 * What somebody asks about: which datasets, which days, which types, which stream, at one revision of the data.
 *
 * @param facts what was visible when it was asked
 * @param datasets those asked for, the oldest first; never "all of them" by accident
 * @param from first day, included; null for no bound
 * @param to last day, included; null for no bound
 * @param types taxonomy codes of incidents, empty for all; unsafe places have no type and are not touched by it
 * @param stream which kinds of evidence
 */
public record Question(
        Facts facts,
        List<Dataset> datasets,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        SortedSet<String> types,
        EvidenceStream stream) {
    public Question {
        datasets = List.copyOf(datasets);
        types = new TreeSet<>(types);
    }

    /** Names the question and the data it is about: equal keys have equal answers, after a restart too. */
    public String key() {
        String sets = datasets.stream()
                .map(dataset -> dataset.id() + "r" + dataset.revision())
                .collect(Collectors.joining("."));
        return "d" + sets + "|" + (from == null ? "" : from) + "|" + (to == null ? "" : to) + "|"
                + String.join(".", types) + "|" + stream.code();
    }

    /** The filter for incidents. */
    public IncidentFilter filter() {
        return new IncidentFilter(from, to, types, datasetIds());
    }

    /** The incidents asked for, one set a working system; none when the stream leaves them out. */
    public List<Incidents> incidents() {
        return stream.includesCrime() && !datasets.isEmpty() ? facts.incidents(filter()) : List.of();
    }

    /** The same whenever they happened, for comparing with earlier years. */
    public List<Incidents> incidentsOfAllTime() {
        return stream.includesCrime() && !datasets.isEmpty() ? facts.incidents(filter().during(null, null)) : List.of();
    }

    /**
     * The incidents asked for that can be drawn and counted at a place: known to the street or better, and on no default
     * point of an address service. One set a working system.
     */
    public List<Incidents> placedIncidents() {
        return incidents().stream()
                .map(set -> defaultPoints(set.crs()).without(set.withPointPlaces()))
                .toList();
    }

    /** Default points of address services among the incidents of the same types and datasets of all time. */
    public DefaultPoints defaultPoints(Crs crs) {
        return facts.defaultPoints(crs, filter().during(null, null));
    }

    /** The marks asked for, one set a working system; none when the stream leaves them out. */
    public List<UnsafePlaces> unsafePlaces() {
        return unsafePlaces(from, to);
    }

    /** The same whenever they were made. */
    public List<UnsafePlaces> unsafePlacesOfAllTime() {
        return unsafePlaces(null, null);
    }

    /** True when any of it is made up, which is said wherever it shows. */
    public boolean invented() {
        return datasets.stream().anyMatch(Dataset::invented);
    }

    public @Nullable Bounds bounds() {
        return DatasetGroup.boundsOf(datasets);
    }

    public Question withStream(EvidenceStream other) {
        return new Question(facts, datasets, from, to, types, other);
    }

    /** The same whenever it was. */
    public Question ofAllTime() {
        return new Question(facts, datasets, null, null, types, stream);
    }

    private Set<Long> datasetIds() {
        return datasets.stream().map(Dataset::id).collect(Collectors.toSet());
    }

    private List<UnsafePlaces> unsafePlaces(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (!stream.includesUnsafety() || datasets.isEmpty()) {
            return List.of();
        }
        Set<Long> wanted = datasetIds();
        return facts.unsafePlaces().stream()
                .map(all -> new UnsafePlaces(
                        all.crs(),
                        all.marks().stream()
                                .filter(mark -> wanted.contains(mark.datasetId()) && isWithin(mark, first, last))
                                .toList()))
                .filter(chosen -> chosen.size() > 0)
                .toList();
    }

    private static boolean isWithin(UnsafePlace mark, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null && last == null) {
            return true;
        }
        LocalDate day = mark.day();
        return day != null && (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
}
