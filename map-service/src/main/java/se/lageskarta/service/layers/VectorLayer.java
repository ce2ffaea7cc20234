package se.lageskarta.service.layers;

import java.util.Map;

/**
 * One named layer inside a vector tile, as TileJSON describes it.
 *
 * @param id its name in the tile
 * @param fields attribute name to what it is, in English
 */
public record VectorLayer(String id, Map<String, String> fields) {
    public VectorLayer {
        fields = Map.copyOf(fields);
    }
}
