package se.lageskarta.service.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.service.storage.DatasetChanged;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.IncidentWords;
import se.lageskarta.service.storage.RegisterChanges;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * Takes in a code table that comes back as a file: tells first what it would change, then changes all of it with its
 * history in one transaction, or nothing.
 */
@Service
class TakeInCodes {
    /** More than anybody mends one by one. */
    private static final int FAULTS_TOLD = 200;

    private final IncidentTypes types;
    private final OwnTypes ownTypes;
    private final OwnWords ownWords;
    private final SourceWords sourceWords;
    private final IncidentWords used;
    private final RetypeIncidents retyping;
    private final RegisterChanges history;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    TakeInCodes(
            IncidentTypes types,
            OwnTypes ownTypes,
            OwnWords ownWords,
            SourceWords sourceWords,
            IncidentWords used,
            RetypeIncidents retyping,
            RegisterChanges history,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.types = types;
        this.ownTypes = ownTypes;
        this.ownWords = ownWords;
        this.sourceWords = sourceWords;
        this.used = used;
        this.retyping = retyping;
        this.history = history;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * How the file is to be taken.
     *
     * @param removeOthers true when nothing is to be said any more of words that it lacks
     * @param applyToExisting true when incidents that are here already get the types too
     */
    record Order(CodeTableKind table, CodeFile file, boolean removeOthers, boolean applyToExisting) {}

    /**
     * What a file changes.
     *
     * @param version of the whole table that it was compared with
     * @param zeros codes that were given back the zeros that a spreadsheet has taken
     */
    record Found(
            long version,
            List<CodeChange.OfWord> words,
            List<CodeChange.OfType> types,
            int unchanged,
            int zeros,
            List<LineFault> faults,
            List<OwnWord> wantedWords) {
        int changes() {
            return words.size() + types.size();
        }
    }

    /** @param changed how many words or types are said anew */
    record Saved(long version, int changed, int retyped) {}

    /** What it would change, of one state of the table. */
    Found look(Order order) {
        return Objects.requireNonNull(transactions.execute(status -> found(order)));
    }

    /**
     * Changes all that the file says.
     *
     * @throws RefusedRequestException 422 naming every line that cannot be accepted; nothing is changed then
     * @throws ProblemException 412 when the table has been changed since it was compared
     */
    Saved save(Order order, ExpectedVersion expected, String who) {
        try {
            Saved saved = Objects.requireNonNull(transactions.execute(status -> saveAll(order, expected, who)));
            events.publishEvent(new CodesChanged());
            if (saved.retyped > 0) {
                events.publishEvent(new DatasetChanged(0, DatasetKind.INCIDENTS));
            }
            return saved;
        } catch (DuplicateKeyException first) {
            throw stale();
        }
    }

    private Saved saveAll(Order order, ExpectedVersion expected, String who) {
        Found found = found(order);
        if (!expected.allows(found.version)) {
            throw stale();
        }
        if (!found.faults.isEmpty()) {
            List<FieldFault> faults = found.faults.stream()
                    .limit(FAULTS_TOLD)
                    .map(LineFault::inRequest)
                    .toList();
            throw new RefusedRequestException(422, faults);
        }
        for (OwnWord word : found.wantedWords) {
            if (!ownWords.save(word)) {
                throw stale();
            }
            history.note(EditCodes.WORDS, word.folded(), word.version(), word, who);
        }
        for (CodeChange.OfType change : found.types) {
            IncidentType type = change.after();
            if (!ownTypes.save(type)) {
                throw stale();
            }
            history.note(EditCodes.TYPES, type.code(), type.version(), type, who);
        }
        int retyped = order.applyToExisting ? retyping.of(found.wantedWords) : 0;
        return new Saved(found.version + found.changes(), found.changes(), retyped);
    }

    private Found found(Order order) {
        return order.table == CodeTableKind.WORDS ? words(order) : types(order);
    }

    private Found words(Order order) {
        List<OwnWord> own = ownWords.all();
        Map<String, Long> incidents = new HashMap<>();
        used.all().forEach(use -> incidents.merge(SourceTypes.fold(use.word()), use.incidents(), Long::sum));
        WordChanges changes =
                new WordChanges(own, sourceWords.unsaid(), types, incidents).read(order.file, order.removeOthers);
        long version = own.stream().mapToLong(OwnWord::version).sum();
        return new Found(
                version,
                changes.changes(),
                List.of(),
                changes.unchanged(),
                changes.zeros(),
                changes.faults(),
                changes.wanted());
    }

    private Found types(Order order) {
        List<IncidentType> own = ownTypes.all();
        TypeChanges changes = new TypeChanges(own, types).read(order.file);
        long version = own.stream().mapToLong(IncidentType::version).sum();
        return new Found(
                version, List.of(), changes.changes(), changes.unchanged(), 0, changes.faults(), new ArrayList<>());
    }

    private static ProblemException stale() {
        return ProblemException.of(412, "codes.stale");
    }
}
