package se.lageskarta.service.spots;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Point;
import se.lageskarta.geo.hotspot.SpotStatus;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.service.spots.SpotRows.Looked;
import se.lageskarta.service.spots.SpotRows.Named;
import se.lageskarta.service.spots.SpotRows.Seen;

/** Every spot with its months as they stand at one revision. Unchanging and safe for several threads. */
final class SpotBook {
    /** How long a spot that is gone is told of, and recognised again, months. */
    static final int REMEMBERED_MONTHS = 24;

    /** A spot with what is known of each month. */
    record Page(Named named, List<Seen> seen, List<SpotMonth> months) {
        Spot spot() {
            return spot(
                    months.isEmpty()
                            ? SpotStatus.GONE.code()
                            : months.get(months.size() - 1).status());
        }

        Spot spot(String status) {
            return new Spot(
                    named.id(),
                    named.stream(),
                    named.name(),
                    named.outline(),
                    named.first(),
                    named.last(),
                    status,
                    named.version(),
                    named.byPeople(),
                    named.invented());
        }
    }

    private final long revision;
    private final Map<Long, Page> pages = new TreeMap<>();

    private SpotBook(long revision) {
        this.revision = revision;
    }

    static SpotBook of(long revision, List<Named> spots, List<Seen> months, List<Looked> recognitions) {
        SpotBook book = new SpotBook(revision);
        Map<Long, List<Seen>> bySpot = months.stream().collect(Collectors.groupingBy(Seen::spot));
        for (Named named : spots) {
            List<Seen> seen = bySpot.getOrDefault(named.id(), List.of());
            book.pages.put(named.id(), new Page(named, seen, months(seen, looked(named, recognitions))));
        }
        return book;
    }

    long revision() {
        return revision;
    }

    List<Page> pages() {
        return List.copyOf(pages.values());
    }

    Optional<Page> page(long id) {
        return Optional.ofNullable(pages.get(id));
    }

    /** The months in which the place was looked through. */
    private static TreeSet<YearMonth> looked(Named named, List<Looked> recognitions) {
        Point centre = named.outline().getCentroid();
        return recognitions.stream()
                .filter(one -> one.stream().equals(named.stream())
                        && one.invented() == named.invented()
                        && one.bounds().contains(centre.getX(), centre.getY()))
                .map(Looked::month)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Months from when it was first seen until two years after it was last seen; ended only if it was recognised once. */
    private static List<SpotMonth> months(List<Seen> seen, TreeSet<YearMonth> looked) {
        if (seen.isEmpty()) {
            return List.of();
        }
        TreeMap<YearMonth, Seen> byMonth = new TreeMap<>();
        seen.forEach(one -> byMonth.put(one.month(), one));
        TreeSet<YearMonth> told = new TreeSet<>(byMonth.keySet());
        if (seen.stream().anyMatch(one -> !one.followed())) {
            told.addAll(
                    looked.subSet(byMonth.firstKey(), true, byMonth.lastKey().plusMonths(REMEMBERED_MONTHS), true));
        }
        List<SpotMonth> months = new ArrayList<>();
        boolean missed = false;
        for (YearMonth month : told) {
            Seen here = byMonth.get(month);
            SpotStatus status =
                    SpotStatus.of(here != null, !months.isEmpty(), missed, trend(here == null ? "" : here.trend()));
            missed = here == null;
            months.add(new SpotMonth(month, here == null ? 0 : here.count(), status.code()));
        }
        return List.copyOf(months);
    }

    private static PoissonComparison.Status trend(String code) {
        for (PoissonComparison.Status status : PoissonComparison.Status.values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        return PoissonComparison.Status.NO_HISTORY;
    }
}
