package se.lageskarta.geo.crs;

/**
 * The square that web maps are cut from: x grows from 0 at 180° W to 1 at 180° E, y from 0 in the north
 * (85.0511° N) to 1 in the south. For display; distances in it are false away from the equator.
 */
public final class WebMercator {
    /** The latitude at which the square ends, degrees. */
    public static final double MAX_LAT = 85.051128779806604;
    /** The sphere's circumference, metres: the side of the square at the equator. */
    public static final double CIRCUMFERENCE_METRES = 2 * Math.PI * SphericalMercator.RADIUS_METRES;

    private WebMercator() {}

    /** 0 to 1 for longitude -180 to 180 degrees. */
    public static double x(double lon) {
        return lon / 360 + 0.5;
    }

    /** 0 (north) to 1 (south); latitudes beyond the square are put on its edge. */
    public static double y(double lat) {
        if (lat >= MAX_LAT) {
            return 0;
        }
        if (lat <= -MAX_LAT) {
            return 1;
        }
        double sin = Math.sin(Math.toRadians(lat));
        return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    }

    /** Degrees for x of 0 to 1. */
    public static double lon(double x) {
        return (x - 0.5) * 360;
    }

    /** Degrees for y of 0 (north) to 1 (south). */
    public static double lat(double y) {
        return Math.toDegrees(Math.atan(Math.sinh((1 - 2 * y) * Math.PI)));
    }

    /** Metres on the ground that the whole width of the square stands for at a latitude. */
    public static double metresPerUnit(double lat) {
        return CIRCUMFERENCE_METRES * Math.cos(Math.toRadians(lat));
    }
}
