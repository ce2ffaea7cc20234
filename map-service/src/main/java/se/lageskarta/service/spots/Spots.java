package se.lageskarta.service.spots;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The spots that have been registered. Everything is read into memory at the first question after a change (some kilobytes a
 * spot) and kept until the next. Safe for several threads.
 */
@Component
public class Spots {
    private final SpotRows rows;
    private final TransactionOperations transactions;
    private volatile @Nullable SpotBook kept;

    Spots(SpotRows rows, TransactionOperations transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** The spot with a number; it is never erased. */
    public Optional<Spot> find(long id) {
        return book().page(id).map(SpotBook.Page::spot);
    }

    /** All of them, real and invented, the oldest first. */
    public List<Spot> all() {
        return book().pages().stream().map(SpotBook.Page::spot).toList();
    }

    /** What is known of each month of a spot, the first first: also those in which it was gone, for two years. */
    public List<SpotMonth> months(long id) {
        return book().page(id).map(SpotBook.Page::months).orElse(List.of());
    }

    /** Rises with every change of a spot, and stays the same over a restart; part of every ETag. */
    public long revision() {
        return rows.revision();
    }

    SpotBook book() {
        SpotBook book = kept;
        if (book == null || book.revision() != rows.revision()) {
            book = read();
            kept = book;
        }
        return book;
    }

    private SpotBook read() {
        // the revision first: what is written meanwhile is read again at the next question
        SpotBook read = transactions.execute(
                status -> SpotBook.of(rows.revision(), rows.spots(), rows.months(), rows.recognitions()));
        return Objects.requireNonNull(read);
    }
}
