package se.lageskarta.geo.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a feature of the background map is called and what kind it is, in one way whatever product it comes from: a
 * house's address of street, number and letter; a property's designation; a lamp's source of light and whether it is
 * lit; a district's name and code; the class of a road in the words the map draws by.
 *
 * <p>Besides what the source says, the attributes are given {@code street}, {@code number}, {@code locality} and
 * {@code households} of an address, {@code designation} of a property, {@code lit} (yes, no) of a lamp or way,
 * {@code code} of a district or boundary.
 */
final class BaseWords {
    private static final String[] STREET = {
        "street",
        "addrstreet",
        "gatunamn",
        "gata",
        "adressomrade",
        "adressomradefaststalltnamn",
        "gatuadress",
        "vagnamn",
        "adressomr",
        "adressomra"
    };
    private static final String[] NUMBER = {
        "number",
        "housenumber",
        "addrhousenumber",
        "husnummer",
        "husnr",
        "gatunummer",
        "gatunr",
        "adressplatsnummer",
        "adressplatsbeteckningadressplatsnummer",
        "adressnummer",
        "adressplat"
    };
    private static final String[] LETTER = {
        "letter",
        "littera",
        "litera",
        "bokstav",
        "bokstavstillagg",
        "adressplatsbeteckningbokstavstillagg",
        "bokstavsti",
        "uppgang"
    };
    private static final String[] LOCALITY = {
        "locality", "postort", "ort", "addrcity", "city", "tatort", "kommundel", "kommundelfaststalltnamn"
    };
    private static final String[] HOUSEHOLDS = {"households", "hushall", "antalhushall", "lagenheter", "antallagenheter"
    };
    private static final String[] DESIGNATION = {
        "designation", "fastighetsbeteckning", "fastbet", "fastighet", "beteckning", "fastighets", "fastighetsnamn"
    };
    private static final String[] TRACT = {"trakt", "traktnamn"};
    private static final String[] BLOCK_UNIT = {"blockenhet", "block", "enhet"};
    private static final String[] LAMP_KIND = {
        "lamptyp", "ljuskalla", "ljuskallor", "armaturtyp", "armatur", "lamp", "lampa", "typ", "type"
    };
    private static final String[] LAMP_STATE = {
        "lit", "tand", "status", "driftstatus", "fungerar", "idrift", "works", "working", "state"
    };
    private static final String[] CODE = {
        "code",
        "deso",
        "desokod",
        "deso2018",
        "deso2025",
        "regso",
        "regsokod",
        "omradeskod",
        "valdistriktskod",
        "nyko",
        "kommunkod",
        "knkod",
        "kod"
    };
    private static final String[] AREA_NAME = {
        "desonamn",
        "regsonamn",
        "omradesnamn",
        "omradnamn",
        "knnamn",
        "kommunnamn",
        "kommun",
        "stadsdel",
        "valdistrikt",
        "valdistriktsnamn"
    };
    private static final String[] WAY_NAME = {
        "gatunamn", "vagnamn", "gata", "namn130", "gatunamn1", "vagnummer", "vagnr"
    };
    private static final String[] WAY_KIND = {
        "fclass",
        "highway",
        "objekttyp",
        "detaljtyp",
        "vagtyp",
        "vagkategori",
        "klass181",
        "funkvagklass",
        "funktionellvagklass",
        "klass",
        "vagklass"
    };
    private static final String[] OTHER_KIND = {
        "fclass", "objekttyp", "detaljtyp", "andamal1", "huvudandamal", "kategori"
    };

    /** Names of shapefiles are cut after as many letters. */
    private static final int CUT_NAME = 10;

    /** The beginnings of longer ones would be taken for each other. */
    private static final int LONGEST_CUT = 24;

    private final @Nullable BaseRole role;

    BaseWords(FilePlan plan) {
        this.role = plan.kind() == FileKind.BASE ? plan.role() : null;
    }

    /**
     * Completes what the mapped columns say.
     *
     * @param row whose cells for name and kind are filled where they are empty or say less
     * @param attributes what the source says; the source's own names stay
     */
    void fill(TableRow row, Map<String, String> attributes) {
        if (role == null) {
            row.attributes = attributes;
            return;
        }
        Folded folded = new Folded(attributes);
        switch (role) {
            case ADDRESSES -> address(row, folded);
            case PROPERTIES -> property(row, folded);
            case LAMPS -> lamp(row, folded);
            case DISTRICTS, BOUNDARY -> area(row, folded);
            case ROADS, PATHS -> way(row, folded);
            default -> kind(row, folded.first(OTHER_KIND));
        }
        row.attributes = attributes;
    }

    private static void address(TableRow row, Folded words) {
        String street = words.first(STREET);
        String number = words.first(NUMBER);
        String tight = number + words.first(LETTER);
        words.keep("street", street);
        words.keep("number", number);
        words.keep("locality", words.first(LOCALITY));
        words.keep("households", words.first(HOUSEHOLDS));
        String whole = (street + " " + tight).strip();
        if (!street.isEmpty() && !tight.isEmpty() && !row.get(Field.NAME).contains(tight)) {
            row.cells[Field.NAME.ordinal()] = whole;
        }
        name(row, whole);
    }

    private static void property(TableRow row, Folded words) {
        String designation = words.first(DESIGNATION);
        if (designation.isEmpty() && !words.first(TRACT).isEmpty()) {
            String block = words.first("block");
            String unit = words.first("enhet");
            String numbers = block.isEmpty() || unit.isEmpty() ? words.first(BLOCK_UNIT) : block + ":" + unit;
            designation = (words.first(TRACT) + " " + numbers).strip();
        }
        words.keep("designation", designation);
        name(row, designation);
    }

    private static void lamp(TableRow row, Folded words) {
        kind(row, words.first(LAMP_KIND));
        String state = Field.fold(words.first(LAMP_STATE));
        if (!state.isEmpty()) {
            boolean dark = state.startsWith("nej")
                    || state.equals("no")
                    || state.equals("false")
                    || state.equals("0")
                    || state.startsWith("slack")
                    || state.startsWith("trasig")
                    || state.startsWith("urdrift")
                    || state.startsWith("broken")
                    || state.startsWith("off");
            words.keep("lit", dark ? "no" : "yes");
            if (dark && !row.get(Field.KIND).contains("broken")) {
                row.cells[Field.KIND.ordinal()] = "lamp-broken";
            }
        }
    }

    private static void area(TableRow row, Folded words) {
        String code = words.first(CODE);
        words.keep("code", code);
        words.keep("households", words.first(HOUSEHOLDS));
        name(row, words.first(AREA_NAME));
        name(row, code);
    }

    private static void way(TableRow row, Folded words) {
        name(row, words.first(WAY_NAME));
        String named = row.get(Field.KIND).isEmpty() ? words.first(WAY_KIND) : row.get(Field.KIND);
        row.cells[Field.KIND.ordinal()] = WayKind.of(named.isEmpty() ? row.get(Field.TYPE) : named);
        String lit = Field.fold(words.first("lit", "belysning", "belyst"));
        if (!lit.isEmpty()) {
            boolean dark = lit.startsWith("n") || lit.equals("0") || lit.equals("false") || lit.startsWith("ej");
            words.keep("lit", dark ? "no" : "yes");
        }
    }

    private static void name(TableRow row, String name) {
        if (row.get(Field.NAME).isEmpty()) {
            row.cells[Field.NAME.ordinal()] = name;
        }
    }

    private static void kind(TableRow row, String kind) {
        if (row.get(Field.KIND).isEmpty()) {
            row.cells[Field.KIND.ordinal()] = kind.toLowerCase(Locale.ROOT);
        }
    }

    /** Attributes by their folded names. */
    private static final class Folded {
        private final Map<String, String> attributes;
        private final Map<String, String> byFolded = new HashMap<>();
        private final Map<String, String> byCutName = new HashMap<>();

        Folded(Map<String, String> attributes) {
            this.attributes = attributes;
            attributes.forEach((name, text) -> {
                byFolded.putIfAbsent(Field.fold(name), text);
                if (name.length() == CUT_NAME) {
                    byCutName.putIfAbsent(Field.fold(name), text);
                }
            });
        }

        /** The first that says something; empty when none does. */
        String first(String... names) {
            for (String name : names) {
                String text = byFolded.getOrDefault(name, "");
                if (text.isEmpty() && name.length() <= LONGEST_CUT) {
                    text = cutOff(name);
                }
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }

        private String cutOff(String name) {
            for (Map.Entry<String, String> cut : byCutName.entrySet()) {
                if (name.length() > cut.getKey().length() && name.startsWith(cut.getKey())) {
                    return cut.getValue();
                }
            }
            return "";
        }

        void keep(String name, String text) {
            if (!text.isEmpty()) {
                attributes.putIfAbsent(name, text);
            }
        }
    }
}
