package se.lageskarta.geo.crs;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the names of two coordinate columns tell.
 *
 * @param crs the system they name, null when none
 * @param firstIsEast true when the names say that the first column is east or longitude
 * @param firstIsNorth true when the names say that the first column is north or latitude
 * @param text the two names as they stand
 */
record HeaderHint(@Nullable Crs crs, boolean firstIsEast, boolean firstIsNorth, String text) {
    private static final Set<String> EAST =
            Set.of("e", "east", "easting", "ost", "öst", "lon", "long", "lng", "longitude", "longitud");
    private static final Set<String> NORTH =
            Set.of("n", "north", "northing", "norr", "nord", "lat", "latitude", "latitud");
    private static final Set<String> DEGREES =
            Set.of("lon", "long", "lng", "longitude", "longitud", "lat", "latitude", "latitud", "wgs84");
    private static final Pattern CODE =
            Pattern.compile("(?<!\\d)(4326|3857|3006|300[7-9]|301[0-8]|3021|27700|32[67]\\d\\d|269\\d\\d)(?!\\d)");
    private static final Pattern ZONE =
            Pattern.compile("(?:sweref|99)[^0-9]*(?:99)?[^0-9]*(1[2-8]|2[0-3])[ _.-]?(00|15|30|45)(?!\\d)");
    private static final String[] ZONE_NAMES = {
        "1200", "1330", "1500", "1630", "1800", "1415", "1545", "1715", "1845", "2015", "2145", "2315"
    };

    static HeaderHint of(String first, String second) {
        String text = (first + ", " + second).strip();
        String lower = text.toLowerCase(Locale.ROOT);
        boolean firstEast = has(first, EAST) || has(second, NORTH);
        boolean firstNorth = has(first, NORTH) || has(second, EAST);
        boolean contradiction = firstEast && firstNorth;
        return new HeaderHint(named(lower), firstEast && !contradiction, firstNorth && !contradiction, text);
    }

    private static @Nullable Crs named(String lower) {
        Matcher code = CODE.matcher(lower);
        if (code.find()) {
            return new Crs(Integer.parseInt(code.group(1)));
        }
        Matcher zone = ZONE.matcher(lower);
        if (zone.find()) {
            for (int i = 0; i < ZONE_NAMES.length; i++) {
                if (ZONE_NAMES[i].equals(zone.group(1) + zone.group(2))) {
                    return new Crs(3007 + i);
                }
            }
        }
        if (lower.contains("sweref")) {
            return Crs.SWEREF99_TM;
        }
        if (lower.contains("rt90") || lower.contains("rt 90")) {
            return new Crs(3021);
        }
        if (lower.contains("osgb") || lower.contains("bng")) {
            return new Crs(27700);
        }
        return has(lower, DEGREES) ? Crs.WGS84 : null;
    }

    private static boolean has(String header, Set<String> words) {
        for (String word : header.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9]+")) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
