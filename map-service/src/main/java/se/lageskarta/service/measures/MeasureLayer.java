package se.lageskarta.service.measures;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileLayer;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.layers.CachePolicy;
import se.lageskarta.service.layers.FeatureSink;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.TileBox;
import se.lageskarta.service.layers.VectorLayer;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Parameters;

/** The measures on the map, as vector tiles and as features. */
@Component
class MeasureLayer implements MapLayer {
    private static final Set<String> ROLES =
            Set.of("est-member", "est-coordinator", "planner", "communicator", "steering", "admin");
    private static final Map<String, String> FIELDS = Map.of(
            "id", "number of the measure",
            "code", "kind, a code of the measure catalogue",
            "status", "how far it has come",
            "title", "what it is called",
            "overdue", "true when it should have been carried out");

    private final Measures measures;
    private final MeasureQuestions questions;
    private final Clock clock;

    MeasureLayer(Measures measures, MeasureQuestions questions, Clock clock) {
        this.measures = measures;
        this.questions = questions;
        this.clock = clock.withZone(EditMeasures.SWEDEN);
    }

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public Set<String> roles() {
        return ROLES;
    }

    @Override
    public Set<LayerForm> forms() {
        return Set.of(LayerForm.MVT, LayerForm.FEATURES);
    }

    @Override
    public Set<String> parameters() {
        return MeasureQuestions.CHOOSING;
    }

    @Override
    public LayerView view(Parameters parameters, Viewer viewer) {
        return new View(measures, questions.filter(parameters), measures.revision(), LocalDate.now(clock));
    }

    private record View(Measures measures, MeasureFilter filter, long revision, LocalDate today) implements LayerView {
        @Override
        public String key() {
            return revision + "/" + today + "/" + filter.key();
        }

        @Override
        public CachePolicy cache() {
            return CachePolicy.ASK;
        }

        @Override
        public @Nullable Bounds bounds() {
            Envelope box = new Envelope();
            measures.all(filter)
                    .forEach(measure -> box.expandToInclude(measure.shape().getEnvelopeInternal()));
            return box.isNull() ? null : new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        }

        @Override
        public List<VectorLayer> vectorLayers() {
            return List.of(new VectorLayer("measures", FIELDS));
        }

        @Override
        public void draw(TileCoord tile, VectorTileWriter into) {
            VectorTileLayer layer = into.layer("measures");
            for (Measure measure : measures.all(filter.in(TileBox.of(tile)))) {
                layer.id(measure.id())
                        .tag("id", measure.id())
                        .tag("code", measure.code())
                        .tag("status", measure.status().code())
                        .tag("title", measure.title())
                        .tag("overdue", measure.isOverdue(today))
                        .geometry(measure.shape());
            }
        }

        @Override
        public void features(FeatureSink sink, Locale language) throws IOException {
            for (Measure measure : measures.all(filter)) {
                sink.feature(MeasureFeature.of(measure, today));
            }
        }
    }
}
