package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geocode.KnownPlace.Kind;

/**
 * Gathers what has a name (adress- och ortnamnsregister) and makes a finder of it. Streets of one name that lie within
 * a kilometre or so of each other are one, so that two villages keep a Storgatan each. All geometry is longitude and
 * latitude. Not safe for several threads; what it makes is.
 */
public final class PlaceRegister {
    /** Some 600 to 1,100 m in Sweden: wider than any break in a street, narrower than between two villages. */
    static final double GAP_DEGREES = 0.01;

    private static final double SETTLEMENT_METRES = 6_000;
    private static final Pattern DESIGNATION = Pattern.compile("^(.*\\D)\\s+(\\d{1,4}(?::\\d{1,4})?)(?:>\\d+)?$");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^)]*\\)\\s*");

    private final Map<Key, List<KnownPlace>> spread = new LinkedHashMap<>();
    private final List<Named> districts = new ArrayList<>();
    private final List<Named> settlements = new ArrayList<>();
    private final Set<String> municipal = new TreeSet<>();
    private final Map<String, Integer> firstWords = new HashMap<>();
    private int designations;

    private record Key(String plain, Kind kind) {}

    private record Named(String name, Geometry geometry) {}

    /**
     * @param number as written, {@code 5} or {@code 5 A}; what is no number is left out
     * @param locality empty when it is not known
     */
    public void address(String street, String number, String locality, double lon, double lat) {
        HouseNumber read = HouseNumber.read(number);
        if (read == null || street.isBlank()) {
            return;
        }
        KnownPlace part = new KnownPlace(street.strip(), Kind.STREET);
        part.add(new StreetNumbers.Door(read, new Coordinate(lon, lat)));
        part.addLocality(locality);
        add(part);
    }

    /** A line of a street, road or path. */
    public void street(String name, String locality, Geometry line) {
        KnownPlace part = new KnownPlace(name.strip(), Kind.STREET);
        part.add(line);
        part.addLocality(locality);
        add(part);
    }

    /** A place with a name: a shop, a station, a building, a park. Areas are kept as areas. */
    public void place(String name, Geometry geometry) {
        KnownPlace part = new KnownPlace(bare(name), geometry.getDimension() == 0 ? Kind.POINT : Kind.AREA);
        part.add(geometry);
        add(part);
    }

    /** A point that stands for something large whose outline is not known: a lake, a forest. */
    public void label(String name, Geometry point) {
        KnownPlace part = new KnownPlace(bare(name), Kind.LABEL);
        part.add(point);
        add(part);
    }

    /** A town or village: a locality that other places are in, and a place itself. */
    public void settlement(String name, Geometry geometry) {
        settlements.add(new Named(bare(name), geometry));
        if (geometry.getDimension() == 0) {
            label(name, geometry);
        } else {
            place(name, geometry);
        }
    }

    /** A district: an area, and a locality of what lies in it. */
    public void district(String name, Geometry area) {
        districts.add(new Named(bare(name), area));
        place(name, area);
    }

    /** A property by its designation: {@code Herrljunga Hudene 1:23}, {@code Bävern 3}. */
    public void property(String designation, Geometry area) {
        Matcher matcher = DESIGNATION.matcher(designation.strip());
        if (!matcher.matches()) {
            return;
        }
        String block = matcher.group(1).strip();
        designations++;
        int blank = block.indexOf(' ');
        if (blank > 0) {
            firstWords.merge(block.substring(0, blank), 1, Integer::sum);
        }
        KnownPlace part = new KnownPlace(block, Kind.BLOCK);
        part.add(matcher.group(2), area);
        spread.computeIfAbsent(new Key(Spelling.plain(block), Kind.BLOCK), key -> new ArrayList<>(List.of(part)))
                .get(0)
                .addAll(part);
    }

    /** A name of the municipality as a whole, which tells nothing about where in it a place is. */
    public void municipality(String name) {
        if (!name.isBlank()) {
            municipal.add(bare(name));
        }
    }

    /** True when there is no street and no address: most of what people write would not be found. */
    public boolean hasNoStreets() {
        return spread.keySet().stream().noneMatch(key -> key.kind == Kind.STREET);
    }

    /** Makes the finder; some seconds for hundreds of thousands of addresses. Nothing can be added afterwards. */
    public RegisterFinder build() {
        firstWords.forEach((word, count) -> {
            if (count >= 3 && count * 5 >= designations * 4) {
                municipal.add(word);
            }
        });
        Set<String> names = new TreeSet<>();
        districts.forEach(district -> names.add(district.name));
        settlements.forEach(settlement -> names.add(settlement.name));
        List<KnownPlace> places = new ArrayList<>();
        spread.values().forEach(places::addAll);
        places.forEach(place -> names.addAll(place.toldLocalities()));
        Localities localities = new Localities(names, municipal);
        Map<String, List<KnownPlace>> byName = new LinkedHashMap<>();
        for (KnownPlace place : places) {
            place.finish();
            place.localities = localitiesOf(place, localities);
            for (String plain : namesOf(place)) {
                byName.computeIfAbsent(plain, any -> new ArrayList<>(1)).add(place);
            }
        }
        return new RegisterFinder(byName, localities);
    }

    private void add(KnownPlace part) {
        String plain = Spelling.plain(part.name);
        if (plain.isEmpty()) {
            return;
        }
        List<KnownPlace> known = spread.computeIfAbsent(new Key(plain, part.kind), key -> new ArrayList<>(1));
        KnownPlace whole = part;
        for (int i = known.size() - 1; i >= 0; i--) {
            Envelope reach = known.get(i).reach().copy();
            reach.expandBy(GAP_DEGREES);
            if (reach.intersects(whole.reach())) {
                KnownPlace joined = known.remove(i);
                joined.addAll(whole);
                whole = joined;
            }
        }
        known.add(whole);
    }

    /** A block of properties also without the municipality before it; {@code S:t} also as {@code sankt}. */
    private List<String> namesOf(KnownPlace place) {
        String plain = Spelling.plain(place.name);
        List<String> names = new ArrayList<>(List.of(plain));
        if (place.kind == Kind.BLOCK) {
            int blank = place.name.indexOf(' ');
            if (blank > 0 && municipal.contains(place.name.substring(0, blank))) {
                names.add(Spelling.plain(place.name.substring(blank)));
            }
        }
        if (plain.startsWith("st ")) {
            names.add("sankt" + plain.substring(2));
        }
        return names;
    }

    private int[] localitiesOf(KnownPlace place, Localities localities) {
        Set<Integer> found = new TreeSet<>();
        for (String told : place.toldLocalities()) {
            found.add(localities.numberOf(told));
        }
        Coordinate middle = place.middle();
        Geometry point = Plane.FACTORY.createPoint(middle);
        for (Named district : districts) {
            Envelope box = district.geometry.getEnvelopeInternal();
            if (box.intersects(middle) && district.geometry.intersects(point)) {
                found.add(localities.numberOf(district.name));
            }
        }
        Named nearest = null;
        double least = SETTLEMENT_METRES;
        for (Named settlement : settlements) {
            double metres = Plane.metres(settlement.geometry.getEnvelopeInternal(), place.reach());
            if (metres < least) {
                least = metres;
                nearest = settlement;
            }
        }
        if (nearest != null) {
            found.add(localities.numberOf(nearest.name));
        }
        return found.stream().mapToInt(Integer::intValue).filter(n -> n >= 0).toArray();
    }

    private static String bare(String name) {
        String bare = BRACKETS.matcher(name).replaceAll(" ").strip();
        return bare.isEmpty() ? name.strip() : bare;
    }
}
