package se.lageskarta.service.layers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All layers by name. */
@Component
public class MapLayers {
    private final Map<String, MapLayer> byName = new TreeMap<>();

    MapLayers(List<MapLayer> layers) {
        for (MapLayer layer : layers) {
            if (byName.put(layer.name(), layer) != null) {
                throw new IllegalStateException("two layers are called " + layer.name());
            }
        }
    }

    public Optional<MapLayer> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every layer, by name. */
    public Collection<MapLayer> all() {
        return byName.values();
    }

    /** Names of the layers that can be served in a form and that the viewer may see, by name. */
    public List<String> namesFor(LayerForm form, Viewer viewer) {
        return byName.values().stream()
                .filter(layer -> layer.forms().contains(form) && viewer.hasAny(layer.roles()))
                .map(MapLayer::name)
                .toList();
    }
}
