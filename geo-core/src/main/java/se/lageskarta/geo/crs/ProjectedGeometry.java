package se.lageskarta.geo.crs;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Takes whole geometries between metres and degrees. Every corner is moved; edges stay straight. */
public final class ProjectedGeometry {
    /** Moves rows of coordinates, as {@link Projection} does. */
    private interface Way {
        void move(double[] x, double[] y, int from, int to, double[] movedX, double[] movedY);
    }

    private ProjectedGeometry() {}

    /**
     * A copy in longitude and latitude; a corner that has no place on the globe becomes NaN, NaN.
     *
     * @param metres in the projection's system
     */
    public static Geometry toLonLat(Geometry metres, Projection projection) {
        return moved(metres, projection::toLonLat);
    }

    /**
     * A copy in metres; a corner that the system cannot express becomes NaN, NaN.
     *
     * @param degrees longitude and latitude
     */
    public static Geometry fromLonLat(Geometry degrees, Projection projection) {
        return moved(degrees, projection::fromLonLat);
    }

    private static Geometry moved(Geometry geometry, Way way) {
        Geometry moved = geometry.copy();
        moved.apply(new Move(way));
        moved.geometryChanged();
        return moved;
    }

    /** Takes a whole ring at a time: a projection of the EPSG register has a high price a call. */
    private static final class Move implements CoordinateSequenceFilter {
        private final Way way;

        private Move(Way way) {
            this.way = way;
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
            way.move(x, y, 0, n, x, y);
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
