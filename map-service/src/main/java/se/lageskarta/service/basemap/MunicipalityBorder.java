package se.lageskarta.service.basemap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.storage.BaseFeatures;

/**
 * The imported boundary (kommungräns). Several boundaries are one area: whoever imported them answers for all of it.
 *
 * <p>Known limit: published boundaries are simplified; what lies {@value #BLURRED_METRES} metres outside counts as inside.
 */
@Component
public class MunicipalityBorder {
    private static final double BLURRED_METRES = 50;

    private final BaseFeatures features;

    MunicipalityBorder(BaseFeatures features) {
        this.features = features;
    }

    /** Every imported boundary, longitude and latitude; empty when none has been imported. */
    public List<Geometry> areas() {
        return features.of(Set.of(BaseRole.BOUNDARY)).stream()
                .map(BaseFeature::geometry)
                .filter(area -> area.getDimension() == 2)
                .toList();
    }

    /**
     * All imported boundaries as one area in a projected system; empty when none has been imported. Rings that cross
     * themselves are mended.
     */
    public Optional<Geometry> in(Crs metres) {
        Projection projection = Projection.metric(metres);
        return areas().stream()
                .map(area -> GeometryFixer.fix(ProjectedGeometry.fromLonLat(area, projection)))
                .reduce((one, other) -> OverlayNGRobust.overlay(one, other, OverlayNG.UNION));
    }

    /**
     * How far the farthest corner of a shape lies outside the boundary, metres; empty when all of it lies inside, or when no
     * boundary has been imported. O(corners of the shape by corners of the boundary).
     *
     * @param degrees longitude and latitude
     */
    public OptionalDouble metresOutside(Geometry degrees) {
        List<Geometry> areas = areas();
        if (areas.isEmpty()) {
            return OptionalDouble.empty();
        }
        Coordinate middle = degrees.getCentroid().getCoordinate();
        Projection projection = Projection.of(WorkingCrs.choose(Crs.WGS84, middle.getX(), middle.getY()));
        Geometry shape = ProjectedGeometry.fromLonLat(degrees, projection);
        List<Geometry> metres = areas.stream()
                .map(area -> ProjectedGeometry.fromLonLat(area, projection))
                .toList();
        double farthest = 0;
        for (Coordinate corner : shape.getCoordinates()) {
            Geometry point = shape.getFactory().createPoint(corner);
            farthest = Math.max(
                    farthest,
                    metres.stream()
                            .mapToDouble(area -> area.distance(point))
                            .min()
                            .orElse(0));
        }
        return farthest <= BLURRED_METRES ? OptionalDouble.empty() : OptionalDouble.of(farthest);
    }
}
