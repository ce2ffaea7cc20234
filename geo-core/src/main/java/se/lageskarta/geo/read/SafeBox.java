package se.lageskarta.geo.read;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Projection;

/**
 * A box of coordinates in which every place is valid, so that the places of most rows need no projecting to be checked.
 *
 * @param west metres in the system of the file
 * @param south metres in the system of the file
 * @param east metres in the system of the file
 * @param north metres in the system of the file
 */
record SafeBox(double west, double south, double east, double north) {
    private static final double LARGEST_METRES = 200_000;
    private static final double SMALLEST_METRES = 10_000;
    private static final int POINTS_A_SIDE = 65;
    // between two points of a side, at most 6.25 km apart, a meridian bends by less than a kilometre
    private static final double MARGIN_DEGREES = 0.05;

    /**
     * The largest box around the middle of a file's places that is found to be safe; null when there is none.
     *
     * <p>The projection is continuous and its valid places lie within a rectangle of degrees, so a box is valid when
     * its edge is.
     */
    static @Nullable SafeBox around(Whereabouts whereabouts, Projection projection) {
        if (!projection.isMetric()) {
            return null;
        }
        double half = Math.min(LARGEST_METRES, whereabouts.farMetres());
        for (; half >= SMALLEST_METRES; half /= 2) {
            SafeBox box = new SafeBox(
                    whereabouts.x() - half, whereabouts.y() - half, whereabouts.x() + half, whereabouts.y() + half);
            if (box.hasValidEdge(projection)) {
                return box;
            }
        }
        return null;
    }

    boolean holds(double x, double y) {
        return x >= west & x <= east & y >= south & y <= north;
    }

    private boolean hasValidEdge(Projection projection) {
        double[] x = new double[POINTS_A_SIDE * 4];
        double[] y = new double[x.length];
        for (int i = 0; i < POINTS_A_SIDE; i++) {
            double part = i / (POINTS_A_SIDE - 1.0);
            double alongX = west + part * (east - west);
            double alongY = south + part * (north - south);
            set(x, y, 4 * i, alongX, south);
            set(x, y, 4 * i + 1, alongX, north);
            set(x, y, 4 * i + 2, west, alongY);
            set(x, y, 4 * i + 3, east, alongY);
        }
        double[] lon = new double[x.length];
        double[] lat = new double[x.length];
        projection.toLonLat(x, y, 0, x.length, lon, lat);
        for (int i = 0; i < lon.length; i++) {
            boolean valid = Whereabouts.isValid(projection.crs(), lon[i] - MARGIN_DEGREES, lat[i] - MARGIN_DEGREES)
                    && Whereabouts.isValid(projection.crs(), lon[i] + MARGIN_DEGREES, lat[i] + MARGIN_DEGREES);
            if (!valid) {
                return false;
            }
        }
        return true;
    }

    private static void set(double[] x, double[] y, int i, double pointX, double pointY) {
        x[i] = pointX;
        y[i] = pointY;
    }
}
