package se.lageskarta.geo.stats;

/**
 * The places that a {@link ScanStatistic} draws its circles around and counts at. Each circle is centred on a
 * place. Several places may share coordinates; a circle takes all of them or none.
 *
 * <p>Distances are straight ones in the unit of the coordinates, or great circles in kilometres on a sphere of
 * 6,367 km, as SaTScan has it.
 */
public final class ScanPlaces {
    private static final double EARTH_KM = 6_367;

    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final boolean onSphere;

    private ScanPlaces(double[] x, double[] y, double[] z, boolean onSphere) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.onSphere = onSphere;
    }

    /**
     * @param x metres east, or any flat unit; finite
     * @param y metres north, as many as {@code x}
     */
    public static ScanPlaces flat(double[] x, double[] y) {
        requireEqual(x, y);
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        "x[" + i + "], y[" + i + "] is " + x[i] + ", " + y[i] + ", but must be finite");
            }
        }
        return new ScanPlaces(x.clone(), y.clone(), new double[x.length], false);
    }

    /**
     * @param latitude degrees north, −90 to 90
     * @param longitude degrees east, −360 to 360, as many as {@code latitude}
     */
    public static ScanPlaces onEarth(double[] latitude, double[] longitude) {
        requireEqual(latitude, longitude);
        int n = latitude.length;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(latitude[i]) <= 90 && Math.abs(longitude[i]) <= 360)) {
                throw new IllegalArgumentException("latitude[" + i + "], longitude[" + i + "] is " + latitude[i] + ", "
                        + longitude[i] + ", but must be degrees within ±90 and ±360");
            }
            double north = Math.toRadians(latitude[i]);
            double east = Math.toRadians(longitude[i]);
            x[i] = StrictMath.cos(north) * StrictMath.cos(east);
            y[i] = StrictMath.cos(north) * StrictMath.sin(east);
            z[i] = StrictMath.sin(north);
        }
        return new ScanPlaces(x, y, z, true);
    }

    /** Number of places. */
    public int size() {
        return x.length;
    }

    /** Distance of two places. */
    public double distance(int a, int b) {
        double dx = x[a] - x[b];
        double dy = y[a] - y[b];
        double dz = z[a] - z[b];
        double straight = Math.sqrt(dx * dx + dy * dy + dz * dz);
        return onSphere ? 2 * EARTH_KM * StrictMath.asin(Math.min(1, straight / 2)) : straight;
    }

    private static void requireEqual(double[] x, double[] y) {
        if (y.length != x.length) {
            throw new IllegalArgumentException(
                    "y has " + y.length + " values, but must have as many as x: " + x.length);
        }
    }
}
