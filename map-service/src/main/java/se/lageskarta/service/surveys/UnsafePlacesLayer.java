package se.lageskarta.service.surveys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.tile.PointTiles;
import se.lageskarta.geo.tile.Selection;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileLayer;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.evidence.Positions;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.QuestionView;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.FeatureSink;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.VectorLayer;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.web.Parameters;

/** Marks of surveys as points. */
@Component
class UnsafePlacesLayer implements MapLayer {
    private static final String NAME = "unsafe-places";

    /** Questions kept ready; a wave has some hundreds of marks. */
    private static final int KEPT_QUESTIONS = 32;

    private final Questions questions;
    private final Cache<String, List<PointTiles>> ready =
            Caffeine.newBuilder().maximumSize(KEPT_QUESTIONS).build();

    UnsafePlacesLayer(Questions questions) {
        this.questions = questions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> roles() {
        return Viewer.POINT_ROLES;
    }

    @Override
    public Set<LayerForm> forms() {
        return Set.of(LayerForm.MVT, LayerForm.FEATURES);
    }

    @Override
    public Set<String> parameters() {
        return Questions.PARAMETERS;
    }

    @Override
    public LayerView view(Parameters parameters, Viewer viewer) {
        return new View(this, questions.everything(parameters));
    }

    private List<PointTiles> tiles(Question question) {
        return Objects.requireNonNull(ready.get(question.key(), key -> question.unsafePlaces().stream()
                .map(set -> {
                    Positions positions = Positions.of(set);
                    return PointTiles.of(set, positions.lon(), positions.lat());
                })
                .toList()));
    }

    private record View(UnsafePlacesLayer layer, Question question) implements QuestionView {
        @Override
        public List<VectorLayer> vectorLayers() {
            return List.of(new VectorLayer(
                    NAME,
                    Map.of(
                            "count", "Number of marks at the point",
                            "safe", "true when most say that it feels safe",
                            "id", "Number of the mark, when there is one")));
        }

        @Override
        public void draw(TileCoord tile, VectorTileWriter into) {
            VectorTileLayer drawn = into.layer(NAME);
            layer.tiles(question).forEach(set -> set.write(tile, Selection.all(), drawn));
        }

        @Override
        public List<String> columns() {
            return UnsafePlaceList.COLUMNS;
        }

        @Override
        public void features(FeatureSink sink, Locale language) throws IOException {
            new UnsafePlaceList(question, null).write(0, Integer.MAX_VALUE, sink);
        }
    }
}
