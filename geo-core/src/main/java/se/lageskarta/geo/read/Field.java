package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column can hold, and the headings (Swedish and English, folded) it is recognised by, best first. */
enum Field {
    ID(
            "id",
            "knummer",
            "knr",
            "kn",
            "diarienr",
            "diarienummer",
            "dnr",
            "arendenr",
            "arendenummer",
            "crimeid",
            "incidentid",
            "incidentnr",
            "casenumber",
            "caseid",
            "eventid",
            "handelseid",
            "handelsenr",
            "markid",
            "svarsid",
            "globalid",
            "uuid",
            "guid"),
    X(
            "x",
            "e",
            "east",
            "easting",
            "ost",
            "oster",
            "ostlig",
            "oestlig",
            "xkoord",
            "xkoordinat",
            "xcoord",
            "xcoordinate",
            "koordx",
            "koordinatx",
            "coordx",
            "pointx",
            "xsweref",
            "xsweref99tm",
            "swerefx",
            "swerefe",
            "swerefost",
            "ekoordinat",
            "ekoord",
            "ostkoordinat",
            "sweref99tme",
            "sweref99tmost",
            "sweref99e",
            "etm"),
    Y(
            "y",
            "n",
            "north",
            "northing",
            "nord",
            "norr",
            "nordlig",
            "ykoord",
            "ykoordinat",
            "ycoord",
            "ycoordinate",
            "koordy",
            "koordinaty",
            "coordy",
            "pointy",
            "ysweref",
            "ysweref99tm",
            "swerefy",
            "swerefn",
            "swerefnord",
            "nkoordinat",
            "nkoord",
            "nordkoordinat",
            "sweref99tmn",
            "sweref99tmnord",
            "sweref99n",
            "ntm"),
    LON("lon", "long", "lng", "longitude", "longitud", "wgs84lon", "lonwgs84", "gpslon", "longitudewgs84"),
    LAT("lat", "latitude", "latitud", "wgs84lat", "latwgs84", "gpslat", "latitudewgs84"),
    DATE(
            "date",
            "datum",
            "datetime",
            "timestamp",
            "datumtid",
            "datumochtid",
            "tidpunkt",
            "brottsdatum",
            "handelsedatum",
            "datumfran",
            "franddatum",
            "frandatum",
            "fromdate",
            "from",
            "fran",
            "fromdatum",
            "startdatum",
            "startdate",
            "start",
            "brottsdatumfran",
            "occurred",
            "occurredat",
            "occurrencedate",
            "eventdate",
            "incidentdate",
            "dag",
            "day",
            "creationdate",
            "skapad",
            "submitted"),
    TIME(
            "time",
            "tid",
            "klockslag",
            "klockan",
            "kl",
            "fromtime",
            "fromtid",
            "frantid",
            "tidfran",
            "starttid",
            "starttime",
            "brottstid",
            "timeofday"),
    TO_DATE(
            "todate",
            "till",
            "to",
            "tom",
            "tilldatum",
            "datumtill",
            "datumtom",
            "slutdatum",
            "slut",
            "enddate",
            "end",
            "until",
            "brottsdatumtill"),
    TO_TIME("totime", "tilltid", "tidtill", "sluttid", "endtime", "tidtom"),
    MONTH("month", "manad", "yearmonth"),
    TYPE(
            "type",
            "typ",
            "crimetype",
            "kategori",
            "category",
            "brottskod",
            "brottstyp",
            "brottskategori",
            "handelsetyp",
            "typavhandelse",
            "typavbrott",
            "handelse",
            "arendetyp",
            "primarytype",
            "offense",
            "offence",
            "brott",
            "kod",
            "typkod"),
    /** Says in words what the code in {@link #TYPE} says, which is asked only when the code is empty or not known. */
    TYPE_WORDS(
            "typewords",
            "brottskodstext",
            "brottskodtext",
            "brottskodklartext",
            "brottsbenamning",
            "brottsrubricering",
            "brottstext",
            "rubricering",
            "brottstyp",
            "brott"),
    WEIGHT("weight", "vikt", "antal", "count"),
    PRECISION("precision", "level", "niva", "noggrannhet", "platsprecision", "lagesnoggrannhet"),
    SEVERITY("severity", "styrka", "allvar", "allvarlighet", "otrygghetsgrad", "grad"),
    REASONS("reasons", "reason", "orsak", "orsaker", "anledning", "anledningar", "varfor", "skal"),
    DARK("dark", "morkt", "morker", "vidmorker", "ijusellermorker", "ljusmorker", "efterdark"),
    RESPONDENT("respondent", "respondentid", "svarande", "svarandeid", "deltagare", "deltagarid", "person", "personid"),
    SAFE("safe", "trygg", "tryggplats", "otrygg", "unsafe", "tryggellerotrygg", "tryggotrygg", "safeorunsafe"),
    RADIUS("radius", "radie", "radiusm", "radiem", "radiusmetres"),
    PLACE(
            "place",
            "gatuadress",
            "streetaddress",
            "adress",
            "address",
            "brottsplats",
            "brottsadress",
            "handelseplats",
            "handelseadress",
            "plats",
            "platsbeskrivning",
            "brottsplatsadress",
            "gata",
            "gatunamn",
            "street",
            "streetname",
            "vag",
            "vagnamn",
            "location",
            "lokalisering",
            "platsnamn",
            "placename",
            "adr",
            "addr",
            "besoksadress",
            "objektadress",
            "gataplats",
            "gataochnummer"),
    HOUSE_NUMBER(
            "housenumber",
            "gatunummer",
            "gatunr",
            "husnummer",
            "husnr",
            "adressnummer",
            "adressnr",
            "streetnumber",
            "streetno",
            "addrhousenumber"),
    CROSSING(
            "crossing",
            "korsning",
            "gatukorsning",
            "korsandegata",
            "tvargata",
            "crossstreet",
            "intersection",
            "gata2",
            "street2",
            "korsarvag"),
    LOCALITY(
            "locality",
            "ort",
            "postort",
            "tatort",
            "stad",
            "city",
            "town",
            "village",
            "kommundel",
            "stadsdel",
            "bostadsomrade",
            "omrade",
            "delomrade",
            "area",
            "brottsort",
            "samhalle"),
    PROPERTY(
            "property",
            "fastighet",
            "fastighetsbeteckning",
            "fastbet",
            "fastighetsbet",
            "propertydesignation",
            "cadastralunit"),
    NAME("name", "namn", "beteckning"),
    KIND("kind", "slag", "highway", "building", "funktion", "subtype", "objekttyp");

    private static final Field[] VALUES = values();

    private final String mappingName;
    private final List<String> headings;

    Field(String... headings) {
        this.headings = List.of(headings);
        this.mappingName = camelCase(name());
    }

    /** The name used in a {@link ColumnMapping}. */
    String mappingName() {
        return mappingName;
    }

    static @Nullable Field ofOrNull(String mappingName) {
        for (Field field : VALUES) {
            if (field.mappingName.equals(mappingName)) {
                return field;
            }
        }
        return null;
    }

    static List<String> mappingNames() {
        List<String> names = new ArrayList<>();
        for (Field field : VALUES) {
            names.add(field.mappingName);
        }
        return names;
    }

    /** True when a file of this kind can say it; null is any kind. */
    boolean isOf(@Nullable FileKind kind) {
        if (kind == null) {
            return true;
        }
        return switch (this) {
            case SEVERITY, REASONS, DARK, RESPONDENT, SAFE, RADIUS -> kind == FileKind.UNSAFE_PLACES;
            case KIND, NAME -> kind == FileKind.BASE;
            case TYPE_WORDS -> kind == FileKind.INCIDENTS;
            case CROSSING, LOCALITY -> kind != FileKind.BASE;
            case DATE, TIME, TO_DATE, TO_TIME, MONTH, WEIGHT, PRECISION -> kind != FileKind.BASE;
            default -> true;
        };
    }

    /** True when it holds words of a place; of a feature of the background map they are its name. */
    boolean isWords() {
        return this == PLACE || this == HOUSE_NUMBER || this == CROSSING || this == LOCALITY || this == PROPERTY;
    }

    /** Which columns hold words that somebody has written, and are looked through for what says who a person is. */
    static boolean[] wordsByOrdinal() {
        boolean[] words = new boolean[VALUES.length];
        for (Field field : VALUES) {
            words[field.ordinal()] = field.isWords() || field == TYPE_WORDS;
        }
        return words;
    }

    /** How well a heading fits: 0 is best, -1 is not at all. */
    int fit(String foldedHeading) {
        int place = headings.indexOf(foldedHeading);
        return place < 0 && this == SAFE && SurveyWords.asksSafety(foldedHeading) ? headings.size() : place;
    }

    /** The whole heading that a name of which the end is cut off begins; the name itself when there is none. */
    static String completed(String cut) {
        String start = fold(cut);
        for (Field field : VALUES) {
            for (String heading : field.headings) {
                if (heading.length() > start.length() && heading.startsWith(start)) {
                    return heading;
                }
            }
        }
        return cut;
    }

    /** {@code " Brotts-kod "} and {@code brottskod} are the same heading, å and ä are a, ö is o. */
    static String fold(String heading) {
        StringBuilder folded = new StringBuilder(heading.length());
        String lower = heading.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                folded.append(c);
            } else if (c == 'å' || c == 'ä' || c == 'æ') {
                folded.append('a');
            } else if (c == 'ö' || c == 'ø') {
                folded.append('o');
            } else if (c == 'é' || c == 'è') {
                folded.append('e');
            }
        }
        return folded.toString();
    }

    private static String camelCase(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }
}
