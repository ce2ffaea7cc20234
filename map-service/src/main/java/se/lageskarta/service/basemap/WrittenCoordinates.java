package se.lageskarta.service.basemap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.service.storage.Bounds;

/**
 * Reads a position as people write it: degrees with point or Swedish comma, degrees with minutes and seconds, or
 * metres in SWEREF 99 TM in either order.
 *
 * <p>Degrees are read as latitude then longitude unless letters (N, S, E, W, or Swedish Ö, O, V) say otherwise, or
 * unless only the other order lies in Sweden. SWEREF 99 TM orders cannot be confused: in Sweden a northing has seven
 * digits and an easting six.
 */
public final class WrittenCoordinates {
    private static final String SEPARATOR = "(?:\\s*[;,/]\\s*|\\s+)";
    private static final String LETTER = "(?<l%1$d>[NSEWÖOV])";
    private static final Pattern METRES = Pattern.compile(
            "[NE]?\\s*(\\d{6,7}(?:[.,]\\d{1,4})?)" + SEPARATOR + "[NE]?\\s*(\\d{6,7}(?:[.,]\\d{1,4})?)");
    private static final Pattern GROUPED_METRES =
            Pattern.compile("[NE]?\\s*((?:\\d )?\\d{3} \\d{3})\\s*[;,/ ]\\s*[NE]?\\s*((?:\\d )?\\d{3} \\d{3})");
    private static final List<Pattern> DEGREES = Stream.concat(
                    pairs("(?<d%1$d>-?\\d{1,3}(?:[.,]\\d{1,12})?)\\s*°?(?<m%1$d>)(?<s%1$d>)", SEPARATOR),
                    pairs(
                            "(?<d%1$d>\\d{1,3})\\s*[° ]\\s*(?<m%1$d>\\d{1,2}(?:[.,]\\d{1,8})?)"
                                    + "(?:\\s*['\\s]\\s*(?:(?<s%1$d>\\d{1,2}(?:[.,]\\d{1,6})?)\\s*\"?)?)?",
                            "\\s*[;,/]?\\s*"))
            .toList();
    /** Where SWEREF 99 TM is used, metres with room for the coast. */
    private static final double MIN_NORTHING = 6_050_000;

    private static final double MAX_NORTHING = 7_750_000;
    private static final double MIN_EASTING = 150_000;
    private static final double MAX_EASTING = 1_050_000;
    private static final Bounds SWEDEN = new Bounds(10, 54.5, 25, 69.5);
    /** Longer than any position; keeps the patterns away from hostile input. */
    private static final int MAX_LENGTH = 80;

    private WrittenCoordinates() {}

    /** Where it is, or empty when the text is something else. */
    public static Optional<LonLat> place(String text) {
        return read(text).map(NamedPlace::at);
    }

    /** The position, or empty when the text is something else. */
    static Optional<NamedPlace> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = text.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\u2019\\u2032´`]", "'")
                .replaceAll("[\\u201D\\u201C\\u2033]|''", "\"")
                .replaceAll("[\\u00A0\\u202F\\u2009]", " ")
                .replace('\u2212', '-');
        LonLat found = metres(plain);
        if (found != null) {
            return Optional.of(named(sweref(found), found));
        }
        LonLat at = degrees(plain);
        return at == null ? Optional.empty() : Optional.of(named(decimal(at), at));
    }

    /** A number twice: with a letter before each, after each, or none. */
    private static Stream<Pattern> pairs(String number, String separator) {
        return Stream.of(LETTER + "\\s*" + number, number + "\\s*" + LETTER, "(?<l%1$d>)" + number)
                .map(one -> one.formatted(1) + separator + one.formatted(2))
                .map(Pattern::compile);
    }

    private static NamedPlace named(String name, LonLat at) {
        Bounds bounds = new Bounds(at.lon(), at.lat(), at.lon(), at.lat());
        return new NamedPlace(name, PlaceKind.COORDINATES, at, bounds);
    }

    private static String decimal(LonLat at) {
        return String.format(Locale.ROOT, "%.5f, %.5f", at.lat(), at.lon());
    }

    private static String sweref(LonLat at) {
        double[] xy = Projection.of(Crs.SWEREF99_TM).fromLonLat(at.lon(), at.lat());
        return String.format(Locale.ROOT, "N %d, E %d (SWEREF 99 TM)", Math.round(xy[1]), Math.round(xy[0]));
    }

    private static @Nullable LonLat metres(String text) {
        Matcher match = METRES.matcher(text);
        if (!match.matches()) {
            match = GROUPED_METRES.matcher(text);
            if (!match.matches()) {
                return null;
            }
        }
        double first = number(match.group(1));
        double second = number(match.group(2));
        double north = Math.max(first, second);
        double east = Math.min(first, second);
        boolean used = north >= MIN_NORTHING && north <= MAX_NORTHING && east >= MIN_EASTING && east <= MAX_EASTING;
        return used ? Projection.of(Crs.SWEREF99_TM).toLonLat(east, north) : null;
    }

    private static @Nullable LonLat degrees(String text) {
        for (Pattern way : DEGREES) {
            Matcher match = way.matcher(text);
            if (match.matches()) {
                return place(degrees(match, "1"), match.group("l1"), degrees(match, "2"), match.group("l2"));
            }
        }
        return null;
    }

    /** Degrees from minutes and seconds; not a number when there are 60 or more of either. */
    private static double degrees(Matcher match, String which) {
        double minutes = number(match.group("m" + which));
        double seconds = number(match.group("s" + which));
        boolean sound = minutes < 60 && seconds < 60;
        return sound ? number(match.group("d" + which)) + minutes / 60 + seconds / 3600 : Double.NaN;
    }

    private static @Nullable LonLat place(double first, String firstLetter, double second, String secondLetter) {
        if (firstLetter.isEmpty()) {
            LonLat usual = lonLat(second, first);
            LonLat swapped = lonLat(first, second);
            boolean swap = usual == null || !inSweden(usual) && swapped != null && inSweden(swapped);
            return swap ? swapped : usual;
        }
        boolean firstIsLatitude = isLatitude(firstLetter);
        if (firstIsLatitude == isLatitude(secondLetter)) {
            return null;
        }
        double a = isNegative(firstLetter) ? -first : first;
        double b = isNegative(secondLetter) ? -second : second;
        return firstIsLatitude ? lonLat(b, a) : lonLat(a, b);
    }

    private static boolean isLatitude(String letter) {
        return letter.equals("N") || letter.equals("S");
    }

    private static boolean isNegative(String letter) {
        return letter.equals("S") || letter.equals("W") || letter.equals("V");
    }

    private static boolean inSweden(LonLat at) {
        return SWEDEN.contains(at.lon(), at.lat());
    }

    private static @Nullable LonLat lonLat(double lon, double lat) {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? new LonLat(lon, lat) : null;
    }

    private static double number(@Nullable String text) {
        return text == null || text.isEmpty()
                ? 0
                : Double.parseDouble(text.replace(',', '.').replace(" ", ""));
    }
}
