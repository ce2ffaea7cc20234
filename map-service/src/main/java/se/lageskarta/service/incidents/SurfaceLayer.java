package se.lageskarta.service.incidents;

import java.util.List;
import java.util.Set;
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
        return Questions.PARAMETERS;
    }

    @Override
    public LayerView view(Parameters parameters, Viewer viewer) {
        return new View(this, questions.of(parameters));
    }

    private record View(SurfaceLayer layer, Question question) implements QuestionView {
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
            HeatSurface surface = layer.heat.surface(question, set, tile);
            if (surface == null) {
                return null;
            }
            HeatScale scale = layer.heat.scale(question, set, HeatSurface.bandwidthMetres(tile.z(), set.lat()));
            return HeatTile.png(tile, surface, set.projection(), scale);
        }
    }
}
