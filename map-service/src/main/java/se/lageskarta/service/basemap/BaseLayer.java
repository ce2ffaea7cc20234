package se.lageskarta.service.basemap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileLayer;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.layers.CachePolicy;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.TileBox;
import se.lageskarta.service.layers.VectorLayer;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Parameters;

/**
 * The background map as vector tiles, one tile layer for each role. It does not depend on the filter: base layers of
 * different municipalities lie apart, and {@code datasets} is understood only so that all layers can be asked alike.
 */
@Component
class BaseLayer implements MapLayer {
    private static final Set<String> ROLES = Set.of(
            "est-member", "est-coordinator", "planner", "communicator", "steering", "admin", "auditor", "reporter");
    private static final Map<String, String> FIELDS =
            Map.of("name", "name or number", "kind", "what it is within its layer, such as residential");

    private final BaseFeatures features;
    private final BaseRevision revision;

    BaseLayer(BaseFeatures features, BaseRevision revision) {
        this.features = features;
        this.revision = revision;
    }

    @Override
    public String name() {
        return "base";
    }

    @Override
    public Set<String> roles() {
        return ROLES;
    }

    @Override
    public Set<LayerForm> forms() {
        return Set.of(LayerForm.MVT);
    }

    @Override
    public Set<String> parameters() {
        return Set.of("datasets");
    }

    @Override
    public LayerView view(Parameters parameters, Viewer viewer) {
        return new View(features, revision.current(), revision.bounds().orElse(null));
    }

    /** Writes one feature with its name and kind. */
    static void draw(BaseFeature feature, Geometry shown, VectorTileLayer layer) {
        if (!feature.name().isEmpty()) {
            layer.tag("name", feature.name());
        }
        if (!feature.kind().isEmpty()) {
            layer.tag("kind", feature.kind());
        }
        layer.geometry(shown);
    }

    private record View(
            BaseFeatures features, String key, @Nullable Bounds bounds) implements LayerView {
        @Override
        public CachePolicy cache() {
            return CachePolicy.A_DAY;
        }

        @Override
        public List<VectorLayer> vectorLayers() {
            return Arrays.stream(BaseRole.values())
                    .map(role -> new VectorLayer(role.code(), FIELDS))
                    .toList();
        }

        @Override
        public void draw(TileCoord tile, VectorTileWriter into) {
            Bounds within = TileBox.of(tile);
            if (bounds == null || !bounds.overlaps(within)) {
                return;
            }
            BaseScale scale = new BaseScale(tile.z());
            for (BaseFeature feature : features.within(within, scale.roles())) {
                Geometry shown = scale.shown(feature);
                if (shown != null) {
                    BaseLayer.draw(feature, shown, into.layer(feature.role().code()));
                }
            }
        }
    }
}
