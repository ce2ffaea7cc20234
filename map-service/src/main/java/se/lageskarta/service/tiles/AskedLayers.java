package se.lageskarta.service.tiles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.layers.CachePolicy;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.MapLayers;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * The layers of one request, seen as its parameters and its viewer demand.
 *
 * @param names as asked, each once
 * @param views one a layer, in that order
 */
record AskedLayers(List<String> names, List<LayerView> views) {
    /** More in one tile is a mistake; there are not as many. */
    private static final int MAX_LAYERS = 16;

    /**
     * @param layers names between commas
     * @param form null when any will do
     * @param sent the request's parameters
     */
    static AskedLayers of(
            MapLayers known, String layers, @Nullable LayerForm form, Map<String, String[]> sent, Viewer viewer) {
        Set<String> names = new LinkedHashSet<>(List.of(layers.split(",", -1)));
        if (names.size() > MAX_LAYERS) {
            throw Parameters.refused("layers", layers, "tiles.too-many", (long) MAX_LAYERS);
        }
        List<MapLayer> asked = new ArrayList<>();
        Set<String> parameters = new TreeSet<>();
        for (String name : names) {
            MapLayer layer = layer(known, name, form, viewer);
            asked.add(layer);
            parameters.addAll(layer.parameters());
        }
        if (form == LayerForm.PNG && asked.size() > 1) {
            throw Parameters.refused("layers", layers, "tiles.one-picture");
        }
        Parameters read = Parameters.of(sent, parameters);
        return new AskedLayers(
                List.copyOf(names),
                asked.stream().map(layer -> layer.view(read, viewer)).toList());
    }

    /** Names everything that the drawing depends on. */
    String key() {
        return names.stream().collect(Collectors.joining(",")) + ":"
                + views.stream().map(LayerView::key).collect(Collectors.joining("&"));
    }

    CachePolicy cache() {
        return views.stream().map(LayerView::cache).reduce(CachePolicy.A_DAY, CachePolicy::and);
    }

    private static MapLayer layer(MapLayers known, String name, @Nullable LayerForm form, Viewer viewer) {
        MapLayer layer = known.named(name)
                .filter(one -> form == null ? drawn(one) : one.forms().contains(form))
                .orElse(null);
        if (layer == null) {
            String there = known.all().stream()
                    .filter(one -> form == null ? drawn(one) : one.forms().contains(form))
                    .filter(one -> viewer.hasAny(one.roles()))
                    .map(MapLayer::name)
                    .collect(Collectors.joining(", "));
            throw new RefusedRequestException(404, List.of(FieldFault.of("layers", name, "tiles.unknown", there)));
        }
        if (!viewer.hasAny(layer.roles())) {
            throw ProblemException.of(403, "forbidden");
        }
        return layer;
    }

    private static boolean drawn(MapLayer layer) {
        return layer.forms().contains(LayerForm.MVT) || layer.forms().contains(LayerForm.PNG);
    }
}
