package se.lageskarta.service.layers;

import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.storage.Bounds;

/** Which part of the world a vector tile shows. */
public final class TileBox {
    private static final double BUFFER = (double) VectorTileWriter.BUFFER / VectorTileWriter.EXTENT;

    private TileBox() {}

    /** The tile with the buffer that {@link VectorTileWriter} keeps around it, in degrees. */
    public static Bounds of(TileCoord tile) {
        double buffer = BUFFER * tile.size();
        double west = Math.max(0, tile.west() - buffer);
        double east = Math.min(1, tile.west() + tile.size() + buffer);
        double north = Math.max(0, tile.north() - buffer);
        double south = Math.min(1, tile.north() + tile.size() + buffer);
        return new Bounds(WebMercator.lon(west), WebMercator.lat(south), WebMercator.lon(east), WebMercator.lat(north));
    }
}
