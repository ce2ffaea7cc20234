package se.lageskarta.service.areachecks;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.MapFrame;
import se.lageskarta.service.paper.MapPicture;
import se.lageskarta.service.paper.Paper;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.JsonNode;

/** A frozen check as a paper, in Swedish or English. The map beneath is that of today; everything counted is as it was. */
@Component
class CheckPapers {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int MOST_PLACES = 12;
    /** On a wider map a building is no longer seen. */
    private static final double WIDEST_METRES = 4_000;

    private final Aspects aspects;
    private final MapPicture map;
    private final BaseFeatures base;
    private final Texts texts;

    CheckPapers(Aspects aspects, MapPicture map, BaseFeatures base, Texts texts) {
        this.aspects = aspects;
        this.map = map;
        this.base = base;
        this.texts = texts;
    }

    Paper of(AreaChecks.Saved saved, Locale language) {
        CheckState state = saved.entry().state();
        JsonNode answer = saved.answer();
        CheckWords words = new CheckWords(texts, language);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(words.of("disclaimer")));
        blocks.add(new Block.Heading(2, words.of("summary")));
        blocks.addAll(summary(answer, words));
        CheckTables tables = new CheckTables(answer, words);
        blocks.addAll(tables.blocks());
        blocks.addAll(checklist(state, words));
        blocks.addAll(earlier(saved, words));
        blocks.add(new Block.Heading(2, words.of("method")));
        words.lines(answer.path("method")).forEach(line -> blocks.add(new Block.Text(line)));
        blocks.add(new Block.Method(
                words.of("again"),
                words.of(
                        "again.text",
                        answer.at("/dataVersion/hash").asString(""),
                        answer.at("/dataVersion/program").asString(""),
                        answer.at("/dataVersion/areaSet").asString(""))));
        String caseNumber = state.caseNumber().isEmpty() ? words.of("no-case") : state.caseNumber();
        return new Paper(
                words.of("paper", state.title()),
                caseNumber,
                language,
                facts(saved, answer, caseNumber, words),
                blocks,
                words.of("footer", caseNumber, sources(answer)),
                answer.path("invented").asBoolean(false));
    }

    /**
     * The answer and its map first, so that the first page holds both; then all of it in words. Of two areas more is to be said,
     * and the words fill the first page.
     */
    private List<Block> summary(JsonNode answer, CheckWords words) {
        List<Block> blocks = new ArrayList<>();
        JsonNode sides = answer.path("sides");
        for (JsonNode side : sides) {
            String said = words.said(side.at("/total/text"));
            boolean other = side.path("which").asString("").equals("alternative");
            blocks.add(
                    new Block.Text(sides.size() == 1 ? said : words.of(other ? "alternative" : "area") + ": " + said));
            blocks.add(new Block.Text(words.said(side.at("/outside/text"))));
        }
        if (sides.size() == 1) {
            blocks.add(picture(answer, words));
            blocks.addAll(inWords(answer, words));
        } else {
            blocks.addAll(inWords(answer, words));
            blocks.add(picture(answer, words));
        }
        return blocks;
    }

    /** A line that ends with a colon heads those that follow. */
    private static List<Block> inWords(JsonNode answer, CheckWords words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.of("in-words")));
        List<String> lines = new ArrayList<>();
        for (String line : words.lines(answer.path("sentences"))) {
            if (!line.endsWith(":")) {
                lines.add(line);
                continue;
            }
            addBullets(lines, blocks);
            blocks.add(new Block.Heading(3, line.substring(0, line.length() - 1)));
        }
        addBullets(lines, blocks);
        return blocks;
    }

    private static void addBullets(List<String> lines, List<Block> blocks) {
        if (!lines.isEmpty()) {
            blocks.add(new Block.Bullets(lines, false));
            lines.clear();
        }
    }

    private static List<Paper.Fact> facts(
            AreaChecks.Saved saved, JsonNode answer, String caseNumber, CheckWords words) {
        return List.of(
                new Paper.Fact(words.of("fact.case"), caseNumber),
                new Paper.Fact(
                        words.of("fact.stage"),
                        Stage.of(saved.entry().state().stage())
                                .orElseThrow()
                                .words()
                                .in(words.language())),
                new Paper.Fact(
                        words.of("fact.period"),
                        answer.at("/period/from").asString("") + "–"
                                + answer.at("/period/to").asString("")),
                new Paper.Fact(words.of("fact.buffer"), answer.path("buffer").asInt() + " m"),
                new Paper.Fact(
                        words.of("fact.made"),
                        saved.entry().createdAt().atZone(SWEDEN).toLocalDate() + ", "
                                + saved.entry().createdBy()),
                new Paper.Fact(words.of("fact.data"), revisions(answer)));
    }

    private static String sources(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.at("/dataVersion/datasets")
                .forEach(source -> names.add(source.path("name").asString("")));
        return String.join(", ", names);
    }

    private static String revisions(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.at("/dataVersion/datasets")
                .forEach(source -> names.add(source.path("name").asString("") + " ("
                        + source.path("revision").asString("") + ")"));
        return String.join(", ", names);
    }

    private Block.Picture picture(JsonNode answer, CheckWords words) {
        List<MapPicture.Place> places = new ArrayList<>();
        List<MapPicture.Place> counted = new ArrayList<>();
        List<MapPicture.Place> spots = new ArrayList<>();
        for (JsonNode side : answer.path("sides")) {
            boolean other = side.path("which").asString("").equals("alternative");
            places.add(new MapPicture.Place(
                    words.of(other ? "alternative" : "area"), shape(side.path("drawn")), MapPicture.Kind.DRAWN));
            counted.add(new MapPicture.Place(
                    words.of(other ? "covered.alternative" : "covered"),
                    shape(side.at("/covered/outline")),
                    MapPicture.Kind.COUNTED));
            for (JsonNode spot : side.path("hotspots")) {
                boolean felt = spot.path("stream").asString("").equals("unsafety");
                spots.add(new MapPicture.Place(
                        spot.path("name").asString(""),
                        shape(spot.path("outline")),
                        felt ? MapPicture.Kind.UNSAFETY : MapPicture.Kind.CRIME));
            }
        }
        places.addAll(counted);
        spots.stream().limit(MOST_PLACES).forEach(places::add);
        MapFrame frame = frame(answer);
        return map.draw(
                frame, base.within(frame.bounds(), MapPicture.GROUND), places, words.of("map"), words.language());
    }

    /** Around all areas that are counted; where they are far larger than what was drawn, around that. */
    private static MapFrame frame(JsonNode answer) {
        List<Geometry> drawn = new ArrayList<>();
        List<Geometry> counted = new ArrayList<>();
        for (JsonNode side : answer.path("sides")) {
            drawn.add(shape(side.path("buffered")));
            counted.add(shape(side.at("/covered/outline")));
        }
        MapFrame whole = MapFrame.around(counted);
        return whole.box().getWidth() <= WIDEST_METRES ? whole : MapFrame.around(drawn);
    }

    private static Geometry shape(JsonNode geometry) {
        return java.util.Objects.requireNonNull(ShapeJson.readStored(geometry));
    }

    private List<Block> checklist(CheckState state, CheckWords words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.of("checklist")));
        List<List<String>> rows = new ArrayList<>();
        for (Aspects.Aspect aspect : aspects.of(Stage.of(state.stage()).orElseThrow())) {
            CheckState.Note note = state.checklist().get(aspect.id());
            String noted = note == null || note.state() == null ? "open" : note.state();
            rows.add(List.of(
                    aspect.name().in(words.language()),
                    aspect.look().in(words.language()),
                    words.of("state." + noted),
                    note == null || note.note() == null ? "" : note.note()));
        }
        blocks.add(new Block.Table(
                words.of("checklist.caption"),
                List.of(words.column("aspect"), words.column("look"), words.column("state"), words.column("note")),
                rows,
                words.of("checklist.note")));
        return blocks;
    }

    private static List<Block> earlier(AreaChecks.Saved saved, CheckWords words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.of("earlier")));
        if (saved.earlier().isEmpty()) {
            blocks.add(new Block.Text(words.of("earlier.none")));
        } else {
            blocks.add(new Block.Bullets(
                    saved.earlier().stream()
                            .map(check -> check.createdAt().atZone(SWEDEN).toLocalDate() + " " + check.title()
                                    + (check.caseNumber().isEmpty() ? "" : ", " + check.caseNumber()))
                            .toList(),
                    false));
        }
        return blocks;
    }
}
