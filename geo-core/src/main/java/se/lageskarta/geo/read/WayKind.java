package se.lageskarta.geo.read;

import java.util.List;
import java.util.Map;

/** The class of a road or path, in the words the map draws by, from what Swedish products and OpenStreetMap call it. */
final class WayKind {
    /** Beginnings and parts of folded words; the first that is found decides. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("gangochcykel", "cycleway"),
            Map.entry("cykel", "cycleway"),
            Map.entry("gangbana", "footway"),
            Map.entry("gangvag", "footway"),
            Map.entry("vandringsled", "path"),
            Map.entry("stig", "path"),
            Map.entry("elljusspar", "path"),
            Map.entry("motorvag", "motorway"),
            Map.entry("motortrafikled", "trunk"),
            Map.entry("motesfri", "trunk"),
            Map.entry("europavag", "trunk"),
            Map.entry("riksvag", "primary"),
            Map.entry("primarlansvag", "secondary"),
            Map.entry("lansvag", "secondary"),
            Map.entry("landsvagstor", "primary"),
            Map.entry("landsvag", "secondary"),
            Map.entry("allmanvag", "secondary"),
            Map.entry("genomfart", "tertiary"),
            Map.entry("huvudgata", "tertiary"),
            Map.entry("gatastor", "tertiary"),
            Map.entry("smavag", "service"),
            Map.entry("enskild", "service"),
            Map.entry("skogsbilvag", "track"),
            Map.entry("traktorvag", "track"),
            Map.entry("parkering", "parking"),
            Map.entry("lokalgata", "residential"),
            Map.entry("gata", "residential"),
            Map.entry("lokalvag", "residential"));

    /** Trafikverket's functional road classes (funktionell vägklass), 0 the most important. */
    private static final List<String> FUNCTIONAL = List.of(
            "trunk",
            "primary",
            "primary",
            "secondary",
            "secondary",
            "tertiary",
            "tertiary",
            "residential",
            "residential",
            "service");

    private WayKind() {}

    /** What is known is translated; other words stay as they are. */
    static String of(String said) {
        String folded = Field.fold(said);
        if (folded.length() == 1 && Character.isDigit(folded.charAt(0))) {
            return FUNCTIONAL.get(folded.charAt(0) - '0');
        }
        for (Map.Entry<String, String> word : WORDS) {
            if (folded.contains(word.getKey())) {
                return word.getValue();
            }
        }
        return said;
    }
}
