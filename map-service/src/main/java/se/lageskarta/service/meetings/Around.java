package se.lageskarta.service.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.meetings.PictureSeen.SpotLine;
import se.lageskarta.service.meetings.PictureSeen.TypeLine;
import se.lageskarta.service.pictures.Pictures;
import se.lageskarta.service.spots.Spots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What meetings and decisions are about: pictures, spots and measures of the other rooms. */
@Component
class Around {
    /** Counts of fewer are not told on paper: protocols are read outside the group. */
    private static final int LEAST_TOLD = 5;

    private final Measures measures;
    private final Spots spots;
    private final Pictures pictures;
    private final JsonMapper json;

    Around(Measures measures, Spots spots, Pictures pictures, JsonMapper json) {
        this.measures = measures;
        this.spots = spots;
        this.pictures = pictures;
        this.json = json;
    }

    /**
     * The picture with this number; empty when there is none. Places are in the order in which the group sees them; small
     * counts are left out.
     */
    Optional<PictureSeen> picture(long id) {
        return pictures.find(id).flatMap(head -> pictures.sheet(id, Pictures.Audience.WHOLE)
                .flatMap(whole -> pictures.sheet(id, Pictures.Audience.MASKED)
                        .map(masked -> seen(head, json.readTree(whole.content()), json.readTree(masked.content())))));
    }

    boolean hasPicture(long id) {
        return pictures.find(id).isPresent();
    }

    boolean hasSpot(long id) {
        return spots.find(id).isPresent();
    }

    /** What a spot is called now; empty when there is none. */
    Optional<String> spotName(long id) {
        return spots.find(id).map(spot -> spot.name());
    }

    /** A withdrawn measure is gone. */
    boolean hasMeasure(long id) {
        return measures.find(id).filter(measure -> !measure.isWithdrawn()).isPresent();
    }

    private static PictureSeen seen(Pictures.Listed head, JsonNode whole, JsonNode masked) {
        List<TypeLine> types = new ArrayList<>();
        masked.at("/totals/types").forEach(type -> types.add(type(type)));
        List<SpotLine> places = new ArrayList<>();
        whole.path("hotspots").forEach(place -> places.add(place(place)));
        return new PictureSeen(
                head.id(),
                head.month().toString(),
                head.contentHash(),
                whole.path("invented").asBoolean(false),
                types,
                places);
    }

    private static TypeLine type(JsonNode type) {
        return new TypeLine(
                type.path("code").asString(""),
                type.path("sv").asString(""),
                type.path("en").asString(""),
                whole(type.path("count")),
                number(type.path("expected")),
                number(type.path("low")),
                number(type.path("high")),
                type.path("status").asString(""));
    }

    private static SpotLine place(JsonNode place) {
        long spot = place.at("/spot/id").asLong(0);
        Integer count = whole(place.at("/inside/count"));
        return new SpotLine(
                spot > 0 ? spot : null,
                place.at("/spot/name").asString(""),
                place.path("status").asString(""),
                count != null && count < LEAST_TOLD ? null : count);
    }

    private static @Nullable Integer whole(JsonNode value) {
        return value.isNumber() ? value.asInt() : null;
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? value.asDouble() : null;
    }
}
