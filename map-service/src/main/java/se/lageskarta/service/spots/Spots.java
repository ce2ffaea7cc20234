package se.lageskarta.service.spots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.geo.hotspot.SpotMatch;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.Snapshots;

/**
 * The spots that have been registered. Everything is read into memory at the first question after a change (some kilobytes a
 * spot) and kept until the next. Safe for several threads.
 */
@Component
public class Spots {
    private final SpotRows rows;
    private final Snapshots snapshots;
    private volatile @Nullable SpotBook kept;

    Spots(SpotRows rows, Snapshots snapshots) {
        this.rows = rows;
        this.snapshots = snapshots;
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

    /**
     * Which spot each of some hotspots is, by the same rule as when a month is registered; nothing is registered. The status
     * is the month's when it has been registered, and the latest otherwise.
     *
     * @param month the last month of the period that the hotspots are of
     * @param question about which data they were found
     * @param stream {@code crime}, {@code disorder} or {@code unsafety}
     * @param outlines degrees
     * @return in their order; empty for a place that is no spot yet
     */
    public List<Optional<Spot>> lookFor(YearMonth month, Question question, String stream, List<Geometry> outlines) {
        SpotScope scope = SpotScope.of(question, stream);
        SpotBook book = book();
        List<Optional<Spot>> found = new ArrayList<>();
        if (scope == null) {
            outlines.forEach(outline -> found.add(Optional.empty()));
            return found;
        }
        for (SpotMatch match : book.match(month, scope, outlines)) {
            Long spot = match.spot();
            found.add(
                    spot == null
                            ? Optional.empty()
                            : book.page(spot)
                                    .map(page -> page.month(month).isPresent() ? page.in(month) : page.spot()));
        }
        return found;
    }

    /**
     * The month that hotspots of a question are told under: that of its last day, or of the data's last day when that comes
     * first.
     */
    public static YearMonth monthOf(Question question) {
        LocalDate last = question.datasets().stream()
                .map(Spots::lastDay)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        LocalDate to = question.to();
        return YearMonth.from(to != null && to.isBefore(last) ? to : last);
    }

    /** Of data whose times are unknown, the day they came. */
    private static LocalDate lastDay(Dataset dataset) {
        LocalDate last = dataset.extent().lastDay();
        return last != null ? last : LocalDate.ofInstant(dataset.createdAt(), ZoneOffset.UTC);
    }

    /** Rises with every change of a spot, and stays the same over a restart; part of every ETag. */
    public long revision() {
        return rows.revision();
    }

    /** Keeps a spot from others who hold it until the transaction that this is called in ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long id) {
        rows.hold(id);
    }

    SpotBook book() {
        SpotBook book = kept;
        if (book == null || book.revision() != rows.revision()) {
            book = snapshots.read(rows::book);
            kept = book;
        }
        return book;
    }
}
