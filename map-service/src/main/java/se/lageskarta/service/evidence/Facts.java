package se.lageskarta.service.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.DefaultPoints;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.catalogue.TypeKinds;
import se.lageskarta.service.storage.Dataset;

/**
 * Everything visible, as it was at one revision of the database. Datasets are known from the start, rows are read when
 * the first question needs them. Filtered copies are kept, the latest asked first, up to as many rows as some filters on
 * the largest set need. Safe for several threads.
 */
public final class Facts {
    /** Filtered copies are kept up to so many times the rows there are ... */
    private static final int COPIES = 3;
    /** ... but always as many as a municipality's filters need: some 22 MB. */
    private static final long MIN_KEPT_ROWS = 500_000;
    /** A handful of coordinates each. */
    private static final long KEPT_DEFAULTS = 1_000;

    private record Copy(Crs crs, IncidentFilter filter) {}

    private final long revision;
    private final List<Dataset> datasets;
    private final TypeKinds kinds;
    private final Once<List<Incidents>> incidents;
    private final Once<List<PlacedIncidents>> placed;
    private final Once<List<UnsafePlaces>> unsafePlaces;
    private final Cache<Copy, Incidents> copies;
    private final Cache<Copy, DefaultPoints> defaultPoints;

    Facts(
            long revision,
            List<Dataset> datasets,
            TypeKinds kinds,
            Supplier<List<Incidents>> incidents,
            Supplier<List<UnsafePlaces>> unsafePlaces) {
        this.revision = revision;
        this.datasets = List.copyOf(datasets);
        this.kinds = kinds;
        this.incidents = new Once<>(incidents);
        placed = new Once<>(() -> incidents().stream()
                .map(set -> new PlacedIncidents(set, Positions.of(set)))
                .toList());
        this.unsafePlaces = new Once<>(unsafePlaces);
        defaultPoints = Caffeine.newBuilder().maximumSize(KEPT_DEFAULTS).build();
        long rows =
                datasets.stream().mapToLong(dataset -> dataset.extent().rows()).sum();
        copies = Caffeine.newBuilder()
                .maximumWeight(Math.max(MIN_KEPT_ROWS, COPIES * rows))
                .weigher((Copy copy, Incidents chosen) -> chosen.size() + 1)
                .build();
    }

    /** Rises with every change of what is visible, over restarts too. */
    public long revision() {
        return revision;
    }

    /** The same rows, when only what counts as crime has changed. */
    private Facts(Facts same, TypeKinds kinds) {
        this.revision = same.revision;
        this.datasets = same.datasets;
        this.kinds = kinds;
        this.incidents = same.incidents;
        this.placed = same.placed;
        this.unsafePlaces = same.unsafePlaces;
        this.copies = same.copies;
        this.defaultPoints = same.defaultPoints;
    }

    Facts with(TypeKinds now) {
        return now.mark().equals(kinds.mark()) ? this : new Facts(this, now);
    }

    /** What each type is evidence of. */
    public TypeKinds kinds() {
        return kinds;
    }

    /** The oldest first. */
    public List<Dataset> datasets() {
        return datasets;
    }

    /** Those whose rows somebody with these roles may see, as far as the datasets' terms go; the oldest first. */
    List<Dataset> visibleTo(Set<String> roles) {
        return datasets.stream()
                .filter(dataset -> dataset.terms().letsSee(roles))
                .toList();
    }

    /** All incidents, one set a working system. The first call reads them from the database. */
    public List<Incidents> incidents() {
        return incidents.get();
    }

    /** All incidents with their places on the globe: 16 bytes a row more. The first call computes them. */
    public List<PlacedIncidents> placedIncidents() {
        return placed.get();
    }

    /** All marks of all surveys, one set a working system. The first call reads them from the database. */
    public List<UnsafePlaces> unsafePlaces() {
        return unsafePlaces.get();
    }

    /** The incidents of each working system that the filter lets through; sets without any are left out. */
    public List<Incidents> incidents(IncidentFilter filter) {
        return incidents().stream()
                .map(all -> Objects.requireNonNull(copies.get(new Copy(all.crs(), filter), copy -> all.where(filter))))
                .filter(chosen -> chosen.size() > 0)
                .toList();
    }

    /**
     * The points where address services put what they could not place, looked for among the incidents of one working
     * system that the filter lets through.
     */
    DefaultPoints defaultPoints(Crs crs, IncidentFilter filter) {
        return Objects.requireNonNull(defaultPoints.get(
                new Copy(crs, filter),
                copy -> DefaultPoints.of(incidents(filter).stream()
                        .filter(set -> set.crs().equals(crs))
                        .findFirst()
                        .orElse(Incidents.empty(crs)))));
    }

    /** Something that is made when first asked for, by one thread; when that fails the next asks again. */
    private static final class Once<T> {
        private final Supplier<T> make;
        private volatile @Nullable T made;

        Once(Supplier<T> make) {
            this.make = make;
        }

        T get() {
            T value = made;
            if (value == null) {
                synchronized (this) {
                    value = made;
                    if (value == null) {
                        value = make.get();
                        made = value;
                    }
                }
            }
            return value;
        }
    }
}
