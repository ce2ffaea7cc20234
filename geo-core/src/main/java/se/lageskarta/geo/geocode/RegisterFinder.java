package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.geocode.KnownPlace.Kind;

/**
 * Finds places in a register, without any network. Scores are chances by Bayes' rule: how likely what is written is
 * when a place is meant (each ordinary slip makes it sixty times less likely, see {@link SlipCost}), whether the house
 * number is there, whether the locality agrees, against all other places and against the chance that none of them is
 * meant, which short names leave much room for. A score of {@value #SURE} or more is sure.
 *
 * <p>Looking up a misspelt address takes some 0.1 ms, hardly more among ten times as many names. Unchanging and safe for
 * several threads.
 */
public final class RegisterFinder implements PlaceFinder {
    /** From this score on nobody needs to be asked. */
    public static final double SURE = 0.9;

    private static final double FEW_WORDS_COST = 0.6;

    private final NameIndex names;
    private final List<List<KnownPlace>> placesOfName;
    private final NameIndex words;
    private final List<List<KnownPlace>> placesOfWord;
    private final Localities localities;
    private final Crossings crossings = new Crossings();
    private final Stretches stretches;

    RegisterFinder(Map<String, List<KnownPlace>> byName, Localities localities) {
        this.localities = localities;
        names = new NameIndex(new ArrayList<>(byName.keySet()));
        placesOfName = List.copyOf(byName.values());
        Map<String, List<KnownPlace>> byWord = new LinkedHashMap<>();
        byName.forEach((name, places) -> {
            String[] parts = name.split(" ");
            for (KnownPlace place : places) {
                boolean street = place.kind == Kind.STREET || place.kind == Kind.BLOCK;
                for (String part : new TreeSet<>(Arrays.asList(parts))) {
                    if (parts.length > 1 && !street && part.length() >= 3) {
                        byWord.computeIfAbsent(part, any -> new ArrayList<>(1)).add(place);
                    }
                }
            }
        });
        stretches = new Stretches(names, placesOfName, crossings);
        words = new NameIndex(new ArrayList<>(byWord.keySet()));
        placesOfWord = List.copyOf(byWord.values());
    }

    @Override
    public @Nullable LonLat middle() {
        double[] lon = placesOfName.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> place.reach().centre().x)
                .sorted()
                .toArray();
        double[] lat = placesOfName.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> place.reach().centre().y)
                .sorted()
                .toArray();
        return lon.length == 0 ? null : new LonLat(lon[lon.length / 2], lat[lat.length / 2]);
    }

    /** Number of different names. */
    public int names() {
        return names.size();
    }

    @Override
    public FoundPlaces find(WrittenPlace written) {
        if (written.isEmpty()) {
            return FoundPlaces.NONE;
        }
        FoundPlaces byText = search(written.text(), written.locality(), false);
        if (written.property().isEmpty() || byText.sure()) {
            return byText;
        }
        FoundPlaces byProperty = search(written.property(), "", true);
        return byProperty.sure() || byText.candidates().isEmpty() ? byProperty : byText;
    }

    private FoundPlaces search(String text, String locality, boolean onlyProperties) {
        Weighing weighing = new Weighing(localities);
        Map<String, BitSet> localitiesOfWords = new HashMap<>();
        Map<String, List<Meant>> meantBy = new HashMap<>();
        if (!onlyProperties) {
            for (Between between : Readings.partsOfStreets(text, locality)) {
                Whereabouts where = Whereabouts.of(between.street(), locality, localities, localitiesOfWords);
                if (where != null) {
                    stretches.weigh(between, where, weighing);
                }
            }
            if (!weighing.isEmpty()) {
                return weighing.result();
            }
        }
        for (Reading reading : Readings.of(text, locality)) {
            Whereabouts where = Whereabouts.of(reading, locality, localities, localitiesOfWords);
            if (where == null) {
                continue;
            }
            if (reading.crossing() != null) {
                crossing(reading, reading.crossing(), where, meantBy, weighing);
            } else {
                List<Meant> meant = meantBy.computeIfAbsent(reading.name(), written -> Meant.by(written, names));
                for (Meant one : meant) {
                    one(reading, one, where, onlyProperties, weighing);
                }
                if (reading.number() == null && reading.unit() == null && !onlyProperties) {
                    someWords(reading, where, weighing);
                }
            }
        }
        return weighing.result();
    }

    private void one(Reading reading, Meant meant, Whereabouts where, boolean onlyProperties, Weighing weighing) {
        for (KnownPlace place : placesOfName.get(meant.name())) {
            if (onlyProperties && place.kind != Kind.BLOCK) {
                continue;
            }
            Spot spot = spot(place, reading);
            double weight = Meant.likelihood(meant.cost() + reading.cost()) * spot.factor() * where.factor(place);
            boolean knownNumber = spot.at() != null && reading.number() != null;
            double none = Meant.likelihood(meant.noneCost()) * (knownNumber ? 0.5 : 1);
            boolean numbered = reading.number() != null || reading.unit() != null;
            boolean noSuchNumber = numbered && place.kind != Kind.STREET && spot.at() == null;
            weighing.add(place, spot, weight * where.nameFactor(), none, where.neverSure() || noSuchNumber);
        }
    }

    /** Numbers that are far apart (3–39) are the part of the street between them. */
    private Spot spot(KnownPlace place, Reading reading) {
        HouseNumber number = reading.number();
        Coordinate[] ends = number == null || place.kind != Kind.STREET
                ? null
                : place.numbers().farEnds(number);
        Geometry part = ends == null ? null : stretches.between(place, ends[0], ends[1]);
        return part == null ? Spot.of(place, reading) : Spot.stretch(" " + number, part, 1);
    }

    /** Names of which only some words are written. */
    private void someWords(Reading reading, Whereabouts where, Weighing weighing) {
        String plain = Spelling.plain(reading.name());
        if (plain.length() < 3 || Character.isDigit(plain.charAt(plain.length() - 1))) {
            return;
        }
        for (NameIndex.Hit hit : words.find(plain)) {
            double none =
                    Meant.likelihood(Meant.noneCost(Math.min(words.stem(hit.name()), Spelling.stemLength(plain))));
            for (KnownPlace place : placesOfWord.get(hit.name())) {
                double weight = Meant.likelihood(hit.cost() + reading.cost() + FEW_WORDS_COST) * where.factor(place);
                weighing.add(place, Spot.whole(1), weight, none, true);
            }
        }
    }

    private void crossing(
            Reading reading, String other, Whereabouts where, Map<String, List<Meant>> meantBy, Weighing weighing) {
        List<Meant> firsts = meantBy.computeIfAbsent(reading.name(), written -> Meant.by(written, names));
        List<Meant> seconds =
                firsts.isEmpty() ? List.of() : meantBy.computeIfAbsent(other, written -> Meant.by(written, names));
        for (Meant first : firsts) {
            for (Meant second : seconds) {
                double none = Meant.likelihood(first.noneCost()) * Meant.likelihood(second.cost())
                        + Meant.likelihood(second.noneCost()) * Meant.likelihood(first.cost());
                double both = Meant.likelihood(first.cost() + second.cost() + reading.cost());
                for (KnownPlace a : placesOfName.get(first.name())) {
                    for (KnownPlace b : placesOfName.get(second.name())) {
                        if (a.kind == Kind.STREET && b.kind == Kind.STREET && a != b) {
                            meet(a, b, both * Math.sqrt(where.factor(a) * where.factor(b)), none, where, weighing);
                        }
                    }
                }
            }
        }
    }

    private void meet(KnownPlace a, KnownPlace b, double weight, double none, Whereabouts where, Weighing weighing) {
        List<Coordinate> places = crossings.of(a, b);
        for (Coordinate place : places) {
            Spot spot = Spot.point(" / " + b.name, place, 1);
            // streets that do meet are seldom written by mistake for two others that meet as well
            weighing.add(a, spot, weight / places.size(), none * 0.2, where.neverSure());
        }
        if (places.isEmpty()) {
            weighing.add(a, Spot.whole(1), weight * 0.02, none, true);
            weighing.add(b, Spot.whole(1), weight * 0.02, none, true);
        }
    }
}
