package se.lageskarta.geo.crs;

/**
 * Which system a dataset is stored and analysed in: one whose metres are metres on the ground where the data lie.
 *
 * <p>A projected metric system that the data came in is kept. Everything else (degrees, feet, Web Mercator) goes to
 * SWEREF 99 TM when the data lie in Sweden's area, and otherwise to the UTM zone of their centre.
 */
public final class WorkingCrs {
    // Sweden's area of use in the EPSG register (SWEREF 99), degrees
    private static final double SWEDEN_WEST = 10.03;
    private static final double SWEDEN_SOUTH = 54.96;
    private static final double SWEDEN_EAST = 24.17;
    private static final double SWEDEN_NORTH = 69.07;

    private WorkingCrs() {}

    /**
     * @param source the system the data came in
     * @param lon centre of the data, degrees
     * @param lat centre of the data, degrees
     */
    public static Crs choose(Crs source, double lon, double lat) {
        LonLat centre = new LonLat(lon, lat);
        return Projection.of(source).isMetric() ? source : forPlace(centre);
    }

    /** The metric system to use around a place. */
    static Crs forPlace(LonLat centre) {
        return inSweden(centre.lon(), centre.lat()) ? Crs.SWEREF99_TM : utm(centre);
    }

    /** True within Sweden's area of use: its land and sea, and what a rectangle brings along. */
    static boolean inSweden(double lon, double lat) {
        return lon >= SWEDEN_WEST && lon <= SWEDEN_EAST && lat >= SWEDEN_SOUTH && lat <= SWEDEN_NORTH;
    }

    /** UTM on WGS 84, without the exceptions for Norway and Svalbard. */
    static Crs utm(LonLat place) {
        int zone = utmZone(place.lon());
        return new Crs((place.lat() < 0 ? 32700 : 32600) + zone);
    }

    /** 1 to 60. */
    static int utmZone(double lon) {
        return Math.min(60, (int) Math.floor((lon + 180) / 6) + 1);
    }
}
