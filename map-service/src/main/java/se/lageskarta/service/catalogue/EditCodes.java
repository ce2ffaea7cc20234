package se.lageskarta.service.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.read.DatedCode;
import se.lageskarta.service.storage.DatasetChanged;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.RegisterChanges;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;

/**
 * Keeps the code tables: own types, and what the words of sources mean. Each save is one transaction together with its
 * history, from a version its writer has seen.
 */
@Service
public class EditCodes {
    static final String TYPES = "type";
    static final String WORDS = "word";

    private final IncidentTypes types;
    private final OwnTypes ownTypes;
    private final OwnWords ownWords;
    private final RetypeIncidents retyping;
    private final RegisterChanges changes;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    EditCodes(
            IncidentTypes types,
            OwnTypes ownTypes,
            OwnWords ownWords,
            RetypeIncidents retyping,
            RegisterChanges changes,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.types = types;
        this.ownTypes = ownTypes;
        this.ownWords = ownWords;
        this.retyping = retyping;
        this.changes = changes;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Adds a type.
     *
     * @throws ProblemException 409 when its code is taken
     */
    IncidentType add(SentType sent, String who) {
        String code = sent.newCode();
        if (types.find(code).isPresent()) {
            throw ProblemException.of(409, "type.taken", code);
        }
        return save(sent.read(types.undescribed(code, sent.typeClass()), types), who)
                .orElseThrow(() -> ProblemException.of(409, "type.taken", code));
    }

    /**
     * Describes a type anew, also one that comes with the product.
     *
     * @throws ProblemException 404 when there is none, 412 when somebody has saved it since
     */
    IncidentType change(String code, ExpectedVersion expected, SentType sent, String who) {
        IncidentType present = types.find(code).orElseThrow(ProblemException::notFound);
        IncidentType wanted = sent.read(present, types);
        if (!expected.allows(present.version())) {
            throw stale(present, sent);
        }
        return save(wanted, who).orElseThrow(() -> stale(ownTypes.find(code).orElse(present), sent));
    }

    /** How a word stands after it has been saved; the code is empty when it has periods, or nothing is said of it. */
    record Saved(String word, String code, List<DatedCode> periods, long version, int retyped) {}

    /**
     * Says what a word means.
     *
     * @throws ProblemException 412 when somebody has said it since
     */
    Saved say(ExpectedVersion expected, SentWord sent, String who) {
        SentWord.Read read = sent.read(types);
        OwnWord unsaid = OwnWord.unsaid(read.word());
        OwnWord present = ownWords.find(unsaid.folded()).orElse(unsaid);
        if (!expected.allows(present.version())) {
            throw staleWord(present, sent);
        }
        OwnWord wanted = present.next(read.word(), read.meanings());
        int retyped = inOneTransaction(() -> {
                    if (!ownWords.save(wanted)) {
                        return Optional.<Integer>empty();
                    }
                    changes.note(WORDS, wanted.folded(), wanted.version(), wanted, who);
                    return Optional.of(read.applyToExisting() ? retyping.of(List.of(wanted)) : 0);
                })
                .orElseThrow(() -> staleWord(present, sent));
        tell(retyped);
        return new Saved(wanted.word(), wanted.code(), wanted.periods(), wanted.version(), retyped);
    }

    private void tell(int retyped) {
        events.publishEvent(new CodesChanged());
        if (retyped > 0) {
            events.publishEvent(new DatasetChanged(0, DatasetKind.INCIDENTS));
        }
    }

    private Optional<IncidentType> save(IncidentType type, String who) {
        Optional<IncidentType> saved = inOneTransaction(() -> {
            if (!ownTypes.save(type)) {
                return Optional.<IncidentType>empty();
            }
            changes.note(TYPES, type.code(), type.version(), type, who);
            return Optional.of(type);
        });
        events.publishEvent(new CodesChanged());
        return saved;
    }

    /** Empty when nothing was saved because somebody came first. */
    private <T> Optional<T> inOneTransaction(Supplier<Optional<T>> step) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> step.get()));
        } catch (DuplicateKeyException first) {
            return Optional.empty();
        }
    }

    private static ProblemException stale(IncidentType current, SentType yours) {
        return ProblemException.of(412, "type.stale").with("current", current).with("yours", yours);
    }

    private static ProblemException staleWord(OwnWord current, SentWord yours) {
        return ProblemException.of(412, "word.stale").with("current", current).with("yours", yours);
    }
}
