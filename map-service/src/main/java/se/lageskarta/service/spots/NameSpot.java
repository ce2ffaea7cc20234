package se.lageskarta.service.spots;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.spots.SpotRows.Named;
import se.lageskarta.service.web.ExpectedVersion;

/** Gives a spot the name that people use. Every name it had is kept. */
@Service
class NameSpot {
    private final SpotRows rows;
    private final SpotNames names;
    private final TransactionOperations transactions;

    NameSpot(SpotRows rows, SpotNames names, TransactionOperations transactions) {
        this.rows = rows;
        this.names = names;
        this.transactions = transactions;
    }

    /**
     * What came of it.
     *
     * @param page the spot as it is now
     * @param saved false when somebody has saved it since the version expected; nothing was written then
     */
    record Outcome(SpotBook.Page page, boolean saved) {}

    /** Empty when there is no such spot. */
    Optional<Outcome> of(long id, ExpectedVersion expected, String name, String who) {
        return Objects.requireNonNull(transactions.execute(status -> {
            rows.lock();
            SpotBook book = rows.book();
            return book.page(id).map(page -> {
                Named before = page.named();
                if (!expected.allows(before.version())) {
                    return new Outcome(page, false);
                }
                Named after = before.called(name, true);
                rows.name(after, who);
                names.note(after, who);
                rows.raiseRevision();
                return new Outcome(new SpotBook.Page(after, page.seen(), page.months()), true);
            });
        }));
    }
}
