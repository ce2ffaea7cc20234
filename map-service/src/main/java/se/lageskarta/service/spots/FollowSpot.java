package se.lageskarta.service.spots;

import java.time.YearMonth;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.spots.SpotBook.Look;

/** Makes a hotspot that somebody looks at a spot, so that causes and measures can hang on it before any month is prepared. */
@Service
public class FollowSpot {
    private final SpotRows rows;
    private final RegisterSpots register;
    private final TransactionOperations transactions;

    FollowSpot(SpotRows rows, RegisterSpots register, TransactionOperations transactions) {
        this.rows = rows;
        this.register = register;
        this.transactions = transactions;
    }

    /**
     * The spot of a hotspot.
     *
     * @param spot the spot
     * @param created false when the place was a spot already
     */
    public record Followed(Spot spot, boolean created) {}

    /**
     * Finds the spot of a hotspot by the same rule as when a month is recognised, or makes one.
     *
     * @param month the last month of the period it was found in
     * @param question about which data, with at least one place
     * @param stream {@code crime}, {@code disorder} or {@code unsafety}
     */
    public Followed of(YearMonth month, Question question, String stream, FoundHotspot hotspot, String who) {
        SpotScope scope = Objects.requireNonNull(SpotScope.of(question, stream), "a hotspot lies somewhere");
        FoundHotspot stored = hotspot.stored();
        return Objects.requireNonNull(transactions.execute(status -> {
            rows.lock();
            SpotBook book = rows.book();
            RegisterSpots.Written written =
                    register.followed(book, new Look(month, scope), stored, RegisterSpots.Source.of(question, who));
            if (written.changed()) {
                rows.raiseRevision();
            }
            long spot = written.spots().get(0);
            return new Followed(
                    written.book().page(spot).orElseThrow().spot(),
                    book.page(spot).isEmpty());
        }));
    }
}
