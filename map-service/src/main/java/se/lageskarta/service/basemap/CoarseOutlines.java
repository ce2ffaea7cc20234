package se.lageskarta.service.basemap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.privacy.CoarseOutline;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.storage.BaseFeatures;

/**
 * Outlines as those get them who may not see single incidents: in whole squares of 100 m, and in wider ones where a few
 * households live inside, until none or at least {@value #LEAST_HOUSEHOLDS} do. Without an address layer nobody knows who lives
 * where, and squares of {@value #BLIND_METRES} m are used throughout.
 *
 * <p>The dwellings are read into memory at the first question after an import (some 100 bytes an address). Safe for several
 * threads.
 */
@Component
public class CoarseOutlines {
    /** Fewer households than this share no area that anything is told of. */
    public static final int LEAST_HOUSEHOLDS = 20;

    private static final double[] SQUARES_METRES = {100, 250, 500, 1_000};
    private static final double BLIND_METRES = 500;
    /** A point of a case system lies within its house, or at its door. */
    private static final double AT_HOME_METRES = 20;

    private static final double METRES_PER_DEGREE = 111_195;

    private final BaseFeatures features;
    private final BaseRevision revision;
    private volatile @Nullable Homes homes;

    private record Home(Coordinate at, int households) {}

    private record Homes(String revision, STRtree tree, boolean known) {}

    CoarseOutlines(BaseFeatures features, BaseRevision revision) {
        this.features = features;
        this.revision = revision;
    }

    /** Changes when other outlines would come of the same ones. */
    public String revision() {
        return revision.current();
    }

    /**
     * The outline in squares.
     *
     * @param degrees longitude and latitude
     * @return empty when even the widest squares hold a few households only
     */
    public Optional<Geometry> of(Geometry degrees) {
        Homes known = homes();
        if (!known.known) {
            return Optional.of(CoarseOutline.of(degrees, BLIND_METRES));
        }
        for (double side : SQUARES_METRES) {
            Geometry coarse = CoarseOutline.of(degrees, side);
            int households = households(known, coarse);
            if (households == 0 || households >= LEAST_HOUSEHOLDS) {
                return Optional.of(coarse);
            }
        }
        return Optional.empty();
    }

    /** The dwelling that a place is, as a number that is the same for the same dwelling; 0 when nobody lives just there. */
    public int dwellingAt(double lon, double lat) {
        Coordinate place = new Coordinate(lon, lat);
        double perLon = Math.max(0.01, Math.cos(Math.toRadians(lat)));
        double near = AT_HOME_METRES / METRES_PER_DEGREE;
        Envelope reach = new Envelope(place);
        reach.expandBy(near / perLon, near);
        Home nearest = null;
        double least = near;
        for (Object each : homes().tree.query(reach)) {
            Home home = (Home) each;
            double away = Math.hypot((home.at.x - lon) * perLon, home.at.y - lat);
            if (away <= least) {
                nearest = home;
                least = away;
            }
        }
        return nearest == null ? 0 : 1 + (nearest.at.hashCode() & 0x3fff_ffff);
    }

    private static int households(Homes known, Geometry area) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        int sum = 0;
        for (Object each : known.tree.query(area.getEnvelopeInternal())) {
            Home home = (Home) each;
            sum += prepared.covers(area.getFactory().createPoint(home.at)) ? home.households : 0;
        }
        return sum;
    }

    private Homes homes() {
        String current = revision.current();
        Homes known = homes;
        if (known == null || !known.revision.equals(current)) {
            known = read(current);
            homes = known;
        }
        return known;
    }

    private Homes read(String current) {
        List<BaseFeature> addresses = features.of(Set.of(BaseRole.ADDRESSES));
        STRtree tree = new STRtree();
        for (BaseFeature address : addresses) {
            Coordinate at = address.geometry().getCoordinate();
            int households = householdsOf(address);
            if (households > 0) {
                tree.insert(new Envelope(at), new Home(at, households));
            }
        }
        tree.build();
        return new Homes(current, tree, !addresses.isEmpty());
    }

    /** As many as the layer tells, otherwise one. */
    private static int householdsOf(BaseFeature address) {
        String told = address.attributes().getOrDefault("households", "");
        return told.matches("[0-9]{1,6}") ? Integer.parseInt(told) : 1;
    }
}
