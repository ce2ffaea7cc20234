package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.geocode.KnownPlace.Kind;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * Finds places in a register, without any network. Scores are chances by Bayes' rule: how likely what is written is
 * when a place is meant (each ordinary slip makes it sixty times less likely, see {@link SlipCost}), whether the house
 * number is there, whether the locality agrees, against all other places and against the chance that none of them is
 * meant, which short names leave much room for. A score of {@value #SURE} or more is sure.
 *
 * <p>Looking up takes some tens of microseconds whatever the number of names. Unchanging and safe for several threads.
 */
public final class RegisterFinder implements PlaceFinder {
    /** From this score on nobody needs to be asked. */
    public static final double SURE = 0.9;

    private static final Pattern NAME_LIKE = Pattern.compile("\\p{Lu}[\\p{L}-]{2,}");
    private static final int MOST_CANDIDATES = 8;
    private static final double LEAST_SCORE = 0.005;
    private static final int MOST_NAMES = 16;
    /** When only some words of a name are written, or the locality is none that is known. */
    private static final double NEVER_SURE = 0.85;

    private static final double FEW_WORDS_COST = 0.6;
    /** Blocks are called after animals and trees: their names are ordinary words. */
    private static final double BLOCK_WITHOUT_NUMBER = 0.05;
    /** How far-fetched it is that a street of that name is missing in the register. */
    private static final double SIBLING_COST = 0.8;

    private final NameIndex names;
    private final List<List<KnownPlace>> placesOfName;
    private final NameIndex words;
    private final List<List<KnownPlace>> placesOfWord;
    private final Localities localities;
    private final Crossings crossings = new Crossings();

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
        Weighing weighing = new Weighing();
        Map<String, BitSet> localitiesOfWords = new HashMap<>();
        Map<String, List<Meant>> meantBy = new HashMap<>();
        for (Reading reading : Readings.of(text, locality)) {
            Whereabouts where = whereabouts(reading, locality, localitiesOfWords);
            if (where == null) {
                continue;
            }
            if (reading.crossing() != null) {
                crossing(reading, reading.crossing(), where, weighing);
            } else {
                List<Meant> meant = meantBy.computeIfAbsent(reading.name(), this::meant);
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

    /**
     * A name that may be meant.
     *
     * @param cost how far what is written is from it
     * @param noneCost from this cost on it is likelier that a name is meant which is not known
     */
    private record Meant(int name, double cost, double noneCost, String written) {}

    private List<Meant> meant(String written) {
        Map<Integer, Meant> best = new HashMap<>();
        boolean exact = false;
        List<Abbreviations.Variant> variants = Abbreviations.variantsOf(written);
        for (Abbreviations.Variant variant : variants) {
            for (NameIndex.Hit hit : hits(variant.plain())) {
                double cost = variant.cost() + hit.cost();
                Meant known = best.get(hit.name());
                if (cost <= NameIndex.MOST && (known == null || cost < known.cost)) {
                    int stem = Math.min(names.stem(hit.name()), Spelling.stemLength(variant.plain()));
                    best.put(hit.name(), new Meant(hit.name(), cost, noneCost(stem), variant.plain()));
                    exact |= cost == 0;
                }
            }
            if (exact) {
                break;
            }
        }
        List<Meant> sorted = new ArrayList<>(best.values());
        sorted.sort((a, b) -> a.cost != b.cost ? Double.compare(a.cost, b.cost) : Integer.compare(a.name, b.name));
        List<Meant> nearest = sorted.size() <= MOST_NAMES ? sorted : sorted.subList(0, MOST_NAMES);
        if (!nearest.isEmpty() && nearest.get(0).cost > 0.02) {
            nearest.set(0, withSiblings(nearest.get(0), variants));
        } else if (!nearest.isEmpty()) {
            // however short, a name that is written as it is was meant
            Meant same = nearest.get(0);
            nearest.set(0, new Meant(same.name, same.cost, Math.max(same.noneCost, 2), same.written));
        }
        return nearest;
    }

    /** Names with numbers of their own (Väg 181) are seldom misspelt, and mostly the number is a house's. */
    private List<NameIndex.Hit> hits(String plain) {
        boolean number = !plain.isEmpty() && Character.isDigit(plain.charAt(plain.length() - 1));
        return number ? names.findNearlyExact(plain) : names.find(plain);
    }

    /** What is written may be nearer to a name that is not known: to Näckrosstigen, where only Näckrosvägen is. */
    private Meant withSiblings(Meant meant, List<Abbreviations.Variant> variants) {
        SlipCost slips = new SlipCost();
        double least = meant.noneCost;
        for (String sibling : Spelling.siblings(names.name(meant.name))) {
            double most = Math.min(NameIndex.MOST, least);
            double cost = slips.of(variants.get(0).plain(), sibling, Spelling.stemLength(sibling), most);
            for (Abbreviations.Variant variant : variants) {
                cost = variant.plain().equals(sibling) ? Math.min(cost, variant.cost()) : cost;
            }
            least = Math.min(least, cost + SIBLING_COST);
        }
        return new Meant(meant.name, meant.cost, least, meant.written);
    }

    /** From this cost on it is likelier that a name is meant which is not known at all. */
    private static double noneCost(int stem) {
        double[] byLetters = {0.4, 0.5, 0.75, 1.0, 1.35, 1.7, 2.0, 2.3, 2.5, 2.7};
        return byLetters[Math.min(stem, byLetters.length - 1)];
    }

    private static double likelihood(double cost) {
        return Math.exp(-cost * Math.log(60));
    }

    private void one(Reading reading, Meant meant, Whereabouts where, boolean onlyProperties, Weighing weighing) {
        for (KnownPlace place : placesOfName.get(meant.name)) {
            if (onlyProperties && place.kind != Kind.BLOCK) {
                continue;
            }
            Spot spot = spot(place, reading);
            double weight = likelihood(meant.cost + reading.cost()) * spot.factor * where.factor(place);
            boolean knownNumber = spot.at != null && reading.number() != null;
            double none = likelihood(meant.noneCost) * (knownNumber ? 0.5 : 1);
            boolean numbered = reading.number() != null || reading.unit() != null;
            boolean noSuchNumber = numbered && place.kind != Kind.STREET && spot.at == null;
            weighing.add(place, spot, weight * where.nameFactor, none, where.neverSure || noSuchNumber);
        }
    }

    /** Names of which only some words are written. */
    private void someWords(Reading reading, Whereabouts where, Weighing weighing) {
        String plain = Spelling.plain(reading.name());
        if (plain.length() < 3 || Character.isDigit(plain.charAt(plain.length() - 1))) {
            return;
        }
        for (NameIndex.Hit hit : words.find(plain)) {
            double none = likelihood(noneCost(Math.min(words.stem(hit.name()), Spelling.stemLength(plain))));
            for (KnownPlace place : placesOfWord.get(hit.name())) {
                double weight = likelihood(hit.cost() + reading.cost() + FEW_WORDS_COST) * where.factor(place);
                weighing.add(place, new Spot("", null, 1), weight, none, true);
            }
        }
    }

    /**
     * Where on a place.
     *
     * @param suffix of its name
     * @param at null for the place as a whole
     * @param factor how much likelier or less likely it makes that the place is meant
     */
    private record Spot(
            String suffix,
            @Nullable Coordinate at,
            @Nullable Geometry shape,
            PlacePrecision precision,
            double factor) {
        Spot(String suffix, @Nullable Coordinate at, double factor) {
            this(suffix, at, null, PlacePrecision.ADDRESS, factor);
        }
    }

    private static Spot spot(KnownPlace place, Reading reading) {
        HouseNumber number = reading.number();
        if (place.kind == Kind.BLOCK) {
            return property(place, reading.unit());
        }
        if (number == null) {
            return new Spot("", null, reading.unit() == null ? 1 : 0.01);
        }
        if (place.kind != Kind.STREET) {
            return new Spot("", null, 0.02);
        }
        if (place.numbers().isEmpty()) {
            return new Spot("", null, 0.3);
        }
        StreetNumbers.Found found = place.numbers().find(number);
        if (found.at() == null) {
            return new Spot("", null, 0.05);
        }
        double factor =
                switch (found.match()) {
                    case EXACT -> 1;
                    case OTHER_LETTER -> 0.8;
                    case BETWEEN -> 0.2;
                    case MISSING -> 0.05;
                };
        return new Spot(" " + number, found.at(), factor);
    }

    private static Spot property(KnownPlace block, @Nullable String unit) {
        if (unit == null) {
            return new Spot("", null, BLOCK_WITHOUT_NUMBER);
        }
        Geometry property = block.unit(unit);
        if (property == null) {
            return new Spot("", null, 0.005);
        }
        Coordinate middle = property.getInteriorPoint().getCoordinate();
        boolean small = Plane.diagonalMetres(property.getEnvelopeInternal()) <= 60;
        return new Spot(
                " " + unit, middle, small ? null : property, small ? PlacePrecision.ADDRESS : PlacePrecision.AREA, 1);
    }

    private void crossing(Reading reading, String other, Whereabouts where, Weighing weighing) {
        List<Meant> firsts = meant(reading.name());
        List<Meant> seconds = meant(other);
        for (Meant first : firsts) {
            for (Meant second : seconds) {
                double none = likelihood(first.noneCost) * likelihood(second.cost)
                        + likelihood(second.noneCost) * likelihood(first.cost);
                double both = likelihood(first.cost + second.cost + reading.cost());
                for (KnownPlace a : placesOfName.get(first.name)) {
                    for (KnownPlace b : placesOfName.get(second.name)) {
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
            Spot spot = new Spot(" / " + b.name, place, 1);
            // streets that do meet are seldom written by mistake for two others that meet as well
            weighing.add(a, spot, weight / places.size(), none * 0.2, where.neverSure);
        }
        if (places.isEmpty()) {
            weighing.add(a, new Spot("", null, 1), weight * 0.02, none, true);
            weighing.add(b, new Spot("", null, 1), weight * 0.02, none, true);
        }
    }

    /**
     * What is written about the locality.
     *
     * @param known localities that the words are; empty when there are none
     * @param neverSure a locality is written that is not known, or is all that is known of what is written
     * @param unknownFactor for words that may or may not be a locality
     * @param nameFactor small when the name itself is a locality, beside others that tell more
     */
    private record Whereabouts(
            BitSet known, boolean everywhere, boolean neverSure, double unknownFactor, double nameFactor) {
        double factor(KnownPlace place) {
            if (known.isEmpty()) {
                return unknownFactor;
            }
            for (int locality : place.localities) {
                if (known.get(locality)) {
                    return 1;
                }
            }
            return everywhere ? 0.3 : place.localities.length == 0 ? 0.3 : 1e-5;
        }
    }

    /** Null when the reading takes a word for a locality that is none. */
    private @Nullable Whereabouts whereabouts(Reading reading, String told, Map<String, BitSet> seen) {
        BitSet known = new BitSet();
        boolean unknown = false;
        double factor = 1;
        for (String words : reading.localities()) {
            BitSet found = seen.computeIfAbsent(words, localities::find);
            if (found.isEmpty()) {
                boolean field =
                        !told.isEmpty() && words.equals(reading.localities().get(0));
                boolean looksLikeOne = NAME_LIKE.matcher(words).matches();
                if (reading.cost() >= Reading.GUESSED_LOCALITY && !field) {
                    return null;
                }
                unknown |= !localities.isEmpty() && (field || looksLikeOne);
                factor *= 0.5;
            } else if (known.isEmpty()) {
                known.or(found);
            } else if (known.intersects(found)) {
                known.and(found);
            }
        }
        boolean everywhere = known.stream().anyMatch(localities::isEverywhere);
        boolean besides = reading.localities().size() > (told.isEmpty() ? 0 : 1);
        boolean isLocality = besides
                && reading.number() == null
                && !seen.computeIfAbsent(reading.name(), localities::find).isEmpty();
        return new Whereabouts(
                known, everywhere, isLocality || (unknown && known.isEmpty()), factor, isLocality ? 0.01 : 1);
    }

    private final class Weighing {
        private final Map<Key, Candidate> candidates = new LinkedHashMap<>();

        private record Key(
                KnownPlace place, String suffix, @Nullable Coordinate at) {}

        void add(KnownPlace place, Spot spot, double weight, double none, boolean neverSure) {
            Candidate candidate = new Candidate(place, spot, weight, none, neverSure);
            candidates.merge(new Key(place, spot.suffix, spot.at), candidate, (a, b) -> b.weight > a.weight ? b : a);
        }

        FoundPlaces result() {
            List<Candidate> all = new ArrayList<>(candidates.values());
            all.sort((a, b) -> Double.compare(b.weight, a.weight));
            double sum = 0;
            for (Candidate candidate : all) {
                sum += candidate.weight;
            }
            List<Candidate> different = oncePerSpot(all);
            List<FoundPlace> found = new ArrayList<>();
            for (Candidate candidate : different) {
                double score = candidate.weight / (sum + candidate.none);
                score = Math.min(candidate.neverSure ? NEVER_SURE : 1, score);
                if (score >= LEAST_SCORE && found.size() < MOST_CANDIDATES) {
                    found.add(candidate.found(nameOf(candidate, different), Math.round(score * 1e4) / 1e4));
                }
            }
            found.sort((a, b) -> Double.compare(b.score(), a.score()));
            return new FoundPlaces(found, !found.isEmpty() && found.get(0).score() >= SURE);
        }

        /** A square and its label, a park and the bus stop named after it, are one answer: the larger. */
        private List<Candidate> oncePerSpot(List<Candidate> all) {
            List<Candidate> different = new ArrayList<>();
            for (Candidate candidate : all) {
                Candidate same = null;
                for (Candidate known : different) {
                    same = same == null && known.isSameSpot(candidate) ? known : same;
                }
                if (same == null) {
                    different.add(candidate);
                } else {
                    different.set(different.indexOf(same), same.with(candidate));
                }
            }
            different.sort((a, b) -> Double.compare(b.weight, a.weight));
            return different;
        }

        private String nameOf(Candidate candidate, List<Candidate> all) {
            String name = candidate.place.name + candidate.spot.suffix;
            boolean alone = all.stream()
                    .noneMatch(other -> other != candidate && name.equals(other.place.name + other.spot.suffix));
            return alone || candidate.place.localities.length == 0
                    ? name
                    : name + ", " + localities.nameOf(candidate.place.localities[0]);
        }
    }

    private record Candidate(KnownPlace place, Spot spot, double weight, double none, boolean neverSure) {
        private static final double ONE_SPOT_METRES = 150;

        boolean isSameSpot(Candidate other) {
            return place != other.place
                    && spot.at == null
                    && other.spot.at == null
                    && place.kind != Kind.BLOCK
                    && other.place.kind != Kind.BLOCK
                    && Spelling.plain(place.name).equals(Spelling.plain(other.place.name))
                    && Plane.metres(place.reach(), other.place.reach()) <= ONE_SPOT_METRES;
        }

        Candidate with(Candidate other) {
            boolean larger = Plane.diagonalMetres(other.place.reach()) > Plane.diagonalMetres(place.reach());
            Candidate kept = larger ? other : this;
            return new Candidate(
                    kept.place,
                    kept.spot,
                    weight + other.weight,
                    Math.min(none, other.none),
                    neverSure && other.neverSure);
        }

        FoundPlace found(String name, double score) {
            Coordinate at = spot.at == null ? place.middle() : spot.at;
            if (spot.at != null) {
                return new FoundPlace(name, at.x, at.y, spot.precision, spot.shape, score);
            }
            return new FoundPlace(name, at.x, at.y, place.precision(), place.shape(), score);
        }
    }
}
