package se.lageskarta.service.areachecks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.kdtree.KdTree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Bounds;

/**
 * How streets and paths are lit, by the lamps that have been imported: a way is lit where a working lamp stands within 30 m, or
 * where the layer says so. Measured every 10 m. O(lamps + length of ways).
 */
@Component
class LitWays {
    private static final double REACH_METRES = 30;
    private static final double STEP_METRES = 10;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double M2_PER_HECTARE = 10_000;
    /** A municipality's whole network is sampled more coarsely than this many points would be. */
    private static final int MOST_POINTS = 200_000;

    private static final int MOST_MUNICIPALITIES = 10;
    private static final Set<BaseRole> LAYERS = Set.of(BaseRole.LAMPS, BaseRole.ROADS, BaseRole.PATHS);

    private final BaseFeatures base;
    private final Cache<String, Ways> municipalities =
            Caffeine.newBuilder().maximumSize(MOST_MUNICIPALITIES).build();

    LitWays(BaseFeatures base) {
        this.base = base;
    }

    private record Ways(int lamps, int broken, double metres, double unlit) {
        @Nullable
        Double unlitShare() {
            return metres > 0 ? Double.valueOf(Pattern.hundredth(unlit / metres)) : null;
        }
    }

    /**
     * @param buffered degrees
     * @param revision names the state of the data, for keeping the municipality's figures
     */
    CheckAnswer.Lighting in(Geometry buffered, PlannerAreas areas, long revision) {
        Projection projection = areas.projection();
        Geometry metres = ProjectedGeometry.fromLonLat(buffered, projection);
        Ways here = ways(base.within(grown(buffered), LAYERS), metres, projection);
        if (here == null) {
            return CheckAnswer.Lighting.UNKNOWN;
        }
        Ways all = Objects.requireNonNull(municipalities.get(areas.id() + "|" + revision, key -> whole(areas)));
        return new CheckAnswer.Lighting(
                true,
                here.lamps,
                here.broken,
                Pattern.hundredth((here.lamps - here.broken) * M2_PER_HECTARE / metres.getArea()),
                Math.round(here.metres),
                Math.round(here.unlit),
                here.unlitShare(),
                all.unlitShare());
    }

    private Ways whole(PlannerAreas areas) {
        Envelope box = new Envelope();
        areas.outlines().forEach(outline -> box.expandToInclude(outline.getEnvelopeInternal()));
        Geometry frame = new GeometryFactory().toGeometry(box);
        Geometry degrees = ProjectedGeometry.toLonLat(frame, areas.projection());
        Ways ways = ways(base.within(grown(degrees), LAYERS), frame, areas.projection());
        return ways == null ? new Ways(0, 0, 0, 0) : ways;
    }

    /** Null when no lamps are known hereabouts. */
    private static @Nullable Ways ways(List<BaseFeature> features, Geometry area, Projection projection) {
        KdTree working = new KdTree();
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        List<BaseFeature> lines = new ArrayList<>();
        int lamps = 0;
        int broken = 0;
        boolean known = false;
        for (BaseFeature feature : features) {
            if (feature.role() != BaseRole.LAMPS) {
                if (feature.geometry() instanceof Lineal) {
                    lines.add(feature);
                }
                continue;
            }
            known = true;
            Coordinate place =
                    ProjectedGeometry.fromLonLat(feature.geometry(), projection).getCoordinate();
            boolean isBroken = feature.kind().contains("broken")
                    || "no".equals(feature.attributes().get("lit"));
            boolean here = inside.locate(place) != Location.EXTERIOR;
            lamps += here ? 1 : 0;
            broken += here && isBroken ? 1 : 0;
            if (!isBroken) {
                working.insert(place);
            }
        }
        if (!known) {
            return null;
        }
        double length = lines.stream()
                .mapToDouble(line -> line.geometry().getLength() * METRES_PER_DEGREE)
                .sum();
        double step = Math.max(STEP_METRES, length / MOST_POINTS);
        double metres = 0;
        double unlit = 0;
        for (BaseFeature line : lines) {
            Geometry way = ProjectedGeometry.fromLonLat(line.geometry(), projection);
            boolean saidLit = "yes".equals(line.attributes().get("lit"));
            LengthIndexedLine along = new LengthIndexedLine(way);
            double total = way.getLength();
            int pieces = (int) Math.max(1, Math.round(total / step));
            for (int i = 0; i < pieces && total > 0; i++) {
                Coordinate place = along.extractPoint(total * (i + 0.5) / pieces);
                if (inside.locate(place) != Location.EXTERIOR) {
                    metres += total / pieces;
                    unlit += saidLit || isNear(working, place) ? 0 : total / pieces;
                }
            }
        }
        return new Ways(lamps, broken, metres, unlit);
    }

    private static boolean isNear(KdTree lamps, Coordinate place) {
        Envelope reach = new Envelope(place);
        reach.expandBy(REACH_METRES);
        boolean[] near = {false};
        lamps.query(reach, node -> near[0] |= node.getCoordinate().distance(place) <= REACH_METRES);
        return near[0];
    }

    private static Bounds grown(Geometry degrees) {
        Envelope box = degrees.getEnvelopeInternal();
        double north = 2 * REACH_METRES / METRES_PER_DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(box.centre().y)));
        return new Bounds(
                Math.max(-180, box.getMinX() - east),
                Math.max(-90, box.getMinY() - north),
                Math.min(180, box.getMaxX() + east),
                Math.min(90, box.getMaxY() + north));
    }
}
