package se.lageskarta.service.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.NewDataset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the action plan promises over HTTP, on either database: rules said at the field, honest goals, nothing lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ActionPlanContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Half the side of the municipality, metres. */
    private static final double HALF_SIDE = 10_000;

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor eva;
    private Visitor ali;
    private String station = "";

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        InventedEvidence.into(service);
        addBoundary();
        eva = service.as("est-member");
        ali = service.as("est-coordinator");
        LonLat place = Projection.of(Crs.SWEREF99_TM).toLonLat(InventedEvidence.STATION_X, InventedEvidence.STATION_Y);
        station = place.lon() + "," + place.lat();
    }

    @AfterAll
    void close() {
        service.close();
    }

    private void addBoundary() {
        Datasets datasets = service.part(Datasets.class);
        Imports imports = service.part(Imports.class);
        Dataset dataset = datasets.create(new NewDataset(
                "Gräns", DatasetKind.BASE, BaseRole.BOUNDARY.code(), Crs.SWEREF99_TM, "Test", "invented", true));
        ImportRun run = imports.start(dataset.id(), "grans.geojson", "test");
        Projection projection = Projection.of(Crs.SWEREF99_TM);
        Coordinate[] ring = new Coordinate[5];
        double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
        for (int i = 0; i < ring.length; i++) {
            LonLat at = projection.toLonLat(
                    InventedEvidence.STATION_X + corners[i][0] * HALF_SIDE,
                    InventedEvidence.STATION_Y + corners[i][1] * HALF_SIDE);
            ring[i] = new Coordinate(at.lon(), at.lat());
        }
        service.part(BaseFeatures.class)
                .add(
                        run.id(),
                        List.of(new BaseFeature(
                                BaseRole.BOUNDARY,
                                "",
                                "Kommunen",
                                new GeometryFactory().createPolygon(ring),
                                Map.of())));
        imports.complete(run.id(), new ImportCounts(1, 1, 0, 0, 0), "{}", List.of());
    }

    @Test
    void keeps_place_cause_days_cost_goal_and_conditions_with_every_state() {
        ObjectNode measure = measure("SKÖ-2");
        properties(measure)
                .put("spotId", 12)
                .put("spotName", "Stationen")
                .put("causeWords", "Mörkt och skräpigt")
                .put("funding", "Trafikverket");
        properties(measure).putArray("techniques").add(20).add(15);
        properties(measure).putObject("cost").put("estimate", 12_500);
        properties(measure)
                .putObject("goal")
                .put("kind", "process")
                .put("indicator", "Timmar till sanering")
                .put("unit", "timmar")
                .put("target", 24);

        HttpResponse<String> planned = plan(eva, measure);
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        JsonNode kept = JSON.readTree(planned.body()).get("properties");
        assertThat(kept.get("spotId").asLong()).isEqualTo(12);
        assertThat(kept.get("causeWords").asString()).isEqualTo("Mörkt och skräpigt");
        assertThat(kept.get("techniques").toString()).isEqualTo("[15,20]");
        assertThat(kept.at("/cost/estimate").asLong()).isEqualTo(12_500);
        assertThat(kept.at("/goal/target").asDouble()).isEqualTo(24);
        assertThat(kept.at("/goal/months").asInt()).isEqualTo(12);

        String place = location(planned);
        assertThat(put(ali, place, "\"v1\"", planned.body()).statusCode())
                .as("what was read can be sent back")
                .isEqualTo(200);
        JsonNode history = JSON.readTree(eva.get(place + "/history").body()).get("features");
        assertThat(history).hasSize(2);
        assertThat(history.get(0).at("/properties/spotName").asString()).isEqualTo("Stationen");
        assertThat(eva.get("/api/measures?spot=12").body()).contains("\"numberMatched\":1");
        assertThat(eva.get("/api/measures?spot=13").body()).contains("\"numberMatched\":0");
        assertThat(eva.get("/data/measures.csv").body()).contains("spotId").contains("Stationen");
    }

    @ParameterizedTest
    @CsvSource({
        "decidedOn, 2026-03-02, doneOn, 2026-03-01, doneOn, done",
        "startedOn, 2026-03-02, doneOn, 2026-03-01, doneOn, done",
        "decidedOn, 2026-03-02, startedOn, 2026-03-01, startedOn, in-progress",
        "decidedOn, 2026-03-02, dueOn, 2026-03-01, dueOn, decided",
        "decidedOn, 2099-03-02, title, x, decidedOn, decided",
        "startedOn, 2099-03-02, title, x, startedOn, in-progress"
    })
    void days_that_contradict_each_other_are_refused_at_the_field(
            String one, String first, String other, String second, String field, String status) {
        ObjectNode measure = measure("SKÖ-2");
        properties(measure).put("status", status).put(one, first).put(other, second);

        assertThat(refused(plan(eva, measure), 422)).isEqualTo(field);
    }

    @Test
    void a_step_back_forgets_the_days_that_have_not_come() {
        ObjectNode measure = measure("SKÖ-2");
        properties(measure).put("status", "decided").put("decidedOn", "2026-03-02");
        HttpResponse<String> planned = plan(eva, measure);
        properties(measure).put("status", "proposed");

        JsonNode back = JSON.readTree(
                put(eva, location(planned), "\"v1\"", measure.toString()).body());

        assertThat(back.at("/properties/decidedOn").isNull()).isTrue();
    }

    @Test
    void a_place_outside_the_municipality_is_refused_with_how_far() {
        ObjectNode measure = measure("SKÖ-2");
        Projection projection = Projection.of(Crs.SWEREF99_TM);
        LonLat outside = projection.toLonLat(InventedEvidence.STATION_X + HALF_SIDE + 400, InventedEvidence.STATION_Y);
        measure.set("geometry", circle(outside.lon(), outside.lat()));

        HttpResponse<String> refused = plan(eva, measure);

        assertThat(refused(refused, 422)).isEqualTo("geometry");
        assertThat(refused.body()).containsPattern("ligger \\d{3} m utanför kommungränsen");
    }

    @Test
    void an_owner_is_known_or_confirmed_as_new() {
        ObjectNode measure = measure("SKÖ-2");
        properties(measure).put("owner", "Nya bolaget AB").remove("newOwner");
        assertThat(refused(plan(eva, measure), 422)).isEqualTo("owner");

        properties(measure).put("newOwner", true);
        assertThat(plan(eva, measure).statusCode()).isEqualTo(201);
        assertThat(eva.get("/api/owners").body()).contains("Nya bolaget AB");

        properties(measure).put("owner", "nya  bolaget ab").remove("newOwner");
        HttpResponse<String> misspelled = plan(eva, measure);
        assertThat(refused(misspelled, 422)).isEqualTo("owner");
        assertThat(misspelled.body()).contains("Nya bolaget AB");
    }

    @Test
    void coordinators_keep_the_organisations_and_lose_nobodys_words() {
        String body = "{\"name\":\"Parkbolaget\",\"address\":\"park@exempel.se\"}";
        String json = "application/json";
        assertThat(eva.send("POST", "/api/organisations", body, "Content-Type", json)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> added = ali.send("POST", "/api/organisations", body, "Content-Type", json);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(ali.send("POST", "/api/organisations", body, "Content-Type", json)
                        .statusCode())
                .as("twice")
                .isEqualTo(422);
        assertThat(refused(
                        ali.send(
                                "POST",
                                "/api/organisations",
                                "{\"name\":\"X\",\"address\":\"inte en adress\"}",
                                "Content-Type",
                                json),
                        422))
                .isEqualTo("address");
        String place = location(added);
        String renamed = "{\"name\":\"Parkbolaget AB\",\"address\":\"\"}";
        assertThat(ali.send("PUT", place, renamed, "Content-Type", json, "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ali.send("PUT", place, renamed, "Content-Type", json, "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(eva.get("/api/owners").body()).contains("Parkbolaget AB");
        assertThat(ali.send("DELETE", place, null, "If-Match", "\"v2\"").statusCode())
                .isEqualTo(204);
        assertThat(eva.get("/api/owners").body()).doesNotContain("Parkbolaget AB");
    }

    @ParameterizedTest
    @CsvSource({
        "KAM-1, KAM, 'balance alternatives safeguards', ''",
        "VAK-1, OV, 'decision area', A123/2026",
        "LÅS-4, PBL, permit, BN 2026/7",
        "LÅS-5, RADD, access, ''",
        "ALK-2, KF, decision, KS 2026/9",
        "VAX-1, ART, check, ''"
    })
    void nothing_is_decided_before_the_law_has_had_its_say(String code, String gate, String parts, String reference) {
        ObjectNode measure = measure(code);
        HttpResponse<String> proposed = plan(eva, measure);
        assertThat(proposed.statusCode()).as("a proposal may wait").isEqualTo(201);
        String place = location(proposed);

        properties(measure).put("status", "decided");
        HttpResponse<String> early = put(eva, place, "\"v1\"", measure.toString());
        assertThat(fields(early, 422)).contains("gates." + gate);

        var gates = properties(measure).putArray("gates");
        ObjectNode state =
                gates.addObject().put("gate", gate).put("state", "documented").put("on", "2026-02-03");
        state.put("reference", reference);
        ObjectNode words = state.putObject("words");
        assertThat(fields(put(eva, place, "\"v1\"", measure.toString()), 422))
                .as("documented without words")
                .contains("gates." + gate);
        for (String part : parts.split(" ")) {
            words.put(part, "Dokumenterat: " + part);
        }
        if (code.equals("LÅS-4")) {
            gates.addObject()
                    .put("gate", "RADD")
                    .put("state", "not-needed")
                    .putObject("words")
                    .put("ground", "Passagen är ingen räddningsväg");
        }
        HttpResponse<String> decided = put(eva, place, "\"v1\"", measure.toString());
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);

        properties(measure).remove("gates");
        assertThat(fields(put(eva, place, "\"v2\"", measure.toString()), 422))
                .as("what is documented stays so")
                .contains("gates." + gate);
    }

    @Test
    void bushes_are_not_cleared_while_birds_nest_without_a_reason() {
        ObjectNode measure = measure("VAX-1");
        properties(measure).put("status", "decided").put("dueOn", "2027-05-15");
        ObjectNode state = properties(measure)
                .putArray("gates")
                .addObject()
                .put("gate", "ART")
                .put("state", "documented")
                .put("on", "2026-02-03");
        ObjectNode words = state.putObject("words").put("check", "Inga bon i buskaget");
        assertThat(refused(plan(eva, measure), 422)).isEqualTo("gates.ART");

        words.put("season", "Sikten vid övergångsstället kan inte vänta; biolog är med");
        assertThat(plan(eva, measure).statusCode()).isEqualTo(201);
    }

    @Test
    void the_smallest_reduction_that_can_be_shown_is_told_before_a_goal_is_chosen() {
        JsonNode told = JSON.readTree(eva.get("/api/measures/detectable?outline=" + station.replace(",", "%20")
                        + "&within=150&months=12&types=CYK,SKA")
                .body());

        // 40 in 2026, of which three in December; the data end in December, whose last days are missing
        assertThat(told.get("from").asString()).isEqualTo("2025-12-01");
        assertThat(told.get("to").asString()).isEqualTo("2026-11-30");
        assertThat(told.get("count").asInt()).isEqualTo(37);
        assertThat(told.at("/tests/0/assumption").asString()).isEqualTo("poisson");
        assertThat(told.at("/tests/2/variance").asDouble()).isEqualTo(2);
        JsonNode empty = JSON.readTree(
                eva.get("/api/measures/detectable?outline=13.3%2058.3").body());
        assertThat(empty.get("count").asInt()).isZero();
        assertThat(empty.at("/tests/0/percent").isNull()).isTrue();
        assertThat(empty.get("advice").asString()).isEqualTo("process");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?outline=",
                "?outline=1",
                "?outline=1%202%203",
                "?outline=x%20y",
                "?outline=13%2099",
                "?outline=13%2058&months=0",
                "?outline=13%2058&within=501",
                "?outline=13%2058&types=NIX",
                "?outline=13%2058,13%2058,13%2058,13%2058",
                "?outline=13%2058&q=1"
            })
    void a_question_about_a_place_that_is_none_is_refused(String query) {
        assertThat(eva.get("/api/measures/detectable" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void a_goal_that_could_not_be_shown_needs_the_groups_own_reason() {
        ObjectNode measure = measure("SKÖ-2");
        ObjectNode goal = properties(measure)
                .putObject("goal")
                .put("kind", "incidents-down")
                .put("percent", 10)
                .put("months", 12);
        HttpResponse<String> refused = plan(eva, measure);
        assertThat(refused(refused, 422)).isEqualTo("goal.percent");
        assertThat(refused.body()).contains("på 12 månader");

        goal.put("acknowledged", "Vi följer det ändå tillsammans med boendeenkäten");
        HttpResponse<String> planned = plan(eva, measure);
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        JsonNode kept = JSON.readTree(planned.body()).at("/properties/goal");
        assertThat(kept.get("computedOn").asString()).isEqualTo("2026-11-30");
        assertThat(put(ali, location(planned), "\"v1\"", planned.body()).statusCode())
                .as("what was settled is not asked about again")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "goal, '{\"kind\":\"process\",\"target\":1}', goal.indicator",
        "goal, '{\"kind\":\"process\",\"indicator\":\"x\"}', goal.target",
        "goal, '{\"kind\":\"incidents-down\"}', goal.percent",
        "goal, '{\"kind\":\"incidents-down\",\"percent\":96}', goal.percent",
        "goal, '{\"kind\":\"magic\"}', goal.kind",
        "goal, '{\"kind\":\"unsafety-down\",\"months\":61}', goal.months",
        "goal, '{\"kind\":\"unsafety-down\",\"more\":1}', goal.more",
        "goal, '7', goal",
        "cost, '{\"estimate\":-1}', cost.estimate",
        "cost, '{\"estimate\":\"mycket\"}', cost.estimate",
        "techniques, '[26]', techniques",
        "techniques, '{}', techniques",
        "gates, '[{\"gate\":\"XXX\"}]', gates",
        "gates, '[{\"gate\":\"ART\",\"state\":\"not-needed\"}]', gates.ART",
        "gates, '[{\"gate\":\"ART\",\"words\":{\"x\":\"y\"}}]', gates.ART",
        "gates, '[{\"gate\":\"ART\"},{\"gate\":\"ART\"}]', gates",
        "gates, '[1]', gates",
        "spotId, 0, spotId",
        "decidedOn, '\"31/12\"', decidedOn"
    })
    void what_cannot_be_understood_is_said_at_its_field(String name, String value, String field) {
        ObjectNode measure = measure("SKÖ-2");
        properties(measure).set(name, JSON.readTree(value));

        HttpResponse<String> refused = plan(eva, measure);

        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 422);
        assertThat(fields(refused, refused.statusCode())).contains(field);
        assertThat(JSON.readTree(refused.body()).at("/errors/0/remedy").asString())
                .isNotBlank();
    }

    @Test
    void due_dates_come_as_a_calendar() {
        ObjectNode measure = measure("SKÖ-2");
        properties(measure)
                .put("title", "Städa; varje dag, länge " + "å".repeat(60))
                .put("dueOn", "2027-03-31");
        plan(eva, measure);

        HttpResponse<String> calendar = eva.get("/api/measures.ics");

        assertThat(calendar.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(calendar.body())
                .contains("DTSTART;VALUE=DATE:20270331\r\n")
                .contains("DTEND;VALUE=DATE:20270401\r\n")
                .contains("Städa\\; varje dag\\, länge");
        for (String line : calendar.body().split("\r\n")) {
            assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .as(line)
                    .isLessThanOrEqualTo(75);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner", "communicator", "steering", "admin", "auditor", "reporter"})
    void small_counts_and_calendars_are_for_the_est_group_alone(String role) {
        Visitor other = service.as(role);

        assertThat(other.get("/api/measures/detectable?outline=13%2058").statusCode())
                .isEqualTo(403);
        assertThat(other.get("/api/measures.ics").statusCode()).isEqualTo(403);
    }

    private ObjectNode measure(String code) {
        ObjectNode feature = JSON.createObjectNode().put("type", "Feature");
        String[] lonLat = station.split(",");
        double lon = Double.parseDouble(lonLat[0]);
        double lat = Double.parseDouble(lonLat[1]);
        switch (code) {
            case "KAM-1" ->
                feature.set(
                        "geometry", JSON.readTree("{\"type\":\"Point\",\"coordinates\":[" + lon + "," + lat + "]}"));
            case "LÅS-4", "LÅS-5" ->
                feature.set(
                        "geometry",
                        JSON.readTree("{\"type\":\"LineString\",\"coordinates\":[[" + lon + "," + lat + "],["
                                + (lon + 0.001) + "," + lat + "]]}"));
            default -> feature.set("geometry", circle(lon, lat));
        }
        feature.putObject("properties")
                .put("code", code)
                .put("owner", "Kommunen")
                .put("newOwner", true);
        return feature;
    }

    private static JsonNode circle(double lon, double lat) {
        double east = lon + 0.001;
        double north = lat + 0.001;
        return JSON.readTree("{\"type\":\"Polygon\",\"coordinates\":[[[" + lon + "," + lat + "],[" + east + "," + lat
                + "],[" + east + "," + north + "],[" + lon + "," + lat + "]]]}");
    }

    private static ObjectNode properties(ObjectNode feature) {
        return (ObjectNode) feature.get("properties");
    }

    private static HttpResponse<String> plan(Visitor visitor, ObjectNode feature) {
        return visitor.send("POST", "/api/measures", feature.toString(), "Content-Type", "application/geo+json");
    }

    private static HttpResponse<String> put(Visitor visitor, String place, String version, String body) {
        return visitor.send("PUT", place, body, "Content-Type", "application/json", "If-Match", version);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    /** The field of the first fault. */
    private static String refused(HttpResponse<String> answer, int status) {
        return fields(answer, status).get(0);
    }

    private static List<String> fields(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        List<String> fields = new java.util.ArrayList<>();
        JSON.readTree(answer.body())
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asString()));
        return fields;
    }
}
