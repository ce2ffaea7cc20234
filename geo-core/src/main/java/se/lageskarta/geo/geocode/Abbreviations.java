package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The full names that an abbreviated one may stand for: {@code Storg.}, {@code Ö. Långgatan}, {@code St. torget}. */
final class Abbreviations {
    private static final double WITH_DOT = 0.05;
    private static final double WITHOUT_DOT = 0.2;
    /** Names are seldom longer; no more words of them are expanded. */
    private static final int MOST_VARIANTS = 12;

    private static final Map<String, List<String>> ENDINGS = Map.ofEntries(
            Map.entry("v", List.of("vägen", "väg")),
            Map.entry("vg", List.of("vägen")),
            Map.entry("väg", List.of("vägen")),
            Map.entry("vag", List.of("vägen")),
            Map.entry("vägens", List.of("vägen")),
            Map.entry("g", List.of("gatan")),
            Map.entry("gt", List.of("gatan")),
            Map.entry("gat", List.of("gatan")),
            Map.entry("gata", List.of("gatan")),
            Map.entry("gan", List.of("gatan")),
            Map.entry("gatans", List.of("gatan")),
            Map.entry("gr", List.of("gränd", "gränden")),
            Map.entry("grand", List.of("gränd")),
            Map.entry("gränden", List.of("gränd")),
            Map.entry("gränd", List.of("gränden")),
            Map.entry("st", List.of("stigen")),
            Map.entry("stg", List.of("stigen")),
            Map.entry("stig", List.of("stigen")),
            Map.entry("b", List.of("backen")),
            Map.entry("backe", List.of("backen")),
            Map.entry("sväng", List.of("svängen")),
            Map.entry("pl", List.of("plan", "platsen")),
            Map.entry("plats", List.of("platsen")),
            Map.entry("t", List.of("torget", "torg")),
            Map.entry("torg", List.of("torget")),
            Map.entry("torgets", List.of("torget")),
            Map.entry("p", List.of("parken")),
            Map.entry("park", List.of("parken")),
            Map.entry("parkens", List.of("parken")),
            Map.entry("sk", List.of("skola", "skolan")),
            Map.entry("skolan", List.of("skola")),
            Map.entry("skola", List.of("skolan")),
            Map.entry("kyrkan", List.of("kyrka")),
            Map.entry("allé", List.of("allén")),
            Map.entry("allen", List.of("allén")));

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("st", List.of("stora", "sankt")),
            Map.entry("sta", List.of("sankta")),
            Map.entry("s", List.of("södra", "sankt", "stora")),
            Map.entry("n", List.of("norra", "nya", "nedre")),
            Map.entry("ö", List.of("östra", "övre")),
            Map.entry("o", List.of("östra")),
            Map.entry("v", List.of("västra")),
            Map.entry("l", List.of("lilla")),
            Map.entry("ll", List.of("lilla")),
            Map.entry("g", List.of("gamla")),
            Map.entry("gl", List.of("gamla")),
            Map.entry("sö", List.of("södra")),
            Map.entry("nö", List.of("norra")),
            Map.entry("vä", List.of("västra")),
            Map.entry("k", List.of("kungs")),
            Map.entry("kv", List.of("")),
            Map.entry("stn", List.of("station", "stationen")));

    private Abbreviations() {}

    /** @param cost how far-fetched the variant is */
    record Variant(String plain, double cost) {}

    /** What is written as it is, then what it may be short for. */
    static List<Variant> variantsOf(String written) {
        String plain = Spelling.plain(written);
        double cost = written.indexOf('.') >= 0 || written.indexOf(':') >= 0 ? WITH_DOT : WITHOUT_DOT;
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant(plain, 0));
        String[] words = plain.split(" ");
        if (words.length > 1) {
            for (String full : WORDS.getOrDefault(words[0], List.of())) {
                variants.add(new Variant((full + plain.substring(words[0].length())).strip(), cost));
            }
        }
        int beginnings = variants.size();
        for (int i = 0; i < beginnings; i++) {
            endings(variants.get(i), cost, variants);
        }
        return variants;
    }

    private static void endings(Variant variant, double cost, List<Variant> variants) {
        String text = variant.plain();
        for (int length = 1; length <= 7 && length < text.length() - 1; length++) {
            int at = text.length() - length;
            List<String> full = ENDINGS.getOrDefault(text.substring(at), List.of());
            // two names as short as these are no abbreviation of one another
            if (text.substring(0, at).strip().length() >= 2) {
                for (String ending : full) {
                    if (variants.size() < MOST_VARIANTS) {
                        double own = length >= 4 ? 0.1 : cost;
                        variants.add(new Variant(text.substring(0, at) + ending, variant.cost() + own));
                    }
                }
            }
        }
        if (text.endsWith("s") && text.length() > 5) {
            variants.add(new Variant(text.substring(0, text.length() - 1), variant.cost() + 0.15));
        }
    }
}
