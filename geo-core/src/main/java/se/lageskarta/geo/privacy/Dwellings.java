package se.lageskarta.geo.privacy;

import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;

/**
 * Where people live, as columns: row {@code i} is one address. Areas of a release are made of these and never of incidents.
 *
 * @param crs projected system in metres
 * @param x metres east, finite. Not copied: whoever makes it leaves it alone
 * @param y metres north, as many as {@code x}
 * @param households homes at the address, 0 to {@value #MOST}; 0 where the layer says that nobody lives
 */
public record Dwellings(Crs crs, double[] x, double[] y, int[] households) {
    /** No building in Europe holds as many homes: what says more is no number of households. */
    public static final int MOST = 10_000;

    public Dwellings {
        Projection.metric(crs);
        if (x.length != y.length || x.length != households.length) {
            throw new IllegalArgumentException("x, y, households have " + x.length + ", " + y.length + ", "
                    + households.length + " rows, but must have as many each");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        "x, y is " + x[i] + ", " + y[i] + " in row " + i + ", but must be finite metres");
            }
            if (households[i] < 0 || households[i] > MOST) {
                throw new IllegalArgumentException(
                        "households is " + households[i] + " in row " + i + ", but must be 0 to " + MOST);
            }
        }
    }

    /** Addresses, also those where nobody lives. */
    public int size() {
        return x.length;
    }

    /** Homes at all addresses together. */
    public long total() {
        long total = 0;
        for (int each : households) {
            total += each;
        }
        return total;
    }
}
