package se.lageskarta.geo.cases;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.index.PointIndex;

/**
 * The border estimate of Ripley's K as the published cases have it: distances to the edge are known only to the
 * step of the radii, so that places nearer to the edge than r, but further than the radius before, count with
 * the neighbours they can see. Up to 2 % off the estimate that the product gives; used here only, so that
 * answers can be compared within the cases' tolerance.
 */
final class CoarseBorder {
    private CoarseBorder() {}

    /** @param radius metres, ascending */
    static double[] of(double[] x, double[] y, Geometry window, double[] radius) {
        int n = x.length;
        Geometry edge = window.getBoundary();
        GeometryFactory geometries = new GeometryFactory();
        PointIndex index = PointIndex.of(x, y);
        double[] pairs = new double[radius.length];
        double[] places = new double[radius.length];
        for (int i = 0; i < n; i++) {
            double toEdge = edge.distance(geometries.createPoint(new Coordinate(x[i], y[i])));
            for (int k = 0; k < radius.length; k++) {
                if (toEdge > (k == 0 ? -1 : radius[k - 1])) {
                    places[k]++;
                    int[] seen = {-1};
                    index.forEachWithin(x[i], y[i], Math.min(radius[k], toEdge), j -> seen[0]++);
                    pairs[k] += seen[0];
                }
            }
        }
        double[] border = new double[radius.length];
        for (int k = 0; k < radius.length; k++) {
            border[k] = places[k] == 0 ? Double.NaN : window.getArea() / n * pairs[k] / places[k];
        }
        return border;
    }
}
