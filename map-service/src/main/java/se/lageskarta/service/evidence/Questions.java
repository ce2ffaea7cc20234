package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.security.Role;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.web.Parameters;

/** Reads the filter that all addresses share. */
@Component
public class Questions {
    /** {@code from} and {@code to} (days, both included), {@code types}, {@code datasets}, {@code group}, {@code stream}. */
    public static final Set<String> PARAMETERS = Set.of("from", "to", "types", "datasets", "group", "stream");

    private final Evidence evidence;
    private final IncidentTypes types;

    Questions(Evidence evidence, IncidentTypes types) {
        this.evidence = evidence;
        this.types = types;
    }

    /**
     * Reads a question of the person being answered that numbers are made of: {@link Question#counted}.
     *
     * @throws se.lageskarta.service.web.RefusedRequestException when a value cannot be accepted
     */
    public Question of(Parameters parameters) {
        return everything(parameters).counted();
    }

    /**
     * Reads a question of the person being answered whose answer shows single rows or tells each stream apart. Without
     * {@code datasets} it is about the place that {@code group} names, and without either about the group with the newest
     * import, which may be another one tomorrow. A dataset whose terms keep it from the person is answered like one that is
     * not there.
     *
     * @throws se.lageskarta.service.web.RefusedRequestException when a value cannot be accepted
     */
    public Question everything(Parameters parameters) {
        Facts facts = evidence.now();
        LocalDate from = parameters.day("from");
        LocalDate to = parameters.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw parameters.refused("to", "parameter.period");
        }
        SortedSet<String> chosen = parameters.words("types", types.codes());
        EvidenceStream stream =
                EvidenceStream.of(parameters.word("stream", EvidenceStream.ALL.code(), EvidenceStream.CODES));
        return new Question(facts, datasets(parameters, facts.visibleTo(roles())), from, to, chosen, stream);
    }

    /**
     * The nearest that may be told of a question to somebody who may not see single incidents: one whole calendar year, all
     * types, all datasets of the place. Two such answers are about the same incidents or about none together, so nothing comes
     * of subtracting them. The year is the latest whole one that the question touches; a year is whole when the data reach its
     * last month. Without any whole year no incident is asked about.
     */
    public Question wholeYear(Question asked) {
        Question whole = wholePlace(asked);
        Year year = WholeYears.of(whole.datasets()).nearest(asked.to());
        return year == null
                ? new Question(asked.facts(), surveys(whole), null, null, new TreeSet<>(), asked.stream())
                : new Question(
                        asked.facts(),
                        whole.datasets(),
                        year.atDay(1),
                        year.atMonth(12).atEndOfMonth(),
                        new TreeSet<>(),
                        asked.stream());
    }

    private static List<Dataset> surveys(Question whole) {
        return whole.datasets().stream()
                .filter(dataset -> dataset.kind() != DatasetKind.INCIDENTS)
                .toList();
    }

    /** The same about all types and all datasets of the place that the first dataset asked about belongs to. */
    Question wholePlace(Question asked) {
        List<Dataset> datasets = asked.datasets().stream()
                .map(Dataset::id)
                .findFirst()
                .map(this::placeOf)
                .orElse(List.of());
        return new Question(asked.facts(), datasets, asked.from(), asked.to(), new TreeSet<>(), asked.stream());
    }

    private List<Dataset> placeOf(long dataset) {
        return DatasetGroups.of(evidence.now().visibleTo(roles())).groups().stream()
                .map(DatasetGroup::datasets)
                .filter(group -> group.stream().anyMatch(member -> member.id() == dataset))
                .findFirst()
                .orElse(List.of());
    }

    /** True when no dataset of these that is still here is kept from the person being answered by its terms. */
    public boolean mayRead(Set<Long> datasets) {
        Set<String> roles = roles();
        return evidence.now().datasets().stream()
                .filter(dataset -> datasets.contains(dataset.id()))
                .allMatch(dataset -> dataset.terms().letsSee(roles));
    }

    /** Those datasets that the person being answered may see and that lie about the same place as any of these. */
    public SortedSet<Long> beside(Set<Long> datasets) {
        return DatasetGroups.of(evidence.now().visibleTo(roles())).groups().stream()
                .filter(group -> group.datasets().stream().anyMatch(dataset -> datasets.contains(dataset.id())))
                .flatMap(group -> group.datasets().stream())
                .map(Dataset::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the group is called that holds all of these datasets and no other; empty when there is none. */
    public Optional<DatasetGroup> groupOf(Set<Long> datasets) {
        return DatasetGroups.of(evidence.now().visibleTo(roles())).groups().stream()
                .filter(group -> group.datasets().stream()
                        .map(Dataset::id)
                        .collect(Collectors.toSet())
                        .equals(datasets))
                .findFirst();
    }

    /** Roles of the person being answered; none in the background. */
    static Set<String> roles() {
        Person person = Person.current();
        return person == null
                ? Set.of()
                : person.roles().stream().map(Role::code).collect(Collectors.toSet());
    }

    /** The group that is named, empty when its data are gone or kept from the person; the newest when none is named. */
    private static Optional<DatasetGroup> group(Parameters parameters, DatasetGroups groups) {
        String id = parameters.text("group");
        if (id == null) {
            return groups.newest();
        }
        if (!DatasetGroup.ID.matcher(id).matches()) {
            throw parameters.refused("group", "parameter.group");
        }
        return groups.groups().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    private static List<Dataset> datasets(Parameters parameters, List<Dataset> visible) {
        SortedSet<Long> ids = parameters.ids("datasets");
        if (ids.isEmpty()) {
            return group(parameters, DatasetGroups.of(visible))
                    .map(DatasetGroup::datasets)
                    .orElse(List.of());
        }
        List<Dataset> known = visible.stream()
                .filter(dataset -> dataset.kind() != DatasetKind.BASE)
                .toList();
        Set<Long> knownIds = known.stream().map(Dataset::id).collect(Collectors.toSet());
        for (Long id : ids) {
            if (!knownIds.contains(id)) {
                throw Parameters.refused(
                        "datasets",
                        id.toString(),
                        "parameter.dataset",
                        knownIds.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
            }
        }
        return known.stream().filter(dataset -> ids.contains(dataset.id())).toList();
    }
}
