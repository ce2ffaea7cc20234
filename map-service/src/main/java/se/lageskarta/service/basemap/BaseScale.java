package se.lageskarta.service.basemap;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;

/**
 * What the background map shows at a zoom, and how simply: the farther out, the fewer kinds of feature, the fewer
 * small ones, the fewer corners (Douglas &amp; Peucker 1973 within half a pixel).
 */
final class BaseScale {
    /** From here on every corner is drawn: half a pixel is 40 cm in Sweden. */
    private static final int FULL_DETAIL_ZOOM = 17;

    private static final int PIXELS_PER_TILE = 256;
    /** Smaller areas and shorter lines than this do not show. */
    private static final double LEAST_PIXELS = 1.5;

    private static final Map<BaseRole, Integer> FIRST_ZOOM = firstZooms();
    private static final Map<String, Integer> FIRST_ZOOM_OF_ROAD = firstZoomsOfRoads();
    private static final int FIRST_ZOOM_OF_STREET = 12;

    private final int zoom;
    /** Width of a pixel in degrees of longitude. */
    private final double pixelLon;

    BaseScale(int zoom) {
        this.zoom = zoom;
        pixelLon = 360 / Math.scalb((double) PIXELS_PER_TILE, zoom);
    }

    private static Map<BaseRole, Integer> firstZooms() {
        Map<BaseRole, Integer> zooms = new EnumMap<>(BaseRole.class);
        zooms.put(BaseRole.WATER, 0);
        zooms.put(BaseRole.BOUNDARY, 4);
        zooms.put(BaseRole.ROADS, 5);
        zooms.put(BaseRole.GREEN, 8);
        zooms.put(BaseRole.PLACES, 8);
        zooms.put(BaseRole.RAIL, 9);
        zooms.put(BaseRole.DISTRICTS, 10);
        zooms.put(BaseRole.BUILDINGS, 13);
        zooms.put(BaseRole.PATHS, 14);
        zooms.put(BaseRole.PROPERTIES, 15);
        zooms.put(BaseRole.ADDRESSES, 16);
        zooms.put(BaseRole.LAMPS, 16);
        return zooms;
    }

    private static Map<String, Integer> firstZoomsOfRoads() {
        return Map.ofEntries(
                Map.entry("motorway", 5),
                Map.entry("trunk", 5),
                Map.entry("highway", 5),
                Map.entry("primary", 8),
                Map.entry("main", 8),
                Map.entry("secondary", 10),
                Map.entry("arterial", 10),
                Map.entry("tertiary", 11),
                Map.entry("collector", 11),
                Map.entry("service", 14),
                Map.entry("driveway", 14),
                Map.entry("parking", 14),
                Map.entry("track", 14));
    }

    /** The layers that show at this zoom. */
    Set<BaseRole> roles() {
        Set<BaseRole> roles = EnumSet.noneOf(BaseRole.class);
        FIRST_ZOOM.forEach((role, first) -> {
            if (zoom >= first) {
                roles.add(role);
            }
        });
        return roles;
    }

    /** The feature as it shows at this zoom; null when it does not. */
    @Nullable
    Geometry shown(BaseFeature feature) {
        if (feature.role() == BaseRole.ROADS
                && zoom < FIRST_ZOOM_OF_ROAD.getOrDefault(feature.kind(), FIRST_ZOOM_OF_STREET)) {
            return null;
        }
        Geometry geometry = feature.geometry();
        if (geometry.getDimension() == 0 || zoom >= FULL_DETAIL_ZOOM) {
            return geometry;
        }
        Envelope box = geometry.getEnvelopeInternal();
        double stretch = Math.max(0.01, Math.cos(Math.toRadians(box.centre().y)));
        double pixels = Math.max(box.getWidth(), box.getHeight() / stretch) / pixelLon;
        if (pixels < LEAST_PIXELS) {
            return null;
        }
        DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(geometry);
        simplifier.setDistanceTolerance(pixelLon * stretch / 2);
        // mending rings costs more than the whole tile; the tile's writer drops rings that collapse
        simplifier.setEnsureValid(false);
        Geometry simple = simplifier.getResultGeometry();
        return simple.isEmpty() ? null : simple;
    }
}
