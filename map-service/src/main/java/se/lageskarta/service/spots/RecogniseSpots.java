package se.lageskarta.service.spots;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.hotspot.SpotStatus;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.spots.SpotBook.Look;

/**
 * Says which spot each hotspot of a month is, and registers those that are new.
 *
 * <p>The same month and data may come again as often as they like and change nothing; other data of the same month replace
 * what was known of it, and spots keep their numbers as far as outlines still meet. Of several who ask at once one
 * registers, the others get the same spots. When nothing of the scope has been looked through before, the months before are
 * registered first, from the same data: see {@link EarlierMonths}.
 */
@Service
public class RecogniseSpots {
    private final SpotRows rows;
    private final RegisterSpots register;
    private final EarlierMonths earlier;
    private final Spots spots;
    private final TransactionOperations transactions;
    /** The months before are worked out once, not by everybody who asks at the same time. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    RecogniseSpots(
            SpotRows rows,
            RegisterSpots register,
            EarlierMonths earlier,
            Spots spots,
            TransactionOperations transactions) {
        this.rows = rows;
        this.register = register;
        this.earlier = earlier;
        this.spots = spots;
        this.transactions = transactions;
    }

    /**
     * Recognises a month's hotspots of one stream.
     *
     * @param month the last month of the period they are of
     * @param question about which data; its period must be the twelve months that end with {@code month}
     * @param stream {@code crime}, {@code disorder} or {@code unsafety}
     * @param found all hotspots of the month, degrees; what is not among them is gone
     * @param who the account that asks
     */
    public Recognised of(YearMonth month, Question question, String stream, List<FoundHotspot> found, String who) {
        SpotScope scope = SpotScope.of(question, stream);
        if (scope == null) {
            return new Recognised(List.of(), List.of());
        }
        List<FoundHotspot> stored = found.stream().map(FoundHotspot::stored).toList();
        oneAtATime.lock();
        try {
            List<EarlierMonths.Month> before =
                    spots.book().isNewTo(scope) ? earlier.of(question, stream, month) : List.of();
            return Objects.requireNonNull(transactions.execute(
                    status -> write(new Look(month, scope), before, stored, RegisterSpots.Source.of(question, who))));
        } finally {
            oneAtATime.unlock();
        }
    }

    private Recognised write(
            Look look, List<EarlierMonths.Month> before, List<FoundHotspot> found, RegisterSpots.Source source) {
        rows.lock();
        SpotBook book = rows.book();
        // another process may have been first
        for (EarlierMonths.Month month : book.isNewTo(look.scope()) ? before : List.<EarlierMonths.Month>of()) {
            book = register.month(book, new Look(month.month(), look.scope()), month.found(), source)
                    .book();
        }
        RegisterSpots.Written written = register.month(book, look, found, source);
        if (written.changed()) {
            rows.raiseRevision();
        }
        return told(written, look);
    }

    private static Recognised told(RegisterSpots.Written written, Look look) {
        Set<Long> here = new HashSet<>(written.spots());
        List<Spot> spots = new ArrayList<>();
        for (long spot : written.spots()) {
            spots.add(written.book().page(spot).orElseThrow().in(look.month()));
        }
        List<Spot> gone = written.book().pages().stream()
                .filter(page -> look.scope().holds(page.named())
                        && !here.contains(page.named().id())
                        && page.month(look.month())
                                .filter(one -> one.status().equals(SpotStatus.GONE.code()))
                                .isPresent())
                .map(page -> page.in(look.month()))
                .toList();
        return new Recognised(spots, gone);
    }
}
