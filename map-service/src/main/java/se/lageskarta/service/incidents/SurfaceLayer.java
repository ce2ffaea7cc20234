package se.lageskarta.service.incidents;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.tile.HeatScale;
import se.lageskarta.geo.tile.HeatSurface;
import se.lageskarta.geo.tile.HeatTile;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.QuestionView;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.LayerForm;
import se.lageskarta.service.layers.LayerView;
import se.lageskarta.service.layers.MapLayer;
import se.lageskarta.service.layers.VectorLayer;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.web.Parameters;

/** The heat surface as pictures. */
@Component
class SurfaceLayer implements MapLayer {
    private final Questions questions;
    private final HeatScales heat;

    SurfaceLayer(Questions questions, HeatScales heat) {
        this.questions = questions;
        this.heat = heat;
    }

    @Override
    public String name() {
        return "surface";
    }

    @Override
    public Set<String> roles() {
        return Viewer.POINT_ROLES;
    }

    @Override
    public Set<LayerForm> forms() {
        return Set.of(LayerForm.PNG);
    }

    @Override
    public Set<String> parameters() {
        Set<String> all = new TreeSet<>(Questions.PARAMETERS);
        all.addAll(HeatForm.PARAMETERS);
        return all;
    }

    @Override
    public LayerView view(Parameters parameters, Viewer viewer) {
        return new View(this, questions.of(parameters), HeatForm.of(parameters));
    }

    private record View(SurfaceLayer layer, Question question, HeatForm form) implements QuestionView {
        @Override
        public String key() {
            return layer.heat.key(question, form);
        }

        @Override
        public List<VectorLayer> vectorLayers() {
            return List.of();
        }

        @Override
        public byte @Nullable [] picture(TileCoord tile) {
            PointSet set = layer.heat.points(question);
            if (set == null) {
                return null;
            }
            HeatSurface surface = layer.heat.surface(question, set, form, tile);
            if (surface == null) {
                return null;
            }
            double bandwidth = HeatSurface.bandwidthMetres(form.bandwidthMetres(), tile.z(), set.lat());
            HeatScale scale = layer.heat.scale(question, set, form, bandwidth);
            return HeatTile.png(tile, surface, set.projection(), scale);
        }
    }
}
