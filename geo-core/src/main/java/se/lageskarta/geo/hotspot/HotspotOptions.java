package se.lageskarta.geo.hotspot;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What may be chosen for an analysis; null means automatic.
 *
 * @param epsMetres greatest distance between neighbours, greater than 0; null for automatic
 * @param minPts least number within that distance, 1 or more; null for automatic
 * @param compareWithPreviousYears whether each hotspot is compared with the same period of up to three years before
 * @param zone whose wall clock the incidents' times are, for darkness
 * @param seed kept in the result so that a rerun can be told to be the same; no step of today's method is random
 */
public record HotspotOptions(
        @Nullable Double epsMetres,
        @Nullable Integer minPts,
        boolean compareWithPreviousYears,
        ZoneId zone,
        long seed) {
    public static final long DEFAULT_SEED = 20240101;

    /** Everything automatic, compared with previous years, Swedish time. */
    public static final HotspotOptions AUTOMATIC =
            new HotspotOptions(null, null, true, ZoneId.of("Europe/Stockholm"), DEFAULT_SEED);

    public HotspotOptions {
        if (epsMetres != null && (!(epsMetres > 0) || Double.isInfinite(epsMetres))) {
            throw new IllegalArgumentException("eps is " + epsMetres + ", but must be greater than 0 metres");
        }
        if (minPts != null && minPts < 1) {
            throw new IllegalArgumentException("minPts is " + minPts + ", but must be 1 or more");
        }
    }

    /** The same with other parameters. */
    public HotspotOptions with(@Nullable Double eps, @Nullable Integer least) {
        return new HotspotOptions(eps, least, compareWithPreviousYears, zone, seed);
    }

    /** The same with or without the comparison. */
    public HotspotOptions comparing(boolean compare) {
        return new HotspotOptions(epsMetres, minPts, compare, zone, seed);
    }
}
