package se.lageskarta.service.hotspots;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileLayer;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.evidence.CountBand;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.CachePolicy;
import se.lageskarta.service.layers.FeatureSink;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.TileBox;
import se.lageskarta.service.layers.VectorLayer;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Parameters;

/** Outlines of hotspots. */
@Component
class HotspotsLayer implements MapLayer {
    private static final String NAME = "hotspots";

    private final Questions questions;
    private final FindHotspots find;
    private final MeasuresHere measures;
    private final SpotsHere spots;

    HotspotsLayer(Questions questions, FindHotspots find, MeasuresHere measures, SpotsHere spots) {
        this.questions = questions;
        this.find = find;
        this.measures = measures;
        this.spots = spots;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> roles() {
        return HotspotQuestion.ROLES;
    }

    @Override
    public Set<LayerForm> forms() {
        return Set.of(LayerForm.MVT, LayerForm.FEATURES);
    }

    @Override
    public Set<String> parameters() {
        return HotspotQuestion.PARAMETERS;
    }

    @Override
    public LayerView view(Parameters parameters, Viewer viewer) {
        return new View(HotspotQuestion.of(questions, parameters, viewer));
    }

    /** What the page shows first: everything of the newest group, whatever the period. */
    @Override
    public void warm() {
        find.in(HotspotQuestion.of(questions, Parameters.none(), Viewer.with(Viewer.POINT_ROLES)));
    }

    private final class View implements LayerView {
        private final HotspotQuestion asked;
        private final long measured = measures.revision();

        private View(HotspotQuestion asked) {
            this.asked = asked;
        }

        @Override
        public String key() {
            return asked.question().facts().revision() + "|" + spots.revision() + "|" + measured + "|" + asked.key();
        }

        @Override
        public CachePolicy cache() {
            return CachePolicy.ASK;
        }

        @Override
        public @Nullable Bounds bounds() {
            return asked.question().bounds();
        }

        @Override
        public List<VectorLayer> vectorLayers() {
            return List.of(new VectorLayer(
                    NAME,
                    Map.of(
                            "id", "Identity of the hotspot",
                            "rank", "1 for the greatest of its stream",
                            "stream", "crime, disorder or unsafety",
                            "name", "What people call the place",
                            "count", "Incidents, or marks; not for those who may not see single ones",
                            "band", "The least and the greatest that the count may be, for those",
                            "status", "new, growing, persistent, fading, gone, too-few or no-history")));
        }

        @Override
        public void draw(TileCoord tile, VectorTileWriter into) {
            VectorTileLayer layer = into.layer(NAME);
            HotspotSet set = find.in(asked);
            Map<String, Spot> here = spots.in(asked, set);
            for (PlacedHotspot hotspot : set.within(TileBox.of(tile))) {
                layer.tag("id", hotspot.id())
                        .tag("rank", hotspot.rank())
                        .tag("stream", hotspot.found().stream().code())
                        .tag("name", SpotsHere.name(hotspot, here.get(hotspot.id())));
                tagCount(layer, hotspot.found());
                PoissonComparison comparison = hotspot.found().comparison();
                if (comparison != null) {
                    layer.tag("status", comparison.status().code());
                }
                layer.geometry(hotspot.outline());
            }
        }

        /** The number, or the band that it lies in for those who may not see single incidents. */
        private void tagCount(VectorTileLayer layer, Hotspot found) {
            CountBand band = CountBand.of(found.stream() == Evidence.UNSAFETY ? found.respondents() : found.count());
            if (!asked.masked()) {
                layer.tag("count", found.count());
            } else if (band != null) {
                layer.tag("band", band.code());
            }
        }

        @Override
        public void features(FeatureSink sink, Locale language) throws IOException {
            HotspotShape shape = HotspotShape.of(asked);
            HotspotSet set = find.in(asked);
            Map<String, Spot> here = spots.in(asked, set);
            for (PlacedHotspot hotspot : set.hotspots()) {
                sink.feature(shape.listed(hotspot, measures.at(hotspot, measured), here.get(hotspot.id())));
            }
        }
    }
}
