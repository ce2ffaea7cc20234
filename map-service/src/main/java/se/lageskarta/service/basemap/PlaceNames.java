package se.lageskarta.service.basemap;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.storage.BaseFeatures;

/**
 * What places are called and where names are, from the imported base layers. Read into memory at the first question
 * after an import (some 300 bytes a name) and kept until the next. Safe for several threads.
 */
@Component
public class PlaceNames {
    private static final Set<BaseRole> SEARCHED =
            EnumSet.of(BaseRole.PLACES, BaseRole.DISTRICTS, BaseRole.ROADS, BaseRole.PATHS, BaseRole.ADDRESSES);
    private static final Set<BaseRole> LENDING =
            EnumSet.of(BaseRole.PLACES, BaseRole.DISTRICTS, BaseRole.ROADS, BaseRole.PATHS);

    private final BaseFeatures features;
    private final BaseRevision revision;
    private volatile @Nullable Names names;

    private record Names(String revision, PlaceIndex index, NearestNames nearest) {}

    PlaceNames(BaseFeatures features, BaseRevision revision) {
        this.features = features;
        this.revision = revision;
    }

    /**
     * What people would call the place, for example the name of a square or street; never a house number. Empty when
     * nothing with a name is within walking distance.
     */
    public Optional<String> nameOf(double lon, double lat) {
        return names().nearest.nameOf(lon, lat);
    }

    /** What people would call each of many places, in their order; asks only once whether names have changed. */
    public List<Optional<String>> namesOf(List<LonLat> places) {
        NearestNames nearest = names().nearest;
        return places.stream()
                .map(place -> nearest.nameOf(place.lon(), place.lat()))
                .toList();
    }

    /**
     * What each of many places is called, or which way it lies from the nearest name; empty only far from every name. In
     * their order.
     */
    public List<Optional<Whereabouts>> whereaboutsOf(List<LonLat> places) {
        NearestNames nearest = names().nearest;
        return places.stream()
                .map(place -> nearest.whereabouts(place.lon(), place.lat()))
                .toList();
    }

    /** The same in Swedish, for names that stay the same in every language. */
    public List<Optional<String>> wordsOf(List<LonLat> places) {
        return whereaboutsOf(places).stream()
                .map(found -> found.map(Whereabouts::sv))
                .toList();
    }

    /**
     * Places by what somebody has typed: a position as numbers, or the beginning of a name.
     *
     * @param typed as typed
     * @param limit at most this many, 1 or more
     * @param near where the map is; null when unknown
     */
    public List<NamedPlace> search(String typed, int limit, @Nullable LonLat near) {
        return WrittenCoordinates.read(typed).map(List::of).orElseGet(() -> names().index
                .search(typed, limit, near));
    }

    private Names names() {
        String current = revision.current();
        Names known = names;
        return known != null && known.revision.equals(current) ? known : read(current);
    }

    private synchronized Names read(String current) {
        Names known = names;
        if (known != null && known.revision.equals(current)) {
            return known;
        }
        List<BaseFeature> named = features.of(SEARCHED).stream()
                .filter(feature -> !feature.name().isBlank())
                .toList();
        List<BaseFeature> lending = named.stream()
                .filter(feature -> LENDING.contains(feature.role()))
                .toList();
        Names made = new Names(current, PlaceIndex.of(Gazetteer.of(named)), new NearestNames(lending));
        names = made;
        return made;
    }
}
