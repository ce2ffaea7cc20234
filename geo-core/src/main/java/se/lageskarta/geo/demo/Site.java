package se.lageskarta.geo.demo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;

/**
 * Where the town stands: its square is at {@value #EAST_METRES} E, {@value #NORTH_METRES} N in SWEREF 99 TM
 * (61.9° N 18.8° E), open water of the Bothnian Sea. The nearest land we know of, the Swedish
 * coast, is some 75 km to the west, so that nothing
 * invented can be taken for somebody's home.
 */
final class Site {
    static final double EAST_METRES = 699_000;
    static final double NORTH_METRES = 6_870_000;

    private static final Projection SWEREF99_TM = Projection.of(Crs.SWEREF99_TM);

    private Site() {}

    static double x(double u) {
        return EAST_METRES + u;
    }

    static double y(double v) {
        return NORTH_METRES + v;
    }

    /** A copy in longitude and latitude of what is drawn in metres from the town square. */
    static Geometry toLonLat(Geometry local) {
        Geometry moved = local.copy();
        moved.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence places, int i) {
                double[] lon = {x(places.getX(i))};
                double[] lat = {y(places.getY(i))};
                SWEREF99_TM.toLonLat(lon, lat, 0, 1, lon, lat);
                places.setOrdinate(i, CoordinateSequence.X, lon[0]);
                places.setOrdinate(i, CoordinateSequence.Y, lat[0]);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return moved;
    }
}
