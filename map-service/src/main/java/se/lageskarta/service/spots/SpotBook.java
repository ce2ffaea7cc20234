package se.lageskarta.service.spots;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;
import se.lageskarta.geo.hotspot.SpotMatch;
import se.lageskarta.geo.hotspot.SpotOptions;
import se.lageskarta.geo.hotspot.SpotSighting;
import se.lageskarta.geo.hotspot.SpotStatus;
import se.lageskarta.geo.hotspot.SpotTracks;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.service.spots.SpotRows.Named;
import se.lageskarta.service.spots.SpotRows.Seen;
import se.lageskarta.service.storage.Bounds;

/** Every spot with its months as they stand at one revision. Unchanging and safe for several threads. */
final class SpotBook {
    private static final int REMEMBERED_MONTHS = SpotOptions.DEFAULT.rememberedMonths();

    /** One month that was looked through. */
    record Look(YearMonth month, SpotScope scope) {}

    /** A spot with what is known of each month. */
    record Page(Named named, List<Seen> seen, List<SpotMonth> months) {
        Spot spot() {
            return spot(
                    months.isEmpty()
                            ? SpotStatus.GONE.code()
                            : months.get(months.size() - 1).status());
        }

        /** With the status of a month. */
        Spot in(YearMonth month) {
            return spot(month(month).map(SpotMonth::status).orElse(SpotStatus.GONE.code()));
        }

        /** With some of its months only, at least one, and where it was in the last of them. */
        Page knowing(List<Seen> known) {
            Set<YearMonth> hidden = seen.stream().map(Seen::month).collect(Collectors.toSet());
            known.forEach(one -> hidden.remove(one.month()));
            Seen latest = known.get(known.size() - 1);
            return new Page(
                    named.between(known.get(0).month(), latest.month(), latest.outline()),
                    known,
                    months.stream().filter(one -> !hidden.contains(one.month())).toList());
        }

        Optional<SpotMonth> month(YearMonth month) {
            return months.stream().filter(one -> one.month().equals(month)).findFirst();
        }

        private Spot spot(String status) {
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
    private final List<Look> looks;
    private final Map<Long, Page> pages = new TreeMap<>();

    private SpotBook(long revision, List<Look> looks) {
        this.revision = revision;
        this.looks = looks;
    }

    static SpotBook of(long revision, Collection<Named> spots, Collection<Seen> months, List<Look> looks) {
        SpotBook book = new SpotBook(revision, List.copyOf(looks));
        Map<Long, List<Seen>> bySpot = months.stream().collect(Collectors.groupingBy(Seen::spot));
        spots.forEach(named -> book.put(named, bySpot.getOrDefault(named.id(), List.of())));
        return book;
    }

    private void put(Named named, List<Seen> seen) {
        pages.put(named.id(), new Page(named, seen, months(seen, looked(named))));
    }

    /** The book with some pages replaced. */
    SpotBook with(Map<Long, Page> changed) {
        return with(changed, looks);
    }

    /** The same, and one more look. */
    SpotBook with(Map<Long, Page> changed, Look look) {
        List<Look> all = new ArrayList<>(looks);
        if (!hasLooked(look)) {
            all.add(look);
        }
        return with(changed, all);
    }

    private SpotBook with(Map<Long, Page> changed, List<Look> all) {
        Map<Long, Page> merged = new TreeMap<>(pages);
        merged.putAll(changed);
        SpotBook book = new SpotBook(revision, List.copyOf(all));
        merged.values().forEach(page -> book.put(page.named(), page.seen()));
        return book;
    }

    boolean hasLooked(Look look) {
        return looks.contains(look);
    }

    /** True when no month of the scope has been looked through. */
    boolean isNewTo(SpotScope scope) {
        return looks.stream()
                .noneMatch(look -> look.scope().stream().equals(scope.stream())
                        && look.scope().invented() == scope.invented()
                        && look.scope().bounds().overlaps(scope.bounds()));
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

    /** Which spot each outline is, in their order. Only spots of the scope's stream, and as invented, take part. */
    List<SpotMatch> match(YearMonth month, SpotScope scope, List<Geometry> outlines) {
        if (outlines.isEmpty()) {
            return List.of();
        }
        double lon = (scope.bounds().west() + scope.bounds().east()) / 2;
        double lat = (scope.bounds().south() + scope.bounds().north()) / 2;
        Projection plane = Projection.of(WorkingCrs.choose(Crs.WGS84, lon, lat));
        List<SpotSighting> sightings = new ArrayList<>();
        for (Page page : pages.values()) {
            if (scope.isOf(page.named())
                    && scope.bounds().overlaps(boundsOf(page.named().outline()))) {
                sightings.addAll(sightings(page, plane));
            }
        }
        return SpotTracks.of(sightings, SpotOptions.DEFAULT)
                .match(
                        month,
                        outlines.stream()
                                .map(outline -> ProjectedGeometry.fromLonLat(outline, plane))
                                .toList());
    }

    private static Bounds boundsOf(Geometry outline) {
        Envelope box = outline.getEnvelopeInternal();
        return new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** A spot that no month tells of any more, since its data were taken back, is known where it was last seen. */
    private static List<SpotSighting> sightings(Page page, Projection plane) {
        Named named = page.named();
        if (page.seen().isEmpty()) {
            Geometry outline = ProjectedGeometry.fromLonLat(named.outline(), plane);
            return List.of(new SpotSighting(named.id(), named.last(), outline));
        }
        return page.seen().stream()
                .map(seen -> new SpotSighting(
                        seen.spot(), seen.month(), ProjectedGeometry.fromLonLat(seen.outline(), plane)))
                .toList();
    }

    /** The months in which the place was looked through. */
    private TreeSet<YearMonth> looked(Named named) {
        Set<YearMonth> months = looks.stream()
                .filter(look -> look.scope().holds(named))
                .map(Look::month)
                .collect(Collectors.toSet());
        return new TreeSet<>(months);
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
            months.add(
                    here == null
                            ? new SpotMonth(month, 0, status.code(), List.of())
                            : new SpotMonth(month, here.count(), status.code(), here.merged()));
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
