package se.lageskarta.service.incidents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.DefaultPoints;
import se.lageskarta.geo.tile.PointTiles;
import se.lageskarta.geo.tile.Selection;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileLayer;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.evidence.Facts;
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

/** Incidents as points: gathered where they would cover each other, place by place when near. */
@Component
class IncidentsLayer implements MapLayer {
    private static final String NAME = "incidents";

    /** Questions whose chosen rows are kept: an eighth of a byte a row each. */
    private static final int KEPT_SELECTIONS = 64;

    /**
     * All rows of one state of the data, ready for tiles, and which of them questions are about. A question's key names the
     * datasets it asks about and no others, but rows are numbered among those of all: what is chosen goes with the rows.
     */
    private record Index(Facts facts, List<PointTiles> sets, Cache<String, List<Selection>> selections) {
        static Index of(Facts facts) {
            List<PointTiles> sets = facts.placedIncidents().stream()
                    .map(set -> PointTiles.of(
                            set.incidents(),
                            set.positions().lon(),
                            set.positions().lat()))
                    .toList();
            return new Index(
                    facts,
                    sets,
                    Caffeine.newBuilder().maximumSize(KEPT_SELECTIONS).build());
        }

        List<Selection> chosen(Question question) {
            return Objects.requireNonNull(selections.get(question.key(), key -> facts.incidents().stream()
                    .map(all -> IncidentsLayer.chosen(all, question))
                    .toList()));
        }
    }

    private final Questions questions;
    private final IncidentTypes types;
    private volatile @Nullable Index newest;

    IncidentsLayer(Questions questions, IncidentTypes types) {
        this.questions = questions;
        this.types = types;
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
        return new View(this, questions.everything(parameters), types.revision());
    }

    @Override
    public void warm() {
        index(questions.everything(Parameters.none()).facts());
    }

    private Index index(Facts facts) {
        Index known = newest;
        return known != null && known.facts == facts ? known : build(facts);
    }

    private synchronized Index build(Facts facts) {
        Index known = newest;
        if (known != null && known.facts == facts) {
            return known;
        }
        Index made = Index.of(facts);
        if (known == null || known.facts.revision() <= facts.revision()) {
            newest = made;
        }
        return made;
    }

    private static Selection chosen(Incidents all, Question question) {
        int[] rows = question.asksForIncidents() ? all.rowsWhere(question.filter()) : new int[0];
        DefaultPoints defaults = question.defaultPoints(all.crs());
        int[] drawn = Arrays.stream(rows)
                .filter(row -> all.isPoint(row) && !defaults.isAt(all.x()[row], all.y()[row]))
                .toArray();
        return drawn.length == all.size() ? Selection.all() : Selection.of(all.size(), drawn);
    }

    private record View(IncidentsLayer layer, Question question, long types) implements QuestionView {
        /** Files name the types as they are called now. */
        @Override
        public String key() {
            return question.key() + "|" + types;
        }

        @Override
        public List<VectorLayer> vectorLayers() {
            return List.of(new VectorLayer(
                    NAME,
                    Map.of(
                            "count", "Number of incidents at the point",
                            "type", "Code of the commonest type",
                            "id", "Number of the incident, when there is one")));
        }

        @Override
        public void draw(TileCoord tile, VectorTileWriter into) {
            Index index = layer.index(question.facts());
            List<PointTiles> sets = index.sets;
            List<Selection> chosen = index.chosen(question);
            VectorTileLayer drawn = into.layer(NAME);
            for (int i = 0; i < sets.size(); i++) {
                sets.get(i).write(tile, chosen.get(i), drawn);
            }
        }

        @Override
        public List<String> columns() {
            return IncidentList.COLUMNS;
        }

        @Override
        public void features(FeatureSink sink, Locale language) throws IOException {
            new IncidentList(question, null, layer.types).write(0, Integer.MAX_VALUE, sink, language);
        }
    }
}
