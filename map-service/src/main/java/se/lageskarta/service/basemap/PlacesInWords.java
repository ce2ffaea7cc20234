package se.lageskarta.service.basemap;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.geocode.FoundPlace;
import se.lageskarta.geo.geocode.FoundPlaces;
import se.lageskarta.geo.geocode.PlaceFinder;
import se.lageskarta.geo.geocode.PlaceRegister;
import se.lageskarta.geo.geocode.RegisterFinder;
import se.lageskarta.geo.geocode.WrittenPlace;
import se.lageskarta.geo.read.BaseNames;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.freetext.PersonalData;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.PlaceAliases;
import se.lageskarta.service.storage.SettledPlace;
import se.lageskarta.service.storage.WordsKey;

/**
 * Finds places that files tell in words, among the imported addresses, roads, places, properties and districts and what
 * people have said that words mean. Made when the layers have changed (some seconds for hundreds of
 * thousands of addresses, some 500 bytes each) and kept until they change again. Safe for several threads.
 */
@Component
public class PlacesInWords {
    private static final Set<BaseRole> NAMED = EnumSet.of(
            BaseRole.ADDRESSES,
            BaseRole.ROADS,
            BaseRole.PATHS,
            BaseRole.PLACES,
            BaseRole.PROPERTIES,
            BaseRole.DISTRICTS,
            BaseRole.GREEN,
            BaseRole.WATER,
            BaseRole.BUILDINGS,
            BaseRole.BOUNDARY);

    private final BaseFeatures features;
    private final BaseRevision revision;
    private final PlaceAliases aliases;
    private volatile @Nullable Register register;

    /** @param finder null when there is neither a street nor an address */
    private record Register(String revision, @Nullable RegisterFinder finder) {}

    PlacesInWords(BaseFeatures features, BaseRevision revision, PlaceAliases aliases) {
        this.features = features;
        this.revision = revision;
        this.aliases = aliases;
    }

    /** What is known now; {@link PlaceFinder#NOWHERE} when neither addresses nor roads have been imported. */
    public PlaceFinder finder() {
        RegisterFinder finder = current().finder;
        return finder == null ? PlaceFinder.NOWHERE : new Remembering(finder, said());
    }

    /** The words without personal data: what is compared, kept and shown. */
    public static WrittenPlace masked(WrittenPlace written) {
        return new WrittenPlace(mask(written.text()), mask(written.locality()), mask(written.property()));
    }

    /** A text without personal data. */
    public static String mask(String text) {
        return text.isEmpty() ? text : PersonalData.mask(text).text();
    }

    /** Makes what the next question needs. */
    void prepare() {
        current();
    }

    private Map<String, SettledPlace> said() {
        Map<String, SettledPlace> said = new HashMap<>();
        aliases.all().forEach(alias -> said.put(alias.key(), alias.place()));
        return said;
    }

    private Register current() {
        String now = revision.current();
        Register known = register;
        return known != null && known.revision.equals(now) ? known : read(now);
    }

    private synchronized Register read(String now) {
        Register known = register;
        if (known != null && known.revision.equals(now)) {
            return known;
        }
        PlaceRegister names = BaseNames.register(features.of(NAMED));
        Register made = new Register(now, names.hasNoStreets() ? null : names.build());
        register = made;
        return made;
    }

    /** Knows what people have said, and otherwise the register. */
    private record Remembering(RegisterFinder register, Map<String, SettledPlace> said) implements PlaceFinder {
        @Override
        public FoundPlaces find(WrittenPlace written) {
            SettledPlace place = said.isEmpty() ? null : said.get(WordsKey.of(masked(written)));
            return place == null
                    ? register.find(written)
                    : new FoundPlaces(
                            List.of(new FoundPlace(
                                    place.name(), place.lon(), place.lat(), place.precision(), place.shape(), 1)),
                            true);
        }

        @Override
        public @Nullable LonLat middle() {
            return register.middle();
        }
    }
}
