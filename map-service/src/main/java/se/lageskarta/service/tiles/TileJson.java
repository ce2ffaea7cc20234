package se.lageskarta.service.tiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.VectorLayer;
import se.lageskarta.service.storage.Bounds;

/**
 * Tells map programs how to ask for tiles (TileJSON 3.0).
 *
 * @param bounds west, south, east, north in degrees; null when a layer may be anywhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TileJson(
        String tilejson,
        String name,
        List<String> tiles,
        String scheme,
        int minzoom,
        int maxzoom,
        @Nullable List<Double> bounds,
        @JsonProperty("vector_layers") @Nullable List<VectorLayer> vectorLayers) {
    /** Finer tiles than this hold nothing new: their pixel is 15 cm. */
    private static final int MAX_ZOOM = 20;

    static TileJson of(AskedLayers asked, LayerForm form, String address) {
        return new TileJson(
                "3.0.0",
                String.join(", ", asked.names()),
                List.of(address),
                "xyz",
                0,
                MAX_ZOOM,
                bounds(asked),
                form == LayerForm.PNG
                        ? null
                        : asked.views().stream()
                                .flatMap(view -> view.vectorLayers().stream())
                                .toList());
    }

    private static @Nullable List<Double> bounds(AskedLayers asked) {
        Bounds all = asked.views().stream()
                .map(LayerView::bounds)
                .filter(Objects::nonNull)
                .reduce(Bounds::joinedWith)
                .orElse(null);
        return all == null ? null : List.of(all.west(), all.south(), all.east(), all.north());
    }
}
