package se.lageskarta.service.waves;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.Parameters;
import tools.jackson.databind.JsonNode;

/** Areas with a name that a wave can be about: the districts of the imported layers (stadsdelar, DeSO). */
@RestController
class SurveyAreasController {
    /** About five metres: less than a line on the map is wide. */
    private static final double TOLERANCE_DEGREES = 0.00005;

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final BaseFeatures features;

    SurveyAreasController(BaseFeatures features) {
        this.features = features;
    }

    /**
     * One area.
     *
     * @param geometry an area, degrees
     */
    record Area(String name, JsonNode geometry) {}

    record Areas(List<Area> areas) {}

    @GetMapping("/api/survey-areas")
    ResponseEntity<Areas> areas(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        Collator order = Collator.getInstance(SWEDISH);
        List<Area> areas = features.of(EnumSet.of(BaseRole.DISTRICTS)).stream()
                .filter(feature -> !called(feature).isEmpty())
                .filter(feature -> feature.geometry().getDimension() == 2)
                .map(SurveyAreasController::area)
                .sorted(Comparator.comparing(Area::name, order))
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Areas(areas));
    }

    private static Area area(BaseFeature feature) {
        Geometry outline = TopologyPreservingSimplifier.simplify(feature.geometry(), TOLERANCE_DEGREES);
        return new Area(called(feature), ToldWave.json(outline.isValid() ? outline : GeometryFixer.fix(outline)));
    }

    /** Its name, and its code when it has one beside: districts without names of their own are known by it. */
    private static String called(BaseFeature feature) {
        String code = feature.attributes().getOrDefault("code", "");
        if (feature.name().isEmpty() || code.isEmpty() || code.equals(feature.name())) {
            return feature.name().isEmpty() ? code : feature.name();
        }
        return feature.name() + " (" + code + ")";
    }
}
