package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import se.lageskarta.service.catalogue.IncidentKind;
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
 * @param stream which kinds of evidence; what is crime is as the municipality said when it was asked
 */
public record Question(
        Facts facts,
        List<Dataset> datasets,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        SortedSet<String> types,
        EvidenceStream stream) {
    private static final Set<String> NONE = Set.of("");

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
                + String.join(".", types) + "|" + stream.code() + kindsKey();
    }

    /** The filter for incidents: of the types asked for those that the stream has. */
    public IncidentFilter filter() {
        return new IncidentFilter(from, to, typesOfStream(), datasetIds());
    }

    /** True when there may be incidents to answer with: the stream has some, and there is data. */
    public boolean asksForIncidents() {
        return stream.includesIncidents() && !datasets.isEmpty();
    }

    /**
     * The same for whoever counts: without types asked for by name, everything is crime and unsafety only, for disorder
     * and faults are not added to crime. Types asked for by name are counted as they are.
     */
    public Question counted() {
        return stream == EvidenceStream.ALL && types.isEmpty() ? withStream(EvidenceStream.BOTH) : this;
    }

    /** How many of the incidents asked for are neither crime nor disorder: no number of a stream has them. */
    public int inNoStream() {
        int others = 0;
        for (Incidents set : incidents()) {
            for (int row = 0; row < set.size(); row++) {
                IncidentKind kind = facts.kinds().of(set.type(row));
                others += kind == IncidentKind.CRIME || kind == IncidentKind.DISORDER ? 0 : 1;
            }
        }
        return others;
    }

    /** How many incidents there are of each kind in the period, the types and the datasets asked for. */
    public Map<IncidentKind, Integer> kindsThere() {
        Map<IncidentKind, Integer> counts = new EnumMap<>(IncidentKind.class);
        for (Incidents set : withStream(EvidenceStream.ALL).incidents()) {
            for (int row = 0; row < set.size(); row++) {
                counts.merge(facts.kinds().of(set.type(row)), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The incidents asked for, one set a working system; none when the stream leaves them out. */
    public List<Incidents> incidents() {
        return asksForIncidents() ? facts.incidents(filter()) : List.of();
    }

    /** The same whenever they happened, for comparing with earlier years. */
    public List<Incidents> incidentsOfAllTime() {
        return asksForIncidents() ? facts.incidents(filter().during(null, null)) : List.of();
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

    private @Nullable Set<IncidentKind> kinds() {
        return stream.kinds();
    }

    /** Empty for all; a code that no type has for none. */
    private Set<String> typesOfStream() {
        Set<IncidentKind> kinds = kinds();
        if (kinds == null) {
            return types;
        }
        Set<String> wanted = new TreeSet<>(facts.kinds().codes(kinds));
        if (!types.isEmpty()) {
            wanted.retainAll(types);
        }
        return wanted.isEmpty() ? NONE : wanted;
    }

    /** Another answer when another type counts as crime; everything tells the kinds apart. */
    private String kindsKey() {
        return switch (stream) {
            case ALL -> "|" + facts.kinds().mark();
            case UNSAFETY -> "";
            case CRIME, DISORDER, BOTH -> "|" + String.join(".", typesOfStream());
        };
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
