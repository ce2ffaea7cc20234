package se.lageskarta.service.publications;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.publicpage.Words;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;

/**
 * Takes a release back: its address says so since, and its files are gone. Its numbers stay in the history that every
 * later release is judged with.
 */
@Service
class WithdrawPublication {
    private final Publications publications;
    private final PublicReleases releases;
    private final TransactionOperations transactions;
    private final Clock clock;

    WithdrawPublication(
            Publications publications, PublicReleases releases, TransactionOperations transactions, Clock clock) {
        this.publications = publications;
        this.releases = releases;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws ProblemException 409 when it has not been approved, or has been withdrawn already */
    Optional<Entry<StoredPublication>> now(long id, ExpectedVersion expected, Words reason, String who) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.execute(status -> publications
                .register()
                .change(
                        id,
                        expected,
                        before -> {
                            if (!before.state().equals("approved")) {
                                throw ProblemException.of(409, "publication.not-approved");
                            }
                            releases.withdraw(id, at);
                            return before.with(new StoredPublication.Withdrawn(at, who, reason));
                        },
                        who));
    }
}
