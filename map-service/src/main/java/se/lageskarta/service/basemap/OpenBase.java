package se.lageskarta.service.basemap;

import java.util.EnumSet;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.layers.TileBox;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Bounds;

/**
 * The part of the background map that anybody may see while a room has something to ask the public: what a printed town
 * map shows, and nothing of addresses, properties or lamps.
 */
@Component
public class OpenBase {
    private static final Set<BaseRole> OPEN = EnumSet.of(
            BaseRole.ROADS,
            BaseRole.PATHS,
            BaseRole.BUILDINGS,
            BaseRole.WATER,
            BaseRole.GREEN,
            BaseRole.RAIL,
            BaseRole.PLACES,
            BaseRole.BOUNDARY);

    private final BaseFeatures features;
    private final BaseRevision revision;

    OpenBase(BaseFeatures features, BaseRevision revision) {
        this.features = features;
        this.revision = revision;
    }

    /** The same text means the same tiles, also after a restart. */
    public String revision() {
        return revision.current();
    }

    /** Writes what the tile shows; nothing when it is empty there. */
    public void draw(TileCoord tile, VectorTileWriter into) {
        Bounds within = TileBox.of(tile);
        if (revision.bounds().filter(bounds -> bounds.overlaps(within)).isEmpty()) {
            return;
        }
        BaseScale scale = new BaseScale(tile.z());
        Set<BaseRole> shown = EnumSet.copyOf(OPEN);
        shown.retainAll(scale.roles());
        for (BaseFeature feature : features.within(within, shown)) {
            Geometry simple = scale.shown(feature);
            if (simple != null) {
                BaseLayer.draw(feature, simple, into.layer(feature.role().code()));
            }
        }
    }
}
