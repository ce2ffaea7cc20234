package se.lageskarta.service.publicpage;

import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;

/**
 * From degrees to the whole units of a drawn map, and back to metres for its scale bar. A unit is a round number of metres
 * that the sides of squares of 500 m are multiples of, so squares stay square and touch.
 *
 * @param west metres east of the map's left edge, a multiple of the unit
 * @param north metres north of its upper edge, a multiple of the unit
 * @param metres of a unit
 * @param width units
 * @param height units
 */
record MapUnits(Projection projection, double west, double north, double metres, int width, int height) {
    /** The longer side in units; a unit is then less than half a pixel on a large screen. */
    private static final int MOST_UNITS = 4000;

    private static final double[] STEPS = {0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000};
    private static final double LEAST_METRES = 600;
    private static final double MARGIN = 0.025;
    /** Width in heights: narrower and wider maps get room beside them. */
    private static final double NARROWEST = 0.8;

    private static final double WIDEST = 1.6;

    /** The map that holds all areas; the whole municipality when there are none. */
    static MapUnits of(Release release) {
        Stream<List<double[]>> areas =
                release.areas().stream().flatMap(area -> area.rings().stream().flatMap(List::stream));
        List<double[]> corners = areas.flatMap(List::stream).toList();
        if (corners.isEmpty()) {
            corners = release.backdrop().border().stream().flatMap(List::stream).toList();
        }
        if (corners.isEmpty()) {
            corners = List.of(new double[] {15, 60});
        }
        Envelope degrees = new Envelope();
        corners.forEach(corner -> degrees.expandToInclude(corner[0], corner[1]));
        Projection projection = Projection.of(WorkingCrs.choose(Crs.WGS84, degrees.centre().x, degrees.centre().y));
        Envelope metres = new Envelope();
        for (double[] corner : corners) {
            double[] at = projection.fromLonLat(corner[0], corner[1]);
            metres.expandToInclude(at[0], at[1]);
        }
        return framed(projection, metres);
    }

    private static MapUnits framed(Projection projection, Envelope metres) {
        double margin = MARGIN * Math.max(metres.getWidth(), metres.getHeight());
        double width = Math.max(LEAST_METRES, metres.getWidth() + 2 * margin);
        double height = Math.max(LEAST_METRES, metres.getHeight() + 2 * margin);
        width = Math.max(width, height * NARROWEST);
        height = Math.max(height, width / WIDEST);
        double unit = unit(Math.max(width, height));
        double west = Math.floor((metres.centre().x - width / 2) / unit) * unit;
        double north = Math.ceil((metres.centre().y + height / 2) / unit) * unit;
        int across = (int) Math.ceil(width / unit);
        int down = (int) Math.ceil(height / unit);
        return new MapUnits(projection, west, north, unit, across, down);
    }

    private static double unit(double side) {
        for (double step : STEPS) {
            if (side / step <= MOST_UNITS) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** A map of a part of this one, with finer units. @param box units of this map */
    MapUnits part(Envelope box) {
        return framed(
                projection,
                new Envelope(
                        west + box.getMinX() * metres,
                        west + box.getMaxX() * metres,
                        north - box.getMaxY() * metres,
                        north - box.getMinY() * metres));
    }

    /** The longer side of the map. */
    int side() {
        return Math.max(width, height);
    }

    boolean shows(int x, int y) {
        return x >= 0 && y >= 0 && x <= width && y <= height;
    }

    /** Corners as units right of the left edge and below the upper one, by turns. */
    int[] ring(List<double[]> degrees) {
        int n = degrees.size();
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = degrees.get(i)[0];
            y[i] = degrees.get(i)[1];
        }
        projection.fromLonLat(x, y, 0, n, x, y);
        int[] units = new int[2 * n];
        for (int i = 0; i < n; i++) {
            units[2 * i] = (int) Math.round((x[i] - west) / metres);
            units[2 * i + 1] = (int) Math.round((north - y[i]) / metres);
        }
        return units;
    }
}
