package se.lageskarta.geo.crs;

import java.util.Locale;

/**
 * A coordinate reference system, named by its EPSG code.
 *
 * @param epsg EPSG code, 1024 to 32767 (the register's range)
 */
public record Crs(int epsg) {
    /** WGS 84 longitude and latitude in degrees. */
    public static final Crs WGS84 = new Crs(4326);
    /** SWEREF 99 TM, metres: the Swedish national system. */
    public static final Crs SWEREF99_TM = new Crs(3006);
    /** Web Mercator, metres: for display only, never for distances. */
    public static final Crs WEB_MERCATOR = new Crs(3857);

    public Crs {
        if (epsg < 1024 || epsg > 32767) {
            throw new IllegalArgumentException("epsg is " + epsg + ", but must be 1024 to 32767");
        }
    }

    /**
     * Reads {@code EPSG:3006}, {@code epsg:3006}, {@code urn:ogc:def:crs:EPSG::3006},
     * {@code http://www.opengis.net/def/crs/EPSG/0/3006}, {@code CRS84} or {@code 3006}.
     *
     * @throws IllegalArgumentException when no EPSG code can be read
     */
    public static Crs parse(String text) {
        String trimmed = text.strip();
        if (trimmed.toUpperCase(Locale.ROOT).endsWith("CRS84")) {
            return WGS84;
        }
        int end = trimmed.length();
        int start = end;
        while (start > 0 && trimmed.charAt(start - 1) >= '0' && trimmed.charAt(start - 1) <= '9') {
            start--;
        }
        String head = trimmed.substring(0, start).toUpperCase(Locale.ROOT);
        boolean named = head.isEmpty() || head.equals("EPSG:") || head.contains("EPSG:") || head.contains("/EPSG/");
        if (!named || end - start < 4 || end - start > 5) {
            throw new IllegalArgumentException("crs is '" + text + "', but must be like EPSG:3006");
        }
        return new Crs(Integer.parseInt(trimmed.substring(start)));
    }

    @Override
    public String toString() {
        return "EPSG:" + epsg;
    }
}
