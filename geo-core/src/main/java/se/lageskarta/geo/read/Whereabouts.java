package se.lageskarta.geo.read;

import java.util.Arrays;
import se.lageskarta.geo.crs.Crs;

/**
 * Where a file's places lie, so that a single place far from all others can be told.
 *
 * @param x median, metres in the working system
 * @param y median, metres in the working system
 * @param farMetres a place farther than this from the medians is far from the others
 */
record Whereabouts(double x, double y, double farMetres) {
    /** A municipality's neighbours are not far, whatever the file's own spread. */
    static final double FAR_METRES = 50_000;
    /** In a bell curve one row of 10^11 is farther than ten standard deviations (6.75 median deviations are 10). */
    static final double FAR_DEVIATIONS = 20;

    /** Of places given as columns; NaN marks those that have none. */
    static Whereabouts of(double[] x, double[] y) {
        double centreX = median(x);
        double centreY = median(y);
        double[] away = new double[x.length];
        for (int i = 0; i < away.length; i++) {
            away[i] = Math.hypot(x[i] - centreX, y[i] - centreY);
        }
        double deviation = median(away);
        return new Whereabouts(
                centreX, centreY, Math.max(FAR_METRES, FAR_DEVIATIONS * (Double.isNaN(deviation) ? 0 : deviation)));
    }

    /** Kilometres from the middle when that is far, otherwise 0. */
    double farKilometres(double placeX, double placeY) {
        if (Math.abs(placeX - x) + Math.abs(placeY - y) <= farMetres) {
            return 0;
        }
        double away = Math.hypot(placeX - x, placeY - y);
        return away > farMetres ? away / 1000 : 0;
    }

    /**
     * True when a place can be in a file of this system. Sweden's systems: Sweden and ten kilometres of sea around;
     * others: where Web Mercator can show it, and off the antimeridian, across which nothing is drawn.
     */
    static boolean isValid(Crs source, double lon, double lat) {
        if (!(Math.abs(lat) <= 85.05) || !(Math.abs(lon) < 180)) {
            return false;
        }
        int epsg = source.epsg();
        if (epsg == 3021 || (epsg >= 3006 && epsg <= 3018)) {
            return lon >= 9.8 && lon <= 24.6 && lat >= 54.8 && lat <= 69.3;
        }
        return epsg != 27700 || (lon >= -9.5 && lon <= 2.6 && lat >= 49.2 && lat <= 61.5);
    }

    /** The middle one of the numbers, NaN when there is none. */
    static double median(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
