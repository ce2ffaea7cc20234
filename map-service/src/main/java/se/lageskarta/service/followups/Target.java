package se.lageskarta.service.followups;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.service.measures.Measure;

/**
 * Where a measure works: what was drawn, widened.
 *
 * @param area metres
 * @param reach by how many metres it was widened
 */
record Target(Geometry area, double reach) {
    private static final double POINT_REACH = 75;
    private static final double LINE_REACH = 50;

    static Target of(Measure measure, @Nullable Double reach, Projection projection) {
        Geometry drawn = ProjectedGeometry.fromLonLat(measure.shape(), projection);
        double metres = reach != null ? reach : usualReach(drawn);
        return new Target(drawn.buffer(metres), metres);
    }

    /** The area that another measure may work on, for seeing whether it disturbs. */
    static Geometry around(Measure measure, Projection projection) {
        return of(measure, null, projection).area;
    }

    private static double usualReach(Geometry drawn) {
        return switch (drawn.getDimension()) {
            case 0 -> POINT_REACH;
            case 1 -> LINE_REACH;
            default -> 0;
        };
    }
}
