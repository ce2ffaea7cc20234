package se.lageskarta.geo.crs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The projections made so far, by system. */
final class KnownProjections {
    private static final Map<Crs, Projection> BY_CRS = new ConcurrentHashMap<>();

    private KnownProjections() {}

    /** Made outside the map: reading the EPSG database takes seconds, and nobody else should wait for it. */
    static Projection of(Crs crs) {
        Projection known = BY_CRS.get(crs);
        if (known != null) {
            return known;
        }
        Projection made = make(crs);
        Projection earlier = BY_CRS.putIfAbsent(crs, made);
        return earlier == null ? made : earlier;
    }

    private static Projection make(Crs crs) {
        if (crs.equals(Crs.WGS84)) {
            return new Geographic();
        }
        if (crs.equals(Crs.WEB_MERCATOR)) {
            return new SphericalMercator();
        }
        TransverseMercator own = TransverseMercator.ofOrNull(crs);
        return own == null ? RegisterProjection.of(crs) : own;
    }
}
