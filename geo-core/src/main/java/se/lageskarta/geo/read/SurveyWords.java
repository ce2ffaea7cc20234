package se.lageskarta.geo.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafeReason;

/** What survey forms and registers call things: yes and no, light and dark, why a place feels unsafe, how exact it is. */
final class SurveyWords {
    private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "true", "sant", "1", "x");
    private static final Set<String> NO = Set.of("nej", "no", "n", "false", "falskt", "0");
    private static final List<String> SAFETY = List.of("trygg", "safe");
    private static final List<String> QUESTIONS = List.of(
            "kannerdu",
            "kannsplats",
            "kannsdet",
            "arplats",
            "ardenhar",
            "ardet",
            "upplever",
            "upplevs",
            "doyoufeel",
            "isthis",
            "istheplace",
            "doesthe",
            "doesthis");
    private static final List<String> DARK = List.of("mork", "kvall", "natt", "dark", "night", "evening");
    private static final List<String> LIGHT = List.of("ljus", "dag", "light", "day");
    private static final Map<UnsafeReason, List<String>> STEMS = Map.of(
            UnsafeReason.DARK, List.of("mork", "dark", "belys", "light", "lampa", "lampor"),
            UnsafeReason.VEGETATION, List.of("busk", "vegetation", "vaxt", "bush", "trad"),
            UnsafeReason.PEOPLE, List.of("person", "people", "gang", "ungdom", "folk", "manniskor"),
            UnsafeReason.TUNNEL, List.of("tunnel", "viadukt", "underpass", "passage"),
            UnsafeReason.SECLUDED, List.of("avskil", "avskuren", "odslig", "enslig", "seclu", "isolat", "oversikt"),
            UnsafeReason.DECAY,
                    List.of("skrap", "forfall", "klotter", "decay", "litter", "graffiti", "sliten", "trasig"),
            UnsafeReason.TRAFFIC, List.of("trafik", "traffic", "bilar", "moped"),
            UnsafeReason.INTOXICATION,
                    List.of("alkohol", "drog", "narkot", "berus", "missbruk", "intox", "drug", "alcohol"),
            UnsafeReason.CRIME, List.of("brott", "crime", "ran", "hot", "vald", "stold"));

    private SurveyWords() {}

    /** True of a heading, folded, that is a question to be answered by yes or no: "Känner du dig trygg här?". */
    static boolean asksSafety(String folded) {
        return SAFETY.stream().anyMatch(folded::contains) && QUESTIONS.stream().anyMatch(folded::startsWith);
    }

    /** True when yes to what the heading asks is unsafe: "Otrygg", "Känns platsen otrygg?", "Unsafe". */
    static boolean asksUnsafe(String heading) {
        String folded = Field.fold(heading);
        boolean namesBoth = folded.startsWith("trygg") || folded.startsWith("safe");
        return !namesBoth && (folded.contains("otrygg") || folded.contains("unsafe"));
    }

    /** Null when the word is neither yes nor no. */
    static @Nullable Boolean yesOrNo(String word) {
        String folded = Field.fold(word);
        return YES.contains(folded) ? Boolean.TRUE : NO.contains(folded) ? Boolean.FALSE : null;
    }

    /** Null when not told. */
    static @Nullable Boolean dark(String word) {
        Boolean answer = yesOrNo(word);
        if (answer != null) {
            return answer;
        }
        String folded = Field.fold(word);
        return DARK.stream().anyMatch(folded::startsWith)
                ? Boolean.TRUE
                : LIGHT.stream().anyMatch(folded::startsWith) ? Boolean.FALSE : null;
    }

    /** Reasons named in a list separated by {@code ; , | /}. Words that fit none are {@link UnsafeReason#OTHER}. */
    static Set<UnsafeReason> reasons(String text) {
        Set<UnsafeReason> found = EnumSet.noneOf(UnsafeReason.class);
        for (String part : text.split("[;,|/]")) {
            String folded = Field.fold(part);
            if (!folded.isEmpty()) {
                found.add(reason(folded));
            }
        }
        return found;
    }

    private static UnsafeReason reason(String folded) {
        for (UnsafeReason reason : UnsafeReason.values()) {
            boolean named = folded.equals(reason.name().toLowerCase(Locale.ROOT));
            if (named || STEMS.getOrDefault(reason, List.of()).stream().anyMatch(folded::startsWith)) {
                return reason;
            }
        }
        return UnsafeReason.OTHER;
    }

    /** How well a place is known; an empty word means that it is a coordinate. */
    static PlacePrecision precision(String word) {
        String folded = Field.fold(word);
        if (folded.isEmpty()) {
            return PlacePrecision.ADDRESS;
        }
        return switch (folded) {
            case "kommun", "kommunniva", "municipality", "city", "ort" -> PlacePrecision.MUNICIPALITY;
            case "lan", "lansniva", "county", "region" -> PlacePrecision.COUNTY;
            case "omrade", "area", "stadsdel", "district", "deso", "regso", "block" -> PlacePrecision.AREA;
            case "gata", "street", "vag", "road" -> PlacePrecision.STREET;
            case "adress", "address", "exakt", "exact", "punkt", "point", "koordinat", "coordinate", "rooftop" ->
                PlacePrecision.ADDRESS;
            default -> PlacePrecision.UNKNOWN;
        };
    }
}
