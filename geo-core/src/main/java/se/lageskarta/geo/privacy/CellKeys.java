package se.lageskarta.geo.privacy;

/**
 * Noise by cell keys, as statistical offices use it (Thompson, Broadfoot & Elazar 2013): every record has a fixed random
 * key, a cell's key is the fraction of the sum of its records' keys, and the cell's key decides its noise. The same
 * records get the same noise in every table and every release, so that asking again averages nothing away.
 *
 * <p>The table: a count of 0 stays 0. A count of 1 becomes 0, 1 or 2 with probabilities 1/4, 1/2, 1/4. A count of 2 or more
 * changes by −2, −1, 0, 1, 2 with probabilities 0.1, 0.2, 0.4, 0.2, 0.1. The mean change is 0 and its standard deviation at
 * most 1.1; no count becomes negative.
 *
 * <p>Keys are 64-bit fractions, added without rounding, so the order of records does not matter. Known limit: a record that is
 * deleted and imported anew has another key; sums of noisy cells differ from the noisy sum.
 *
 * @param secret chosen once for an installation and never told: who knows it can take the noise away
 */
public record CellKeys(long secret) {
    /** The largest change. */
    public static final int MOST = 2;

    /** A record's key as a fraction of 2<sup>64</sup>. */
    long keyOf(long recordId) {
        // two rounds of splitmix64's finaliser (Steele, Lea & Flood 2014)
        return mix(mix(recordId + 0x9E3779B97F4A7C15L) ^ mix(secret));
    }

    /**
     * A count with its noise.
     *
     * @param count of the cell, 0 or more
     * @param sumOfKeys of the cell's records, wrapped around
     */
    long noisy(long count, long sumOfKeys) {
        // the sum is mixed once more so that cells that differ by one record are far apart
        double key = (mix(sumOfKeys) >>> 11) * 0x1.0p-53;
        if (count == 0) {
            return 0;
        }
        if (count == 1) {
            return key < 0.25 ? 0 : key < 0.75 ? 1 : 2;
        }
        if (key < 0.3) {
            return key < 0.1 ? count - 2 : count - 1;
        }
        return key < 0.7 ? count : key < 0.9 ? count + 1 : count + 2;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CellKeys";
    }
}
