package se.lageskarta.service.followups;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.geojson.GeometryLimits;
import se.lageskarta.geo.geojson.GeometryReader;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.MapFrame;
import se.lageskarta.service.paper.MapPicture;
import se.lageskarta.service.storage.BaseFeatures;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;

/** Draws where a frozen follow-up counted: the target, what lies around it and what it was compared with. */
@Component
class FollowUpMap {
    /** What was drawn here once is read back as it is. */
    private static final GeometryReader GEOMETRIES = new GeometryReader(new GeometryLimits(200_000, 10_000, true));

    private final MapPicture map;
    private final BaseFeatures base;

    FollowUpMap(MapPicture map, BaseFeatures base) {
        this.map = map;
        this.base = base;
    }

    Block.Picture of(FollowUpAnswer result, Locale language) {
        boolean english = language.getLanguage().equals("en");
        List<MapPicture.Place> places = new ArrayList<>();
        places.add(new MapPicture.Place(result.measure().title(), shape(result.area()), MapPicture.Kind.TARGET));
        for (FollowUpAnswer.Place compared : result.comparison()) {
            String name = compared.name().isEmpty() ? compared.id() : compared.name();
            places.add(new MapPicture.Place(name, shape(compared.area()), MapPicture.Kind.COMPARED));
        }
        if (!result.rings().isEmpty()) {
            JsonNode widest = result.rings().get(result.rings().size() - 1);
            String name = english ? "The surroundings, the widest" : "Omgivningen, den bredaste";
            places.add(new MapPicture.Place(name, shape(widest), MapPicture.Kind.AROUND));
        }
        MapFrame frame =
                MapFrame.around(places.stream().map(MapPicture.Place::shape).toList());
        return map.draw(
                frame,
                base.within(frame.bounds(), MapPicture.GROUND),
                places,
                english ? "Map: the municipality's own layers." : "Karta: kommunens egna kartlager.",
                language);
    }

    private static Geometry shape(JsonNode drawn) {
        try (JsonParser parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), drawn.toString())) {
            return Objects.requireNonNull(GEOMETRIES.readGeometry(parser));
        }
    }
}
