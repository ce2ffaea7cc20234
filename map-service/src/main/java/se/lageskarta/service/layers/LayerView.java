package se.lageskarta.service.layers;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.storage.Bounds;

/**
 * A layer as one question sees it: the filter, the data's revision and what the viewer may see are settled.
 * Safe for several threads; may be kept for as long as the data's revision stays.
 */
public interface LayerView {
    /**
     * Names the content: equal keys of one layer draw the same bytes, now and after a restart. Built from the normalised
     * filter, the revision of the data and what the audience sees; short is better.
     */
    String key();

    CachePolicy cache();

    /** The box that holds everything, null when there is nothing or it is the whole world. */
    @Nullable
    Bounds bounds();

    /** The vector layers that {@link #draw(TileCoord, VectorTileWriter)} may write. */
    List<VectorLayer> vectorLayers();

    /** Writes what the tile shows; nothing when it is empty there. */
    default void draw(TileCoord tile, VectorTileWriter into) {
        throw new UnsupportedOperationException("this layer is not served as vector tiles");
    }

    /** Names of the features' properties in the order of a table's columns; empty to take the first feature's. */
    default List<String> columns() {
        return List.of();
    }

    /**
     * Hands over every feature, in an order that stays.
     *
     * @param language of names, Swedish or English
     */
    default void features(FeatureSink sink, Locale language) throws IOException {
        throw new UnsupportedOperationException("this layer has no features");
    }

    /**
     * The tile as a PNG of 256 by 256 pixels.
     *
     * @return null when the tile is empty
     */
    default byte @Nullable [] picture(TileCoord tile) {
        throw new UnsupportedOperationException("this layer is not served as pictures");
    }
}
