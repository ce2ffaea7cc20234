package se.lageskarta.geo.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file's name and headings tell about its kind. */
final class FileClues {
    private static final List<String> SURVEY_STEMS = List.of("survey", "enkat", "trygghet", "otrygg", "unsafe");
    /** What people walk and cycle on, written in one word or several. */
    private static final List<String> PATH_STEMS = List.of("gcvag", "gcnat", "gangochcykel", "gangcykel", "cykelvag");

    private static final Map<String, BaseRole> ROLE_WORDS = Map.ofEntries(
            Map.entry("vatten", BaseRole.WATER),
            Map.entry("vattendrag", BaseRole.WATER),
            Map.entry("vattenytor", BaseRole.WATER),
            Map.entry("gront", BaseRole.GREEN),
            Map.entry("gronomraden", BaseRole.GREEN),
            Map.entry("park", BaseRole.GREEN),
            Map.entry("skog", BaseRole.GREEN),
            Map.entry("natur", BaseRole.GREEN),
            Map.entry("hus", BaseRole.BUILDINGS),
            Map.entry("vagnat", BaseRole.ROADS),
            Map.entry("gatunat", BaseRole.ROADS),
            Map.entry("gatunamn", BaseRole.ROADS),
            Map.entry("vag", BaseRole.ROADS),
            Map.entry("gangcykel", BaseRole.PATHS),
            Map.entry("gcvagar", BaseRole.PATHS),
            Map.entry("gcvag", BaseRole.PATHS),
            Map.entry("gcnat", BaseRole.PATHS),
            Map.entry("cykelvagar", BaseRole.PATHS),
            Map.entry("stigar", BaseRole.PATHS),
            Map.entry("jarnvagar", BaseRole.RAIL),
            Map.entry("spar", BaseRole.RAIL),
            Map.entry("gatubelysning", BaseRole.LAMPS),
            Map.entry("belysningsstolpar", BaseRole.LAMPS),
            Map.entry("lyktstolpar", BaseRole.LAMPS),
            Map.entry("armaturer", BaseRole.LAMPS),
            Map.entry("adress", BaseRole.ADDRESSES),
            Map.entry("adresspunkter", BaseRole.ADDRESSES),
            Map.entry("adresslista", BaseRole.ADDRESSES),
            Map.entry("fastighet", BaseRole.PROPERTIES),
            Map.entry("fastighetsgranser", BaseRole.PROPERTIES),
            Map.entry("tomter", BaseRole.PROPERTIES),
            Map.entry("stadsdel", BaseRole.DISTRICTS),
            Map.entry("delomraden", BaseRole.DISTRICTS),
            Map.entry("valdistrikt", BaseRole.DISTRICTS),
            Map.entry("nyko", BaseRole.DISTRICTS),
            Map.entry("kommun", BaseRole.BOUNDARY),
            Map.entry("kommuner", BaseRole.BOUNDARY),
            Map.entry("ortnamn", BaseRole.PLACES),
            Map.entry("tatorter", BaseRole.PLACES),
            Map.entry("sjoar", BaseRole.WATER),
            Map.entry("gronyta", BaseRole.GREEN),
            Map.entry("gronytor", BaseRole.GREEN),
            Map.entry("parker", BaseRole.GREEN),
            Map.entry("byggnader", BaseRole.BUILDINGS),
            Map.entry("vagar", BaseRole.ROADS),
            Map.entry("gator", BaseRole.ROADS),
            Map.entry("streets", BaseRole.ROADS),
            Map.entry("gangvagar", BaseRole.PATHS),
            Map.entry("jarnvag", BaseRole.RAIL),
            Map.entry("belysning", BaseRole.LAMPS),
            Map.entry("belysningspunkter", BaseRole.LAMPS),
            Map.entry("lampor", BaseRole.LAMPS),
            Map.entry("adresser", BaseRole.ADDRESSES),
            Map.entry("fastigheter", BaseRole.PROPERTIES),
            Map.entry("stadsdelar", BaseRole.DISTRICTS),
            Map.entry("omraden", BaseRole.DISTRICTS),
            Map.entry("grans", BaseRole.BOUNDARY),
            Map.entry("kommungrans", BaseRole.BOUNDARY),
            Map.entry("platser", BaseRole.PLACES),
            Map.entry("orter", BaseRole.PLACES));

    private FileClues() {}

    /** The role that a word of the file's name names, null when none does. */
    static @Nullable BaseRole roleByName(String fileName) {
        String whole = Field.fold(fileName);
        if (PATH_STEMS.stream().anyMatch(whole::contains)) {
            return BaseRole.PATHS;
        }
        for (String word : fileName.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            for (BaseRole role : BaseRole.values()) {
                if (role.code().equals(word)) {
                    return role;
                }
            }
            BaseRole role = ROLE_WORDS.get(Field.fold(word));
            if (role != null) {
                return role;
            }
        }
        return null;
    }

    /** True when name or headings say that this is what people answered. */
    static boolean looksLikeSurvey(String fileName, Set<Field> fields) {
        String name = Field.fold(fileName);
        boolean named = SURVEY_STEMS.stream().anyMatch(name::contains);
        boolean asked = fields.contains(Field.REASONS)
                || fields.contains(Field.DARK)
                || fields.contains(Field.SAFE)
                || fields.contains(Field.RESPONDENT)
                || fields.contains(Field.SEVERITY);
        return named || (asked && !fields.contains(Field.TYPE));
    }

    /** True when the headings are those of data.police.uk: its dates are months, its places are moved to map points. */
    static boolean isPoliceUk(List<String> headings) {
        Set<String> folded = new HashSet<>();
        headings.forEach(heading -> folded.add(Field.fold(heading)));
        boolean place = folded.contains("lsoa") || folded.contains("lsoacode") || folded.contains("force");
        return folded.contains("month") && (place || folded.contains("crimetype"));
    }
}
