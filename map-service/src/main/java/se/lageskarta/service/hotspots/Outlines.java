package se.lageskarta.service.hotspots;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Projection;

/** Takes outlines from metres to degrees. */
final class Outlines {
    private Outlines() {}

    /** A copy in longitude and latitude. */
    static Geometry inDegrees(Geometry metres, Projection projection) {
        Geometry degrees = metres.copy();
        degrees.apply(new Reprojection(projection));
        degrees.geometryChanged();
        return degrees;
    }

    /** Takes a whole ring at a time: a projection of the EPSG register has a high price a call. */
    private static final class Reprojection implements CoordinateSequenceFilter {
        private final Projection projection;

        private Reprojection(Projection projection) {
            this.projection = projection;
        }

        @Override
        public void filter(CoordinateSequence places, int at) {
            if (at > 0) {
                return;
            }
            int n = places.size();
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = places.getX(i);
                y[i] = places.getY(i);
            }
            projection.toLonLat(x, y, 0, n, x, y);
            for (int i = 0; i < n; i++) {
                places.setOrdinate(i, CoordinateSequence.X, x[i]);
                places.setOrdinate(i, CoordinateSequence.Y, y[i]);
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
