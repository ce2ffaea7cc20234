package se.lageskarta.geo.tile;

import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.density.CorrectedDensity;
import se.lageskarta.geo.density.DensitySurface;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;

/**
 * The surface that a square of {@value #TILES_ALONG} by {@value #TILES_ALONG} heat tiles is cut from, with the
 * number of incidents in reach of each cell. Its cells lie on whole multiples of a side that depends on zoom
 * and bandwidth only, and incidents beyond its edge take part, so that neighbouring surfaces agree where they
 * meet. Worth keeping by filter and {@link #parentOf}.
 *
 * @param density incidents per square kilometre
 * @param reach incidents within one bandwidth of each cell's centre
 */
public record HeatSurface(DensitySurface density, int[] reach) {
    /** Below this many incidents in reach nothing is drawn: one or two are no pattern, and may be someone's home. */
    public static final int FEWEST_IN_REACH = 3;
    /** Tiles along the square that one surface serves. */
    public static final int TILES_ALONG = 4;

    private static final int TILE_PIXELS = 256;
    private static final int PARENT_ZOOMS = 2;
    private static final int TOWN_ZOOM = 13;
    private static final double TOWN_METRES = 200;
    private static final double WIDE_METRES = 500;
    private static final int FEWEST_PIXELS = 4;
    private static final int CELLS_A_BANDWIDTH = 8;
    private static final int EDGE_SAMPLES = 8;

    /** The tile whose square one surface serves: all tiles with the same parent share it. */
    public static TileCoord parentOf(TileCoord tile) {
        return tile.parent(PARENT_ZOOMS);
    }

    /**
     * Bandwidth for a zoom: 200 m from zoom 13 on, 500 m below, and never less than 4 pixels on the ground.
     *
     * @param lat degrees of the middle of the data: one for all tiles of a set, so that they agree
     */
    public static double bandwidthMetres(int zoom, double lat) {
        double pixel = pixelMetres(zoom, lat);
        return Math.max(zoom >= TOWN_ZOOM ? TOWN_METRES : WIDE_METRES, FEWEST_PIXELS * pixel);
    }

    /**
     * A chosen bandwidth as a zoom can show it: never less than 4 pixels on the ground.
     *
     * @param chosenMetres greater than 0; null for {@link #bandwidthMetres(int, double)}
     */
    public static double bandwidthMetres(@Nullable Double chosenMetres, int zoom, double lat) {
        return chosenMetres == null
                ? bandwidthMetres(zoom, lat)
                : Math.max(chosenMetres, FEWEST_PIXELS * pixelMetres(zoom, lat));
    }

    /**
     * Computes the surface for a tile and those that share its parent; null when no incident reaches it.
     *
     * @param x metres east of the incidents in the projection's system
     * @param y metres north
     * @param projection of the incidents' system
     * @param lat as for {@link #bandwidthMetres}
     */
    public static @Nullable HeatSurface of(
            TileCoord tile,
            double[] x,
            double[] y,
            Projection projection,
            Kernel kernel,
            double bandwidth,
            double lat) {
        HeatPlaces places = new HeatPlaces(x, y, null, null);
        return of(tile, places, projection, new KernelDensity(kernel, bandwidth), null, lat);
    }

    /**
     * The same of incidents that are spread, or corrected at a boundary.
     *
     * @param places with what each counts and how many incidents it stands for
     * @param corrected null when nothing is corrected
     */
    public static @Nullable HeatSurface of(
            TileCoord tile,
            HeatPlaces places,
            Projection projection,
            KernelDensity density,
            @Nullable CorrectedDensity corrected,
            double lat) {
        double[] x = places.x();
        double[] y = places.y();
        double[] weight = places.weight();
        double bandwidth = density.bandwidthMetres();
        double[] box = groundBox(parentOf(tile), projection);
        double cell = Math.max(bandwidth / CELLS_A_BANDWIDTH, pixelMetres(tile.z(), lat));
        double west = box[0] - 2 * cell;
        double south = box[1] - 2 * cell;
        double east = box[2] + 2 * cell;
        double north = box[3] + 2 * cell;
        double margin = bandwidth * (density.kernel() == Kernel.GAUSSIAN ? 8 : 1);
        int near = 0;
        int[] rows = new int[x.length];
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > west - margin && x[i] < east + margin && y[i] > south - margin && y[i] < north + margin) {
                rows[near++] = i;
                minX = Math.min(minX, x[i]);
                minY = Math.min(minY, y[i]);
                maxX = Math.max(maxX, x[i]);
                maxY = Math.max(maxY, y[i]);
            }
        }
        double[] incidents = places.incidents();
        double[] behind = incidents == null ? null : taken(incidents, rows, near);
        if (behind == null ? near < FEWEST_IN_REACH : near == 0) {
            return null;
        }
        double[] nearX = taken(x, rows, near);
        double[] nearY = taken(y, rows, near);
        // no cells where no incident reaches
        Grid grid = Grid.covering(
                Math.max(west, minX - margin),
                Math.max(south, minY - margin),
                Math.max(Math.min(east, maxX + margin), Math.max(west, minX - margin)),
                Math.max(Math.min(north, maxY + margin), Math.max(south, minY - margin)),
                cell);
        double[] nearWeight = weight == null ? null : taken(weight, rows, near);
        DensitySurface surface = corrected == null || nearWeight == null
                ? density.fit(nearX, nearY, nearWeight, grid)
                : corrected.fit(nearX, nearY, nearWeight, grid);
        return new HeatSurface(surface, density.reach(nearX, nearY, behind, grid));
    }

    private static double[] taken(double[] values, int[] rows, int size) {
        double[] some = new double[size];
        for (int i = 0; i < size; i++) {
            some[i] = values[rows[i]];
        }
        return some;
    }

    /** Whether enough incidents stand behind the value at a place: by the cell that holds it. */
    boolean isBacked(double x, double y) {
        Grid grid = density.grid();
        int column = (int) Math.floor((x - grid.x0()) / grid.cellMetres());
        int row = (int) Math.floor((y - grid.y0()) / grid.cellMetres());
        return column >= 0
                && row >= 0
                && column < grid.nx()
                && row < grid.ny()
                && reach[row * grid.nx() + column] >= FEWEST_IN_REACH;
    }

    private static double pixelMetres(int zoom, double lat) {
        return WebMercator.metresPerUnit(lat) / (TILE_PIXELS * Math.scalb(1.0, zoom));
    }

    /** West, south, east and north of a tile on the ground, from points along its edges and across it. */
    private static double[] groundBox(TileCoord tile, Projection projection) {
        int n = EDGE_SAMPLES + 1;
        double[] x = new double[n * n];
        double[] y = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                x[i * n + j] = WebMercator.lon(tile.west() + tile.size() * j / EDGE_SAMPLES);
                y[i * n + j] = WebMercator.lat(tile.north() + tile.size() * i / EDGE_SAMPLES);
            }
        }
        projection.fromLonLat(x, y, 0, n * n, x, y);
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < n * n; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                box[0] = Math.min(box[0], x[i]);
                box[1] = Math.min(box[1], y[i]);
                box[2] = Math.max(box[2], x[i]);
                box[3] = Math.max(box[3], y[i]);
            }
        }
        double bulge = Math.max(box[2] - box[0], box[3] - box[1]) / (EDGE_SAMPLES * EDGE_SAMPLES);
        return box[0] > box[2]
                ? new double[] {0, 0, 0, 0}
                : new double[] {box[0] - bulge, box[1] - bulge, box[2] + bulge, box[3] + bulge};
    }
}
