package se.lageskarta.service.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.MapFrame;
import se.lageskarta.service.paper.MapPicture;
import se.lageskarta.service.storage.BaseFeatures;
import tools.jackson.databind.JsonNode;

/** The parts of documents that quote the frozen picture. Without one they say so. */
@Component
class PictureSections {
    /** As many as one glance takes in. */
    static final int PRIORITY_PLACES = 5;

    /** What a page has room for beside the map. */
    private static final int MOST_TYPES = 5;

    private static final int PLACES_IN_FULL = 20;
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final List<String> URGENT = List.of("new", "growing", "returned", "persistent", "fading");

    private final MapPicture map;
    private final BaseFeatures base;

    PictureSections(MapPicture map, BaseFeatures base) {
        this.map = map;
        this.base = base;
    }

    /** What the picture says in sentences. */
    List<Block> sentences(Material of, String... about) {
        return of.picture()
                .map(picture -> {
                    List<String> lines = new ArrayList<>();
                    for (String each : about) {
                        lines.addAll(picture.sentences(of.words().language(), each));
                    }
                    return lines.isEmpty() ? List.<Block>of() : List.<Block>of(new Block.Bullets(lines, false));
                })
                .orElseGet(() -> missing(of));
    }

    /** The month, type by type, against the same month of earlier years. */
    List<Block> counts(Material of) {
        if (of.picture().isEmpty()) {
            return missing(of);
        }
        PictureFacts picture = of.picture().get();
        Wording words = of.words();
        boolean english = words.language().equals(Locale.ENGLISH);
        List<List<String>> rows = new ArrayList<>();
        rows.add(countRow(words, words.of("all"), picture.all()));
        picture.types().stream()
                .sorted(Comparator.comparingInt(
                                (JsonNode type) -> -type.path("count").asInt(0))
                        .thenComparing(type -> type.path("code").asString("")))
                .limit(MOST_TYPES)
                .forEach(type -> rows.add(
                        countRow(words, type.path(english ? "en" : "sv").asString(""), type)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                words.of("counts.caption", words.month(picture.month())),
                List.of(words.words("type"), words.figures("count"), words.figures("expected"), words.words("change")),
                rows,
                ""));
        blocks.add(words.method("counts"));
        return blocks;
    }

    private static List<String> countRow(Wording words, String name, JsonNode counted) {
        return List.of(name, words.count(counted), words.expected(counted), words.status(counted));
    }

    /** The places on a map and in a table. */
    List<Block> places(Material of) {
        if (of.picture().isEmpty()) {
            return missing(of);
        }
        Wording words = of.words();
        List<JsonNode> places =
                of.picture().get().hotspots().stream().limit(PLACES_IN_FULL).toList();
        if (places.isEmpty()) {
            return List.of(new Block.Text(words.of("places.none")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(drawn(places, words));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            JsonNode place = places.get(i);
            rows.add(List.of(
                    i + 1 + " " + place.at("/spot/name").asString(""),
                    words.code("stream", place.path("stream").asString("")),
                    words.status(place),
                    words.count(place),
                    words.expected(place.path("inside")),
                    words.number((double) place.path("openMeasures").size(), 0)));
        }
        blocks.add(new Block.Table(
                words.of("places.caption"),
                List.of(
                        words.words("place"),
                        words.words("stream"),
                        words.words("status"),
                        words.figures("count"),
                        words.figures("expected"),
                        words.figures("measures")),
                rows,
                ""));
        blocks.add(words.method("places"));
        return blocks;
    }

    /**
     * New and growing ones first, then by rank; crime and unsafety in turn, since a survey without an earlier wave calls
     * all of its places new.
     */
    static List<JsonNode> priority(PictureFacts picture) {
        List<JsonNode> crime = urgent(picture, "crime");
        List<JsonNode> unsafety = urgent(picture, "unsafety");
        List<JsonNode> chosen = new ArrayList<>();
        for (int i = 0; i < PRIORITY_PLACES; i++) {
            crime.stream().skip(i).limit(1).forEach(chosen::add);
            unsafety.stream().skip(i).limit(1).forEach(chosen::add);
        }
        return chosen.stream().limit(PRIORITY_PLACES).toList();
    }

    private static List<JsonNode> urgent(PictureFacts picture, String stream) {
        return picture.hotspots().stream()
                .filter(place -> place.path("stream").asString("").equals(stream))
                .sorted(Comparator.comparingInt((JsonNode place) -> urgency(place))
                        .thenComparingInt(place -> place.path("rank").asInt(0)))
                .toList();
    }

    private static int urgency(JsonNode place) {
        int at = URGENT.indexOf(place.path("status").asString(""));
        return at < 0 ? URGENT.size() : at;
    }

    /** The districts by need and influence. */
    List<Block> areas(Material of) {
        if (of.picture().isEmpty()) {
            return missing(of);
        }
        Wording words = of.words();
        // places are finer than districts, and no open paper may hold them
        List<JsonNode> areas = of.picture().get().areas().stream()
                .filter(area -> area.path("kind").asString("").equals("district"))
                .toList();
        if (areas.isEmpty()) {
            return List.of(new Block.Text(words.of("areas.none")));
        }
        List<List<String>> rows = areas.stream()
                .map(area -> List.of(
                        area.path("name").asString(""),
                        words.count(area),
                        words.expected(area),
                        words.code("level", area.path("level").asString("")),
                        words.number(PictureFacts.number(area, "need"), 0),
                        words.number(PictureFacts.number(area, "influence"), 0)))
                .toList();
        return List.of(
                new Block.Table(
                        words.of("areas.caption", words.month(of.picture().get().month())),
                        List.of(
                                words.words("area"),
                                words.figures("count"),
                                words.figures("expected"),
                                words.words("level"),
                                words.figures("need"),
                                words.figures("influence")),
                        rows,
                        ""),
                words.method("areas"));
    }

    /** Crime and unsafety side by side: the places of each field. */
    List<Block> fourFields(Material of) {
        if (of.picture().isEmpty()) {
            return missing(of);
        }
        Wording words = of.words();
        boolean english = words.language().equals(Locale.ENGLISH);
        List<List<String>> rows = of.picture().get().fields().stream()
                .map(field -> List.of(
                        field.path(english ? "en" : "sv").asString(""),
                        PictureFacts.list(field.path("places")).stream()
                                .map(place -> place.path("name").asString(""))
                                .distinct()
                                .reduce((a, b) -> a + ", " + b)
                                .orElse(words.of("none"))))
                .toList();
        if (rows.isEmpty()) {
            return List.of(new Block.Text(words.of("fields.few")));
        }
        return List.of(
                new Block.Table(
                        words.of("fields.caption"), List.of(words.words("field"), words.words("places")), rows, ""),
                words.method("fields"));
    }

    /** What is planned in the coming months. */
    List<Block> year(Material of) {
        Wording words = of.words();
        List<List<String>> rows = of.picture().map(PictureFacts::year).orElse(List.of()).stream()
                .map(event -> List.of(
                        event.path("title").asString(""),
                        event.path("from").asString(""),
                        event.path("to").asString(""),
                        event.path("place").asString("")))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        words.of("year.caption"),
                        List.of(words.words("event"), words.words("from"), words.words("to"), words.words("where")),
                        rows,
                        ""));
    }

    static List<Block> missing(Material of) {
        return List.of(new Block.Note(of.words().of("picture.missing")));
    }

    private Block.Picture drawn(List<JsonNode> places, Wording words) {
        List<MapPicture.Place> shown = shown(places);
        return drawn(MapFrame.around(shapes(shown)), shown, words.of("map.caption"), words);
    }

    /** The places on a low map, whose numbers are those of the list. */
    Block.Picture strip(List<JsonNode> places, Wording words) {
        List<MapPicture.Place> shown = shown(places);
        return drawn(MapFrame.strip(shapes(shown)), shown, "", words);
    }

    private Block.Picture drawn(MapFrame frame, List<MapPicture.Place> shown, String caption, Wording words) {
        return map.draw(frame, base.within(frame.bounds(), MapPicture.GROUND), shown, caption, words.language());
    }

    private static List<Geometry> shapes(List<MapPicture.Place> shown) {
        return shown.stream().map(MapPicture.Place::shape).toList();
    }

    private static List<MapPicture.Place> shown(List<JsonNode> places) {
        return places.stream()
                .map(place -> new MapPicture.Place(
                        place.at("/spot/name").asString(""),
                        outline(place.path("outline")),
                        place.path("stream").asString("").equals("unsafety")
                                ? MapPicture.Kind.UNSAFETY
                                : MapPicture.Kind.CRIME))
                .toList();
    }

    /** A MultiPolygon as pictures keep it, degrees. */
    static Geometry outline(JsonNode outline) {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode polygon : outline.path("coordinates")) {
            List<Coordinate> ring = new ArrayList<>();
            for (JsonNode corner : polygon.path(0)) {
                ring.add(
                        new Coordinate(corner.path(0).asDouble(), corner.path(1).asDouble()));
            }
            polygons.add(SHAPES.createPolygon(ring.toArray(Coordinate[]::new)));
        }
        return SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
