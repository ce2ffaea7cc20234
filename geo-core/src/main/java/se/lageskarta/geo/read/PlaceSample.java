package se.lageskarta.geo.read;

import java.util.Arrays;

/** Coordinates of rows evenly spread over a file, however long it is. */
final class PlaceSample {
    private static final int CAPACITY = 2048;

    final double[] first = new double[CAPACITY];
    final double[] second = new double[CAPACITY];
    final double[] lon = new double[CAPACITY];
    final double[] lat = new double[CAPACITY];
    private int size;
    private long step = 1;
    private long rows;

    /** Takes the row when its turn has come. NaN marks what is missing. */
    void offer(double rowFirst, double rowSecond, double rowLon, double rowLat) {
        if (rows++ % step != 0) {
            return;
        }
        if (size == CAPACITY) {
            thinOut();
            if ((rows - 1) % step != 0) {
                return;
            }
        }
        first[size] = rowFirst;
        second[size] = rowSecond;
        lon[size] = rowLon;
        lat[size] = rowLat;
        size++;
    }

    /** True when the next row will be taken; lets the caller save the work. */
    boolean wantsNext() {
        return rows % step == 0;
    }

    /** Forgets all. */
    void clear() {
        size = 0;
        step = 1;
        rows = 0;
    }

    void skip() {
        rows++;
    }

    /**
     * Without the rows far from most others, whose slips must not decide the system of all: those farther from the
     * medians than {@link Whereabouts#FAR_DEVIATIONS} median deviations (and one unit more, for places that all agree).
     */
    PlaceSample usual() {
        double middleFirst = Whereabouts.median(firsts());
        double middleSecond = Whereabouts.median(seconds());
        double[] away = new double[size];
        for (int i = 0; i < size; i++) {
            away[i] = Math.hypot(first[i] - middleFirst, second[i] - middleSecond);
        }
        double limit = Whereabouts.median(away) * Whereabouts.FAR_DEVIATIONS + 1;
        PlaceSample usual = new PlaceSample();
        for (int i = 0; i < size; i++) {
            if (away[i] <= limit) {
                usual.offer(first[i], second[i], lon[i], lat[i]);
            }
        }
        return usual;
    }

    double[] firsts() {
        return Arrays.copyOf(first, size);
    }

    double[] seconds() {
        return Arrays.copyOf(second, size);
    }

    double[] lons() {
        return Arrays.copyOf(lon, size);
    }

    double[] lats() {
        return Arrays.copyOf(lat, size);
    }

    long rows() {
        return rows;
    }

    private void thinOut() {
        step *= 2;
        size = CAPACITY / 2;
        for (int i = 0; i < size; i++) {
            first[i] = first[2 * i];
            second[i] = second[2 * i];
            lon[i] = lon[2 * i];
            lat[i] = lat[2 * i];
        }
    }
}
