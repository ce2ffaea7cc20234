package se.lageskarta.geo.tile;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WebMercator;

/**
 * Paints a heat surface on one tile of 256 by 256 pixels, a PNG of few colours: nothing below the mean and
 * where fewer than {@link HeatSurface#FEWEST_IN_REACH} incidents are in reach, otherwise the class's colour.
 *
 * <p>Pixel centres are taken to the ground at every sixteenth pixel and linearly in between; from zoom 6 on
 * that is off by less than a tenth of a pixel.
 */
public final class HeatTile {
    static final int PIXELS = 256;

    private static final int LATTICE = 16;
    private static final int NODES = PIXELS / LATTICE + 1;

    private HeatTile() {}

    /**
     * @param projection of the surface's system
     * @return the PNG; null when the tile would be empty
     */
    public static byte @Nullable [] png(TileCoord tile, HeatSurface surface, Projection projection, HeatScale scale) {
        double[] x = new double[NODES * NODES];
        double[] y = new double[NODES * NODES];
        double pixel = tile.size() / PIXELS;
        for (int row = 0; row < NODES; row++) {
            for (int column = 0; column < NODES; column++) {
                x[row * NODES + column] = WebMercator.lon(tile.west() + (column * LATTICE + 0.5) * pixel);
                y[row * NODES + column] =
                        WebMercator.lat(Math.min(1, Math.max(0, tile.north() + (row * LATTICE + 0.5) * pixel)));
            }
        }
        projection.fromLonLat(x, y, 0, x.length, x, y);
        byte[] classes = new byte[PIXELS * PIXELS];
        boolean any = false;
        for (int row = 0; row < PIXELS; row++) {
            int node = row / LATTICE * NODES;
            double down = (row % LATTICE) / (double) LATTICE;
            for (int column = 0; column < PIXELS; column++) {
                int at = node + column / LATTICE;
                double across = (column % LATTICE) / (double) LATTICE;
                double east = between(x, at, across, down);
                double north = between(y, at, across, down);
                int heat = scale.classOf(surface.density().at(east, north));
                if (heat > 0 && surface.isBacked(east, north)) {
                    classes[row * PIXELS + column] = (byte) heat;
                    any = true;
                }
            }
        }
        return any ? PalettePng.write(PIXELS, PIXELS, classes, HeatScale.palette()) : null;
    }

    private static double between(double[] values, int at, double across, double down) {
        double upper = values[at] + across * (values[at + 1] - values[at]);
        double lower = values[at + NODES] + across * (values[at + NODES + 1] - values[at + NODES]);
        return upper + down * (lower - upper);
    }
}
