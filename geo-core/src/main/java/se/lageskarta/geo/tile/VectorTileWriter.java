package se.lageskarta.geo.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes one vector tile, Mapbox Vector Tile Specification 2.1, straight to bytes: extent
 * {@value #EXTENT}, geometry kept {@value #BUFFER} units beyond the edge so that lines and circles meet
 * across tiles.
 *
 * <pre>{@code
 * VectorTileWriter tile = new VectorTileWriter(coord);
 * tile.layer("measures").id(7).tag("code", "BEL").geometry(lonLatGeometry);
 * byte[] mvt = tile.toBytes();
 * }</pre>
 *
 * Not safe for several threads; one writer a tile.
 */
public final class VectorTileWriter {
    /** Units along a tile's side. */
    public static final int EXTENT = 4096;
    /** Units that geometry may reach beyond the tile. */
    public static final int BUFFER = 64;

    private static final int TILE_LAYER = 3 << 3 | 2;

    private final TileCoord tile;
    private final List<VectorTileLayer> layers = new ArrayList<>();

    public VectorTileWriter(TileCoord tile) {
        this.tile = tile;
    }

    /** The layer of that name, made at its first mention. */
    public VectorTileLayer layer(String name) {
        for (VectorTileLayer layer : layers) {
            if (layer.name().equals(name)) {
                return layer;
            }
        }
        VectorTileLayer layer = new VectorTileLayer(name, tile);
        layers.add(layer);
        return layer;
    }

    /** True when no layer holds a feature. */
    public boolean isEmpty() {
        return layers.stream().allMatch(layer -> layer.features() == 0);
    }

    /** The tile, without layers that hold nothing; no bytes at all when none does. */
    public byte[] toBytes() {
        Bytes bytes = new Bytes(1024);
        for (VectorTileLayer layer : layers) {
            if (layer.features() > 0) {
                bytes.message(TILE_LAYER, layer.toMessage());
            }
        }
        return bytes.toArray();
    }
}
