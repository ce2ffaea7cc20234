package se.lageskarta.geo.read.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.feature.WktNodes.Node;

/**
 * Which EPSG system a description means: that of a {@code .prj} file or of a GeoPackage. Understood are the systems
 * Swedish files come in: SWEREF 99 TM and its zones, RT 90, WGS 84, ETRS89, UTM, LAEA Europe, Web Mercator, and the
 * British grid; by the numbers of the projection first, then by name (ESRI's and EPSG's), and any system that names
 * its EPSG code.
 *
 * <p>Known limits: a local system with made-up numbers and a made-up name is unknown, and the person is asked.
 */
public final class CrsText {
    private static final double CLOSE_DEGREES = 1e-4;
    private static final double CLOSE_METRES = 0.5;
    private static final Map<Double, Integer> SWEREF_ZONES = Map.ofEntries(
            Map.entry(12.0, 3007),
            Map.entry(13.5, 3008),
            Map.entry(15.0, 3009),
            Map.entry(16.5, 3010),
            Map.entry(18.0, 3011),
            Map.entry(14.25, 3012),
            Map.entry(15.75, 3013),
            Map.entry(17.25, 3014),
            Map.entry(18.75, 3015),
            Map.entry(20.25, 3016),
            Map.entry(21.75, 3017),
            Map.entry(23.25, 3018));
    private static final double GON_DEGREES = 2.25;
    // 15°48'29.8" is 2.5 gon V; the others lie 2.5 gon apart: 7.5 and 5 gon V, 0, 2.5 and 5 gon O
    private static final double RT90_FIRST_MERIDIAN = 15 + 48.0 / 60 + 29.8 / 3600 - 2 * GON_DEGREES;
    private static final Map<String, Integer> NAMES = names();

    private CrsText() {}

    private static Map<String, Integer> names() {
        Map<String, Integer> names = new HashMap<>();
        names.put("sweref99tm", 3006);
        SWEREF_ZONES.forEach((meridian, epsg) -> {
            int degrees = meridian.intValue();
            String minutes = String.format(Locale.ROOT, "%02d", Math.round((meridian - degrees) * 60));
            names.put("sweref99" + degrees + minutes, epsg);
        });
        String[] gons = {"75gonv", "5gonv", "25gonv", "0gon", "25gono", "5gono"};
        for (int i = 0; i < gons.length; i++) {
            names.put("rt90" + gons[i], 3019 + i);
            names.put("rt90" + gons[i].replace("gonv", "gonw"), 3019 + i);
        }
        names.put("wgs84", 4326);
        names.put("gcswgs1984", 4326);
        names.put("wgs1984", 4326);
        names.put("wgs84crs84", 4326);
        names.put("sweref99", 4326);
        names.put("gcssweref99", 4326);
        names.put("etrs89", 4326);
        names.put("gcsetrs1989", 4326);
        names.put("wgs1984webmercatorauxiliarysphere", 3857);
        names.put("wgs1984webmercator", 3857);
        names.put("wgs84pseudomercator", 3857);
        names.put("popularvisualisationcrsmercator", 3857);
        names.put("googlemapsglobalmercator", 3857);
        names.put("etrs1989laea", 3035);
        names.put("etrs89laea", 3035);
        names.put("etrs89laeaeurope", 3035);
        names.put("etrs89extendedlaeaeurope", 3035);
        names.put("britishnationalgrid", 27700);
        names.put("osgb1936britishnationalgrid", 27700);
        names.put("osgb36britishnationalgrid", 27700);
        for (int zone = 1; zone <= 60; zone++) {
            names.put("wgs1984utmzone" + zone + "n", 32600 + zone);
            names.put("wgs84utmzone" + zone + "n", 32600 + zone);
            names.put("wgs1984utmzone" + zone + "s", 32700 + zone);
            names.put("wgs84utmzone" + zone + "s", 32700 + zone);
            if (zone >= 28 && zone <= 38) {
                names.put("etrs1989utmzone" + zone + "n", 25800 + zone);
                names.put("etrs89utmzone" + zone + "n", 25800 + zone);
            }
        }
        return Map.copyOf(names);
    }

    /**
     * The system that a text describes; null when it cannot be told.
     *
     * @param text Well-Known Text, or {@code EPSG:3006}
     */
    public static @Nullable Crs read(String text) {
        String trimmed = text.strip();
        if (trimmed.length() <= 64 && trimmed.indexOf('[') < 0) {
            return plain(trimmed);
        }
        Node outermost = WktNodes.parse(trimmed);
        return outermost == null ? null : of(outermost);
    }

    /** SWEREF 99 and ETRS89 in degrees are WGS 84 within a metre, and are read as that. */
    public static Crs asUsed(Crs crs) {
        return crs.epsg() == 4258 || crs.epsg() == 4619 ? Crs.WGS84 : crs;
    }

    private static @Nullable Crs plain(String text) {
        try {
            return Crs.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Crs of(Node outermost) {
        Node projected = find(outermost, "PROJCS", "PROJCRS", "PROJECTEDCRS");
        if (projected != null) {
            Crs byNumbers = byNumbers(projected);
            if (byNumbers != null) {
                return byNumbers;
            }
            Integer epsg = NAMES.get(fold(projected.first()));
            Crs named = epsg == null ? null : new Crs(epsg);
            // a projection whose numbers are those of another system is not the one that its name says
            return named != null && !(isTransverse(projected) && isOwnTransverse(named)) ? named : code(projected);
        }
        Node geographic = find(outermost, "GEOGCS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "GEODETICCRS");
        if (geographic == null) {
            return null;
        }
        Integer named = NAMES.get(fold(geographic.first()));
        return named == null ? geographicCode(geographic) : new Crs(named);
    }

    private static @Nullable Crs geographicCode(Node geographic) {
        Crs code = code(geographic);
        return code == null ? null : asUsed(code);
    }

    private static boolean isOwnTransverse(Crs crs) {
        int epsg = crs.epsg();
        return (epsg >= 3006 && epsg <= 3024) || epsg / 100 == 326 || epsg / 100 == 327 || epsg / 100 == 258;
    }

    /** The first node of these keywords, from the outermost inward. */
    private static @Nullable Node find(Node outermost, String... keywords) {
        Deque<Node> open = new ArrayDeque<>();
        open.add(outermost);
        while (!open.isEmpty()) {
            Node node = open.remove();
            for (String keyword : keywords) {
                if (node.keyword().equals(keyword)) {
                    return node;
                }
            }
            open.addAll(node.children());
        }
        return null;
    }

    private static @Nullable Crs code(Node system) {
        Node authority = system.child("AUTHORITY", "ID");
        if (authority == null
                || authority.values().size() < 2
                || !authority.first().equalsIgnoreCase("EPSG")) {
            return null;
        }
        return plain("EPSG:" + authority.values().get(1));
    }

    private static String method(Node projected) {
        Node conversion = projected.child("CONVERSION");
        Node method = conversion == null ? projected.child("PROJECTION") : conversion.child("METHOD", "PROJECTION");
        return method == null ? "" : fold(method.first());
    }

    private static boolean isTransverse(Node projected) {
        String method = method(projected);
        return method.equals("transversemercator") || method.equals("gausskruger");
    }

    /** Transverse Mercator is known by its numbers, whatever it is called; null when these are nobody's. */
    private static @Nullable Crs byNumbers(Node projected) {
        if (!isTransverse(projected)) {
            return null;
        }
        Map<String, Double> numbers = parameters(projected);
        double meridian = number(numbers, "centralmeridian", "longitudeofnaturalorigin", "longitudeoforigin");
        double scale = number(numbers, "scalefactor", "scalefactoratnaturalorigin");
        double east = number(numbers, "falseeasting");
        double north = number(numbers, "falsenorthing");
        String datum = datum(projected);
        if (near(scale, 1, 1e-9) && near(east, 150_000, CLOSE_METRES) && near(north, 0, CLOSE_METRES)) {
            return isModern(datum) ? swerefZone(meridian) : null;
        }
        if (near(scale, 1, 1e-9) && near(east, 1_500_000, CLOSE_METRES) && near(north, 0, CLOSE_METRES)) {
            return isModern(datum) ? null : rt90(meridian);
        }
        if (near(scale, 0.9996, 1e-9) && near(east, 500_000, CLOSE_METRES)) {
            return utm(fold(projected.first()), datum, meridian, north);
        }
        return null;
    }

    private static @Nullable Crs swerefZone(double meridian) {
        for (Map.Entry<Double, Integer> zone : SWEREF_ZONES.entrySet()) {
            if (near(meridian, zone.getKey(), CLOSE_DEGREES)) {
                return new Crs(zone.getValue());
            }
        }
        return null;
    }

    private static @Nullable Crs rt90(double meridian) {
        for (int i = 0; i < 6; i++) {
            if (near(meridian, RT90_FIRST_MERIDIAN + i * GON_DEGREES, 10 * CLOSE_DEGREES)) {
                return new Crs(3019 + i);
            }
        }
        return null;
    }

    private static @Nullable Crs utm(String name, String datum, double meridian, double north) {
        long zone = Math.round((meridian + 183) / 6);
        if (!near(meridian, zone * 6.0 - 183, CLOSE_DEGREES) || zone < 1 || zone > 60) {
            return null;
        }
        boolean sweref = datum.contains("sweref") || name.contains("sweref");
        if (sweref) {
            return zone == 33 && near(north, 0, CLOSE_METRES) ? Crs.SWEREF99_TM : null;
        }
        if (datum.contains("wgs")) {
            return near(north, 0, CLOSE_METRES)
                    ? new Crs(32600 + (int) zone)
                    : near(north, 10_000_000, CLOSE_METRES) ? new Crs(32700 + (int) zone) : null;
        }
        boolean european = datum.contains("etrs") || datum.contains("europeanterrestrial");
        return european && zone >= 28 && zone <= 38 && near(north, 0, CLOSE_METRES)
                ? new Crs(25800 + (int) zone)
                : null;
    }

    private static boolean isModern(String datum) {
        return datum.contains("sweref")
                || datum.contains("etrs")
                || datum.contains("wgs")
                || datum.contains("europeanterrestrial");
    }

    private static String datum(Node projected) {
        Node datum = find(projected, "DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE");
        Node base = find(projected, "GEOGCS", "BASEGEOGCRS", "BASEGEODCRS");
        return fold((datum == null ? "" : datum.first()) + (base == null ? "" : base.first()));
    }

    private static Map<String, Double> parameters(Node projected) {
        Node conversion = projected.child("CONVERSION");
        Map<String, Double> numbers = new HashMap<>();
        for (Node child : (conversion == null ? projected : conversion).children()) {
            if (child.keyword().equals("PARAMETER") && child.values().size() >= 2) {
                numbers.putIfAbsent(
                        fold(child.first()), plainNumber(child.values().get(1)));
            }
        }
        return numbers;
    }

    private static double number(Map<String, Double> numbers, String... names) {
        for (String name : names) {
            Double number = numbers.get(name);
            if (number != null) {
                return number;
            }
        }
        return Double.NaN;
    }

    private static double plainNumber(String text) {
        boolean written = text.length() <= 40 && text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
        try {
            return written ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean near(double value, double wanted, double tolerance) {
        return Math.abs(value - wanted) <= tolerance;
    }

    private static String fold(String name) {
        StringBuilder folded = new StringBuilder();
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                folded.append(c);
            }
        }
        return folded.toString();
    }
}
