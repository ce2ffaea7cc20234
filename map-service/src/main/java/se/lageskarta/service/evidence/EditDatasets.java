package se.lageskarta.service.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetChanged;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.RegisterChanges;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the terms of datasets: name, owner, source, legal note, who may see the rows and which days they cover. Every
 * saved state is kept. The owner's people and those who keep the installation in order may change them.
 */
@Service
public class EditDatasets {
    private static final String REGISTER = "dataset";
    private static final int STATES_TOLD = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Datasets datasets;
    private final RegisterChanges changes;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    EditDatasets(
            Datasets datasets,
            RegisterChanges changes,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.datasets = datasets;
        this.changes = changes;
        this.transactions = transactions;
        this.events = events;
    }

    /** One saved state of a dataset's terms. */
    record State(long version, Instant savedAt, String savedBy, JsonNode state) {}

    /** What is kept of each state. */
    private record Kept(
            String name,
            String owner,
            String source,
            String legalNote,
            java.util.Set<String> visibleTo,
            @Nullable String coversFrom,
            @Nullable String coversTo) {
        static Kept of(SentTerms.Read read) {
            return new Kept(
                    read.name(),
                    read.owner(),
                    read.source(),
                    read.terms().legalNote(),
                    read.terms().visibleTo(),
                    Objects.toString(read.terms().coversFrom(), null),
                    Objects.toString(read.terms().coversTo(), null));
        }
    }

    /**
     * @throws ProblemException 404 when there is no such dataset or it is not the person's to change, 412 when somebody
     *     has saved it since
     */
    Dataset change(long id, ExpectedVersion expected, SentTerms sent, @Nullable Person who) {
        Dataset dataset = of(id, who);
        long version = dataset.terms().version();
        SentTerms.Read read = sent.read(version);
        if (!expected.allows(version)) {
            throw stale(dataset, sent);
        }
        boolean saved = Boolean.TRUE.equals(transactions.execute(status -> {
            datasets.inTurn();
            refuseWhenTaken(read.name(), dataset);
            boolean first = datasets.reword(id, read.name(), read.owner(), read.source(), read.terms());
            if (first) {
                changes.note(REGISTER, Long.toString(id), version + 1, Kept.of(read), name(who));
            }
            return first;
        }));
        if (!saved) {
            throw stale(of(id, who), sent);
        }
        events.publishEvent(new DatasetChanged(id, dataset.kind()));
        return of(id, null);
    }

    private void refuseWhenTaken(String name, Dataset dataset) {
        boolean taken = datasets.named(name, dataset.kind())
                .filter(other -> other.id() != dataset.id())
                .isPresent();
        if (taken) {
            throw new RefusedRequestException(422, List.of(FieldFault.of("name", name, "dataset.name-taken")));
        }
    }

    /** The newest first. */
    List<State> history(long id, @Nullable Person who) {
        of(id, who);
        return changes.of(REGISTER, Long.toString(id), STATES_TOLD).stream()
                .map(change ->
                        new State(change.version(), change.savedAt(), change.savedBy(), JSON.readTree(change.state())))
                .toList();
    }

    private Dataset of(long id, @Nullable Person who) {
        return datasets.find(id)
                .filter(dataset -> who == null || who.answersFor(dataset.owner()))
                .orElseThrow(ProblemException::notFound);
    }

    private static ProblemException stale(Dataset now, SentTerms sent) {
        return ProblemException.of(412, "dataset.stale")
                .with("current", DatasetList.Entry.of(now, DatasetGroups.of(List.of(now)), null))
                .with("yours", sent);
    }

    private static String name(@Nullable Person who) {
        return who == null ? "" : who.getUsername();
    }
}
