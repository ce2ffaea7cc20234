package se.lageskarta.service.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.demo.LoadDemoTown;
import se.lageskarta.service.storage.BaseFeatures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who may not see single incidents asks hundreds of overlapping questions and subtracts the answers: days from months,
 * types from all, one dataset from two, box from box. No group of one to four incidents comes of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannersArithmeticTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int QUESTIONS = 400;
    private static final int FEW = 4;
    private static final List<String> TYPES = List.of("SKA", "KLO", "ORD", "CYK", "INF", "MIS", "NAR");

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor planner;
    private Visitor member;

    /** What an answer says of a hotspot, its count as the interval that it must lie in. */
    private record Told(String outline, int from, int to) {}

    private record Answer(String question, Set<Told> told) {
        int least() {
            return told.stream().mapToInt(Told::from).sum();
        }

        int most() {
            return told.stream().mapToInt(Told::to).sum();
        }
    }

    @BeforeAll
    void open() throws IOException {
        service = RunningService.onH2(folder);
        service.part(LoadDemoTown.class).whenEmpty();
        planner = service.as("planner");
        member = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void whatever_days_types_and_datasets_are_asked_for_only_whole_years_are_told_of() {
        SplittableRandom random = new SplittableRandom(6);
        Map<String, Set<Set<Told>>> byYear = new TreeMap<>();
        for (int i = 0; i < QUESTIONS; i++) {
            JsonNode answer = ask(filter(random));
            String from = answer.at("/told/from").asString();
            assertThat(from).endsWith("-01-01");
            assertThat(answer.at("/told/to").asString()).isEqualTo(from.substring(0, 4) + "-12-31");
            byYear.computeIfAbsent(from, year -> new HashSet<>()).add(told(answer));
        }
        assertThat(byYear).hasSizeGreaterThan(1);
        byYear.forEach((year, answers) -> assertThat(answers)
                .as("different answers about the incidents of " + year)
                .hasSize(1));
    }

    @Test
    void no_two_answers_leave_one_to_four_between_them() {
        SplittableRandom random = new SplittableRandom(7);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            String question = filter(random) + (random.nextBoolean() ? "&bbox=" + box(random) : "");
            answers.add(new Answer(question, told(ask(question))));
        }
        assertThat(answers).anyMatch(answer -> answer.told.size() > 2);
        List<String> isolated = new ArrayList<>();
        for (Answer one : answers) {
            for (Answer other : answers) {
                if (!one.told.equals(other.told)) {
                    difference(one, other, isolated);
                }
            }
        }
        assertThat(isolated).isEmpty();
    }

    @Test
    void a_box_answers_by_the_squares_that_are_told_and_not_by_what_lies_within_them() {
        SplittableRandom random = new SplittableRandom(8);
        JsonNode all = ask("stream=crime");
        for (int i = 0; i < 100; i++) {
            String box = box(random);
            String[] sides = box.split(",");
            Envelope asked = new Envelope(
                    Double.parseDouble(sides[0]),
                    Double.parseDouble(sides[2]),
                    Double.parseDouble(sides[1]),
                    Double.parseDouble(sides[3]));
            Set<String> expected = new HashSet<>();
            for (JsonNode feature : all.get("features")) {
                if (shape(feature).getEnvelopeInternal().intersects(asked)) {
                    expected.add(feature.get("id").asString());
                }
            }
            Set<String> found = new HashSet<>();
            ask("stream=crime&bbox=" + box)
                    .get("features")
                    .forEach(feature -> found.add(feature.get("id").asString()));
            assertThat(found).as(box).isEqualTo(expected);
        }
    }

    @Test
    void parts_of_a_hotspot_leave_nothing_small_when_they_are_subtracted_from_it() {
        for (String year : List.of("2024", "2025")) {
            String filter = "stream=crime&from=" + year + "-01-01&to=" + year + "-12-31";
            List<JsonNode> exact = new ArrayList<>();
            json(member, "/api/hotspots?limit=10000&" + filter).get("features").forEach(exact::add);
            int seen = 0;
            for (JsonNode feature : ask(filter).get("features")) {
                JsonNode truth = truthOf(feature, exact);
                int count = truth.at("/properties/count").asInt();
                assertThat(count)
                        .isBetween(
                                feature.at("/properties/countFrom").asInt(),
                                feature.at("/properties/countTo").asInt());
                assertThat(count - sumOfTold(feature, truth, "types", "code")).isNotIn(1, 2, 3, FEW);
                assertThat(count - sumOfTold(feature, truth, "months", "month")).isNotIn(1, 2, 3, FEW);
                seen++;
            }
            assertThat(seen).as("hotspots of " + year).isPositive();
        }
    }

    @Test
    void no_outline_holds_a_few_households_only() {
        List<BaseFeature> addresses = service.part(BaseFeatures.class).of(Set.of(BaseRole.ADDRESSES));
        for (JsonNode feature : ask("stream=crime").get("features")) {
            Geometry shape = shape(feature);
            int households = addresses.stream()
                    .filter(address -> shape.covers(address.geometry().getInteriorPoint()))
                    .mapToInt(address -> Integer.parseInt(address.attributes().getOrDefault("households", "1")))
                    .sum();
            assertThat(households == 0 || households >= 20)
                    .as(feature.at("/properties/name").asString() + " has " + households + " households")
                    .isTrue();
        }
    }

    @Test
    void months_of_the_town_are_told_in_bands_and_the_same_whatever_types_are_asked_for() {
        SplittableRandom random = new SplittableRandom(9);
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            answers.add(planner.get("/api/timeline?" + filter(random)).body());
        }
        assertThat(answers).hasSize(1);
        for (JsonNode month : JSON.readTree(answers.iterator().next()).get("months")) {
            assertThat(month.get("crime").isNull()).isTrue();
            assertThat(month.at("/crimeBand/to").asInt(9)
                            - month.at("/crimeBand/from").asInt(0))
                    .isGreaterThanOrEqualTo(4);
        }
    }

    /** What must lie between two answers when all that one tells of is told of by the other too. */
    private static void difference(Answer one, Answer other, List<String> isolated) {
        Set<String> mine = outlines(one);
        Set<String> theirs = outlines(other);
        if (theirs.containsAll(mine)) {
            int least = other.least() - one.most();
            int most = other.most() - one.least();
            if (least >= 1 && most <= FEW) {
                isolated.add(least + " to " + most + " between " + one.question + " and " + other.question);
            }
        }
        for (Told here : one.told) {
            for (Told there : other.told) {
                boolean same = here.outline.equals(there.outline);
                if (same && there.from - here.to >= 1 && there.to - here.from <= FEW) {
                    isolated.add(here + " and " + there);
                }
            }
        }
    }

    private static Set<String> outlines(Answer answer) {
        Set<String> outlines = new HashSet<>();
        answer.told.forEach(told -> outlines.add(told.outline));
        return outlines;
    }

    /** The hotspot that was told coarsely: its middle lies within the squares, and its count within the band. */
    private static JsonNode truthOf(JsonNode feature, List<JsonNode> exact) {
        Geometry squares = shape(feature);
        return exact.stream()
                .filter(one -> squares.covers(FACTORY.createPoint(new Coordinate(
                        one.at("/properties/centre/0").asDouble(),
                        one.at("/properties/centre/1").asDouble()))))
                .filter(one -> one.at("/properties/count").asInt()
                                >= feature.at("/properties/countFrom").asInt()
                        && one.at("/properties/count").asInt()
                                <= feature.at("/properties/countTo").asInt())
                .max((a, b) -> Double.compare(
                        shape(a).intersection(squares).getArea(),
                        shape(b).intersection(squares).getArea()))
                .orElseThrow(() -> new AssertionError("nothing is told of by " + feature));
    }

    private static int sumOfTold(JsonNode feature, JsonNode truth, String member, String name) {
        Map<String, Integer> counts = new HashMap<>();
        truth.at("/properties/" + member)
                .forEach(part ->
                        counts.put(part.get(name).asString(), part.get("count").asInt()));
        int sum = 0;
        for (JsonNode part : feature.at("/properties/" + member)) {
            assertThat(part.get("count").isNull()).isTrue();
            sum += part.get("countFrom").isNull()
                    ? 0
                    : counts.getOrDefault(part.get(name).asString(), 0);
        }
        return sum;
    }

    private static Set<Told> told(JsonNode answer) {
        Set<Told> told = new HashSet<>();
        for (JsonNode feature : answer.get("features")) {
            assertThat(feature.at("/properties/count").isNull()).isTrue();
            told.add(new Told(
                    feature.get("geometry").toString(),
                    feature.at("/properties/countFrom").asInt(),
                    feature.at("/properties/countTo").asInt()));
        }
        return told;
    }

    private static String filter(SplittableRandom random) {
        int year = 2024 + random.nextInt(3);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        StringBuilder filter = new StringBuilder("stream=crime");
        if (random.nextInt(4) > 0) {
            filter.append(String.format(Locale.ROOT, "&to=%d-%02d-%02d", year, month, day));
            if (random.nextBoolean()) {
                filter.append(String.format(Locale.ROOT, "&from=%d-%02d-01", year - random.nextInt(2), month));
            }
        }
        if (random.nextBoolean()) {
            filter.append("&types=").append(TYPES.get(random.nextInt(TYPES.size())));
        }
        return filter.toString();
    }

    private String box(SplittableRandom random) {
        double west = 18.74 + 0.1 * random.nextDouble();
        double south = 61.88 + 0.06 * random.nextDouble();
        return String.format(
                Locale.ROOT,
                "%.5f,%.5f,%.5f,%.5f",
                west,
                south,
                west + 0.001 + 0.03 * random.nextDouble(),
                south + 0.001 + 0.02 * random.nextDouble());
    }

    private static Geometry shape(JsonNode feature) {
        JsonNode geometry = feature.get("geometry");
        List<Polygon> polygons = new ArrayList<>();
        if (geometry.get("type").asString().equals("Polygon")) {
            polygons.add(polygon(geometry.get("coordinates")));
        } else {
            geometry.get("coordinates").forEach(rings -> polygons.add(polygon(rings)));
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)).buffer(0);
    }

    private static Polygon polygon(JsonNode rings) {
        List<Coordinate> corners = new ArrayList<>();
        rings.get(0)
                .forEach(at -> corners.add(
                        new Coordinate(at.get(0).asDouble(), at.get(1).asDouble())));
        return FACTORY.createPolygon(corners.toArray(Coordinate[]::new));
    }

    private JsonNode ask(String question) {
        return json(planner, "/api/hotspots?limit=10000&" + question);
    }

    private static JsonNode json(Visitor visitor, String path) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
