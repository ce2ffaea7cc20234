package se.lageskarta.service.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.web.Parameters;

/** Reads the filter that all addresses share. */
@Component
public class Questions {
    /** {@code from} and {@code to} (days, both included), {@code types}, {@code datasets}, {@code stream}. */
    public static final Set<String> PARAMETERS = Set.of("from", "to", "types", "datasets", "stream");

    private final Evidence evidence;
    private final IncidentTypes types;

    Questions(Evidence evidence, IncidentTypes types) {
        this.evidence = evidence;
        this.types = types;
    }

    /**
     * Reads a question. Without {@code datasets} it is about the group with the newest import.
     *
     * @throws se.lageskarta.service.web.RefusedRequestException when a value cannot be accepted
     */
    public Question of(Parameters parameters) {
        Facts facts = evidence.now();
        LocalDate from = parameters.day("from");
        LocalDate to = parameters.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw parameters.refused("to", "parameter.period");
        }
        SortedSet<String> chosen = parameters.words("types", types.codes());
        EvidenceStream stream =
                EvidenceStream.of(parameters.word("stream", EvidenceStream.BOTH.code(), EvidenceStream.CODES));
        return new Question(facts, datasets(parameters, facts), from, to, chosen, stream);
    }

    private static List<Dataset> datasets(Parameters parameters, Facts facts) {
        SortedSet<Long> ids = parameters.ids("datasets");
        if (ids.isEmpty()) {
            return facts.groups().newest().map(DatasetGroup::datasets).orElse(List.of());
        }
        List<Dataset> known = facts.datasets().stream()
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
