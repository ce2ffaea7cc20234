package se.lageskarta.service.basemap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.privacy.Dwellings;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.storage.BaseFeatures;

/**
 * Where people live (bostäder), by the imported addresses: each is as many households as the layer tells, otherwise one.
 * Read at the first question after an import and kept until the next, for one system of coordinates. Some 24 bytes an address.
 * Safe for several threads.
 *
 * <p>Known limit: where the layer tells no households, a shop's address counts as a home.
 */
@Component
public class Homes {
    private final BaseFeatures features;
    private final BaseRevision revision;
    private volatile @Nullable Known known;

    private record Known(String revision, Crs crs, Dwellings dwellings) {}

    Homes(BaseFeatures features, BaseRevision revision) {
        this.features = features;
        this.revision = revision;
    }

    /**
     * All addresses, in a projected system in metres; empty when no addresses have been imported.
     *
     * @param crs such as the system that incidents are stored in
     */
    public Optional<Dwellings> in(Crs crs) {
        String current = revision.current();
        Known now = known;
        if (now == null || !now.revision.equals(current) || !now.crs.equals(crs)) {
            now = read(current, crs);
        }
        return now.dwellings.size() == 0 ? Optional.empty() : Optional.of(now.dwellings);
    }

    private synchronized Known read(String current, Crs crs) {
        Known now = known;
        if (now != null && now.revision.equals(current) && now.crs.equals(crs)) {
            return now;
        }
        Known made = new Known(current, crs, dwellings(features.of(Set.of(BaseRole.ADDRESSES)), crs));
        known = made;
        return made;
    }

    private static Dwellings dwellings(List<BaseFeature> addresses, Crs crs) {
        int n = addresses.size();
        double[] x = new double[n];
        double[] y = new double[n];
        int[] households = new int[n];
        for (int i = 0; i < n; i++) {
            Coordinate place = addresses.get(i).geometry().getInteriorPoint().getCoordinate();
            x[i] = place.x;
            y[i] = place.y;
            households[i] = households(addresses.get(i).attributes().getOrDefault("households", ""));
        }
        Projection.metric(crs).fromLonLat(x, y, 0, n, x, y);
        return placed(crs, x, y, households);
    }

    /** Without what the system cannot express: an address on the other side of the globe is a slip of somebody's pen. */
    private static Dwellings placed(Crs crs, double[] x, double[] y, int[] households) {
        int kept = 0;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                x[kept] = x[i];
                y[kept] = y[i];
                households[kept++] = households[i];
            }
        }
        return new Dwellings(crs, Arrays.copyOf(x, kept), Arrays.copyOf(y, kept), Arrays.copyOf(households, kept));
    }

    /** One when the layer does not tell, or tells what is no number. */
    private static int households(String told) {
        try {
            double number = Double.parseDouble(told.strip().replace(',', '.'));
            return number >= 0 ? (int) Math.min(Dwellings.MOST, Math.round(number)) : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
