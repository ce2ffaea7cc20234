package se.lageskarta.service.followups;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Bounds;

/** What lies in an area by its share: buildings, green, water, and the rest. Known where the base map has such layers. */
@Component
class LandUse {
    private static final Set<BaseRole> LAYERS = Set.of(BaseRole.BUILDINGS, BaseRole.GREEN, BaseRole.WATER);
    /** Larger areas hold a mix of everything, and tens of thousands of buildings. */
    private static final double LARGEST_M2 = 4e6;

    private final BaseFeatures base;

    LandUse(BaseFeatures base) {
        this.base = base;
    }

    /** Empty when the base map has nothing here. */
    Map<String, Double> of(Geometry metres, Projection projection) {
        if (metres.getArea() > LARGEST_M2) {
            return Map.of();
        }
        Envelope box = ProjectedGeometry.toLonLat(metres, projection).getEnvelopeInternal();
        Map<BaseRole, Double> sums = new EnumMap<>(BaseRole.class);
        for (BaseFeature feature :
                base.within(new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()), LAYERS)) {
            if (feature.geometry().getDimension() == 2) {
                Geometry shape = ProjectedGeometry.fromLonLat(feature.geometry(), projection);
                sums.merge(feature.role(), common(metres, shape), Double::sum);
            }
        }
        if (sums.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> shares = new TreeMap<>();
        double rest = 1;
        for (Map.Entry<BaseRole, Double> sum : sums.entrySet()) {
            double share = Math.min(rest, sum.getValue() / metres.getArea());
            shares.put(sum.getKey().code(), share);
            rest -= share;
        }
        shares.put("rest", rest);
        return shares;
    }

    private static double common(Geometry area, Geometry shape) {
        return area.covers(shape)
                ? shape.getArea()
                : OverlayNGRobust.overlay(area, shape, OverlayNG.INTERSECTION).getArea();
    }
}
