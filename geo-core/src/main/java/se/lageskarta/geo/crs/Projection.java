package se.lageskarta.geo.crs;

import java.nio.file.Path;

/**
 * The way between a coordinate system and longitude and latitude (WGS 84 degrees). East before north,
 * longitude before latitude, whatever the register says. Safe for several threads.
 *
 * <p>SWEREF 99 TM (3006), its twelve local zones (3007–3018), UTM on WGS 84 (326zz, 327zz) and on ETRS89
 * (258zz), Web Mercator (3857) and WGS 84 itself (4326) are computed in closed form here; any other EPSG code
 * goes through GeoTools, whose first use reads its EPSG database and takes seconds: see {@link #warm()}.
 *
 * <p>SWEREF 99 and ETRS89 are taken to be WGS 84, as the EPSG register does; the difference grows with the
 * drift of the continent and is below a metre. Known limit: without national grid files, datum shifts such as
 * that of 27700 or 3021 are seven-parameter ones, good to a few metres.
 */
public interface Projection {
    Crs crs();

    /** True when coordinates are metres in a projected system, so that distances may be taken between them. */
    boolean isMetric();

    /**
     * Rows {@code from} (included) to {@code to} (excluded) of metres east and north into degrees. Input and output
     * arrays may be the same. A row that has no place on the globe becomes NaN, NaN.
     */
    void toLonLat(double[] x, double[] y, int from, int to, double[] lon, double[] lat);

    /**
     * Rows {@code from} (included) to {@code to} (excluded) of degrees into metres east and north. Input and output
     * arrays may be the same. A row that the system cannot express becomes NaN, NaN.
     */
    void fromLonLat(double[] lon, double[] lat, int from, int to, double[] x, double[] y);

    /** @throws IllegalArgumentException when x, y has no place on the globe in this system */
    default LonLat toLonLat(double x, double y) {
        double[] lon = {x};
        double[] lat = {y};
        toLonLat(lon, lat, 0, 1, lon, lat);
        if (Double.isNaN(lon[0])) {
            throw new IllegalArgumentException("x, y is " + x + ", " + y + ", but must be a place in " + crs());
        }
        return new LonLat(lon[0], lat[0]);
    }

    /**
     * @return x and y
     * @throws IllegalArgumentException when the place cannot be expressed in this system
     */
    default double[] fromLonLat(double lon, double lat) {
        double[] x = {lon};
        double[] y = {lat};
        fromLonLat(x, y, 0, 1, x, y);
        if (Double.isNaN(x[0])) {
            throw new IllegalArgumentException("lon, lat is " + lon + ", " + lat + ", but must be a place in " + crs());
        }
        return new double[] {x[0], y[0]};
    }

    /**
     * The projection of a system; made once, then kept.
     *
     * @throws UnknownCrsException when nobody knows the code, or it has no way to longitude and latitude
     */
    static Projection of(Crs crs) {
        return KnownProjections.of(crs);
    }

    /**
     * The projection of a system in whose coordinates distances are taken.
     *
     * @throws IllegalArgumentException when its coordinates are degrees or feet, or its metres are not metres on
     *     the ground (Web Mercator)
     */
    static Projection metric(Crs crs) {
        Projection projection = of(crs);
        if (!projection.isMetric()) {
            throw new IllegalArgumentException(
                    "crs is " + crs + ", but must be a projected system in metres, such as " + Crs.SWEREF99_TM);
        }
        return projection;
    }

    /** Reads the EPSG database in the background, so that the first file in a foreign system does not wait for it. */
    static void warm() {
        Thread thread = new Thread(() -> of(new Crs(27700)), "epsg-warmer");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Where GeoTools unpacks its EPSG database (some 33 MB). Without it the machine's shared temporary folder is
     * used. Only has effect before the first system that needs GeoTools, and only when it has not been told before, on
     * the command line of the JVM or by another service in it: the database is open from then on.
     */
    static void epsgDirectory(Path directory) {
        System.getProperties()
                .putIfAbsent("EPSG-HSQL.directory", directory.toAbsolutePath().toString());
    }
}
