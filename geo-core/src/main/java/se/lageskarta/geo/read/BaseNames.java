package se.lageskarta.geo.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geocode.PlaceRegister;

/** Puts the names of the background map into a register that places are found in. */
public final class BaseNames {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?u)^(.*\\D)\\s+(\\d{1,4}\\s?[a-zåäöA-ZÅÄÖ]?)(?:\\s*,\\s*(?:\\d{3}\\s?\\d{2}\\s*)?(\\D*))?$");

    /** Kinds of road feature that are places and not on the way to one. */
    private static final Set<String> SQUARES = Set.of("square", "pedestrian_area", "torg");

    /** Kinds of place that other places are in. */
    private static final Set<String> SETTLEMENTS = Set.of(
            "city", "town", "village", "hamlet", "locality", "suburb", "tätort", "småort", "ort", "by", "stadsdel");

    /** Kinds of place that are larger than the point that stands for them. */
    private static final Set<String> LARGE =
            Set.of("lake", "forest", "wood", "island", "sjö", "skog", "water", "nature_reserve", "neighbourhood");

    private static final String[] STREET = {
        "street", "gata", "gatunamn", "addrstreet", "vagnamn", "adressomrade", "gatuadress"
    };
    private static final String[] NUMBER = {
        "number",
        "nummer",
        "husnummer",
        "housenumber",
        "addrhousenumber",
        "nr",
        "gatunummer",
        "adressplatsnummer",
        "adressplats"
    };
    private static final String[] LETTER = {"bokstav", "littera", "bokstavstillagg", "adressplatsbokstav", "letter"};
    private static final String[] LOCALITY = {
        "locality", "ort", "postort", "city", "addrcity", "tatort", "kommundel", "by", "village", "town"
    };
    private static final String[] MUNICIPALITY = {"kommun", "kommunnamn", "municipality"};
    private static final String[] DESIGNATION = {
        "beteckning", "fastighet", "fastighetsbeteckning", "designation", "property", "fastbet", "fbet", "fnamn"
    };

    private final PlaceRegister register;

    private BaseNames(PlaceRegister register) {
        this.register = register;
    }

    /** The names of all features that have one. O(n). */
    public static PlaceRegister register(Collection<BaseFeature> features) {
        BaseNames names = new BaseNames(new PlaceRegister());
        features.forEach(names::add);
        return names.register;
    }

    private void add(BaseFeature feature) {
        Map<String, String> told = folded(feature.attributes());
        String name = feature.name().strip();
        Geometry shape = feature.geometry();
        switch (feature.role()) {
            case ADDRESSES -> address(name, told, shape);
            case ROADS, PATHS -> {
                if (!name.isEmpty() && SQUARES.contains(feature.kind())) {
                    register.place(name, shape);
                } else if (!name.isEmpty()) {
                    register.street(name, first(told, LOCALITY), shape);
                }
            }
            case PROPERTIES -> register.property(designation(name, told), shape);
            case DISTRICTS -> {
                if (!name.isEmpty()) {
                    register.district(name, shape);
                }
            }
            case BOUNDARY -> register.municipality(name);
            case PLACES, GREEN, WATER, BUILDINGS -> place(feature.kind(), name, shape);
            case RAIL, LAMPS -> {}
        }
    }

    private void place(String kind, String name, Geometry shape) {
        if (name.isEmpty()) {
            return;
        }
        if (SETTLEMENTS.contains(kind)) {
            register.settlement(name, shape);
        } else if (shape.getDimension() == 0 && LARGE.contains(kind)) {
            register.label(name, shape);
        } else {
            register.place(name, shape);
        }
    }

    private void address(String name, Map<String, String> told, Geometry shape) {
        Coordinate at = shape.getDimension() == 0
                ? shape.getCoordinate()
                : shape.getInteriorPoint().getCoordinate();
        String street = first(told, STREET);
        String number = (first(told, NUMBER) + first(told, LETTER)).strip();
        String locality = first(told, LOCALITY);
        Matcher whole = ADDRESS.matcher(number.isEmpty() && !street.isEmpty() ? street : name);
        if ((street.isEmpty() || number.isEmpty()) && whole.matches()) {
            street = whole.group(1).strip();
            number = whole.group(2);
            locality = locality.isEmpty() && whole.group(3) != null
                    ? whole.group(3).strip()
                    : locality;
        }
        register.municipality(first(told, MUNICIPALITY));
        register.address(street.isEmpty() ? name : street, number, locality, at.x, at.y);
        String designation = first(told, DESIGNATION);
        if (!designation.isEmpty()) {
            register.property(designation, shape);
        }
    }

    private static String designation(String name, Map<String, String> told) {
        String told1 = first(told, DESIGNATION);
        return told1.isEmpty() ? name : told1;
    }

    private static String first(Map<String, String> told, String[] keys) {
        for (String key : keys) {
            String text = told.get(key);
            if (text != null && !text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    private static Map<String, String> folded(Map<String, String> attributes) {
        Map<String, String> folded = new HashMap<>();
        attributes.forEach((key, value) -> folded.putIfAbsent(Field.fold(key), value));
        return folded;
    }
}
