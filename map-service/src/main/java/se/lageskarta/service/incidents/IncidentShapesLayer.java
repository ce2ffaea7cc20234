package se.lageskarta.service.incidents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileLayer;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.QuestionView;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.TileBox;
import se.lageskarta.service.layers.VectorLayer;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.Parameters;

/** The streets and areas that incidents lie somewhere in, with how many: what is no point is not drawn as one. */
@Component
class IncidentShapesLayer implements MapLayer {
    private static final String NAME = "incident-shapes";
    /** Some streets of a town each. */
    private static final int KEPT_QUESTIONS = 32;

    /** One street or area, degrees, and how many incidents lie somewhere in it. */
    private record Counted(Geometry lonLat, int count) {}

    private final Questions questions;
    private final Cache<String, STRtree> kept =
            Caffeine.newBuilder().maximumSize(KEPT_QUESTIONS).build();

    IncidentShapesLayer(Questions questions) {
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
        return Set.of(LayerForm.MVT);
    }

    @Override
    public Set<String> parameters() {
        return Questions.PARAMETERS;
    }

    @Override
    public LayerView view(Parameters parameters, Viewer viewer) {
        return new View(this, questions.everything(parameters));
    }

    private STRtree shapes(Question question) {
        return Objects.requireNonNull(kept.get(question.key(), key -> indexed(question)));
    }

    private static STRtree indexed(Question question) {
        STRtree tree = new STRtree();
        for (Incidents incidents : question.incidents()) {
            Projection projection = Projection.of(incidents.crs());
            Map<Geometry, Integer> counts = new IdentityHashMap<>();
            for (int row = 0; row < incidents.size(); row++) {
                Geometry shape = incidents.isPoint(row) ? null : incidents.shape(row);
                if (shape != null) {
                    counts.merge(shape, 1, Integer::sum);
                }
            }
            counts.forEach((shape, count) -> {
                Geometry lonLat = ProjectedGeometry.toLonLat(shape, projection);
                tree.insert(lonLat.getEnvelopeInternal(), new Counted(lonLat, count));
            });
        }
        tree.build();
        return tree;
    }

    private record View(IncidentShapesLayer layer, Question question) implements QuestionView {
        @Override
        public List<VectorLayer> vectorLayers() {
            return List.of(new VectorLayer(
                    NAME, Map.of("count", "Number of incidents somewhere along the street or in the area")));
        }

        @Override
        public void draw(TileCoord tile, VectorTileWriter into) {
            VectorTileLayer drawn = into.layer(NAME);
            Bounds box = TileBox.of(tile);
            @SuppressWarnings("unchecked")
            List<Counted> near =
                    layer.shapes(question).query(new Envelope(box.west(), box.east(), box.south(), box.north()));
            List<Counted> inOrder = new ArrayList<>(near);
            // the same bytes each time, and narrow streets over the areas they cross
            inOrder.sort(Comparator.<Counted>comparingInt(each -> -each.lonLat.getDimension())
                    .thenComparing(each -> each.lonLat, Geometry::compareTo));
            for (Counted shape : inOrder) {
                drawn.tag("count", (long) shape.count).geometry(shape.lonLat);
            }
        }
    }
}
