package se.lageskarta.service.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.ingest.TakeBack;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.web.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the group can rely on at {@code /api/pictures}, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PicturesContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MEASURE = """
            {"type":"Feature","geometry":{"type":"Point","coordinates":%s},"properties":{"code":"LJU-1","title":"Byt lampor",
            "owner":"Kommunen","status":"proposed","dueOn":"2027-06-30","note":"","newOwner":true}}""";
    private static final String[] AS_JSON = {"Content-Type", "application/json"};

    @TempDir
    static Path folder;

    private RunningService service;
    private InventedEvidence.Numbers town;
    private Visitor eva;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        town = InventedEvidence.into(service);
        eva = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_month_is_frozen_with_what_has_changed_where_how_surely_and_what_is_done() {
        JsonNode picture = picture("2026-10");
        assertThat(picture.at("/period/from").asString()).isEqualTo("2025-11-01");
        assertThat(picture.at("/comparedWith").toString()).isEqualTo("[2025,2024,2023]");
        assertThat(picture.get("invented").asBoolean()).isTrue();
        assertThat(picture.get("dataHash").asString()).hasSize(32);
        assertThat(picture.get("seed").asLong()).isEqualTo(20240101);

        JsonNode station = places(picture, "crime").get(0);
        assertThat(station.at("/spot/name").asString()).isEqualTo("Stationsgatan");
        assertThat(station.at("/inside/status").asString()).isEqualTo("growing");
        assertThat(station.at("/inside/low").asDouble())
                .isLessThan(station.at("/inside/expected").asDouble());
        assertThat(station.get("months")).hasSize(12);
        assertThat(station.at("/outline/type").asString()).isEqualTo("MultiPolygon");
        assertThat(places(picture, "unsafety")).hasSize(1);
        assertThat(picture.at("/fourFields/fields/0/code").asString()).isEqualTo("high-high");
        assertThat(picture.at("/fourFields/fields/0/places/0/name").asString()).isEqualTo("Stationsgatan");
        for (String about : List.of("what", "where", "how-sure", "doing")) {
            assertThat(texts(picture, "sv", about)).as(about).isNotEmpty();
            assertThat(texts(picture, "en", about)).as(about).isNotEmpty();
        }
        assertThat(picture.toString()).doesNotContain("NaN");
    }

    @Test
    void a_type_is_called_changed_only_when_the_exact_test_says_so() {
        JsonNode totals = picture("2026-10").get("totals");
        JsonNode threats = type(totals, "HOT");
        assertThat(threats.get("count").asInt()).isEqualTo(2);
        assertThat(threats.get("status").asString()).isEqualTo("too-few");
        assertThat(threats.get("expected").asDouble()).isEqualTo(2);
        assertThat(threats.get("years")).hasSize(3);
        assertThat(totals.at("/all/eTest").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void the_same_month_of_the_same_data_is_the_picture_that_is_there() {
        HttpResponse<String> first = prepare("2026-07");
        HttpResponse<String> again = prepare("2026-07");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void two_who_freeze_a_month_at_once_get_one_picture() {
        List<String> bodies = List.of("est-member", "est-coordinator", "est-member", "est-coordinator").parallelStream()
                .map(service::as)
                .map(person -> person.send("POST", "/api/pictures", sent("2026-03"), AS_JSON))
                .peek(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201))
                .map(answer -> json(answer).get("id").asString())
                .distinct()
                .toList();
        assertThat(bodies).hasSize(1);
    }

    @Test
    void the_steering_group_gets_the_picture_without_small_counts() {
        long id = json(prepare("2026-09")).get("id").asLong();
        JsonNode whole = json(eva.get("/api/pictures/" + id));
        JsonNode masked = json(service.as("steering").get("/api/pictures/" + id));
        assertThat(masked.get("masked").asBoolean()).isTrue();
        assertThat(type(whole.get("totals"), "HOT").get("count").asInt()).isEqualTo(2);
        assertThat(type(masked.get("totals"), "HOT").get("count").isNull()).isTrue();
        assertThat(type(masked.get("totals"), "HOT").get("expected").isNull()).isTrue();
        for (JsonNode place : masked.get("hotspots")) {
            for (JsonNode month : place.get("months")) {
                assertThat(month.isNull() || month.asInt() == 0 || month.asInt() >= 5)
                        .isTrue();
            }
        }
        assertThat(service.as("planner").get("/api/pictures/" + id).statusCode())
                .isEqualTo(403);
        assertThat(service.as("steering")
                        .send("POST", "/api/pictures", "{}", AS_JSON)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_frozen_picture_stays_byte_by_byte_though_data_are_taken_back_and_today_says_what_differs() {
        InventedEvidence.Numbers more = InventedEvidence.into(service);
        String month = "{\"month\":\"2026-11\",\"datasets\":[" + more.town() + "," + more.survey() + "]}";
        HttpResponse<String> prepared = eva.send("POST", "/api/pictures", month, AS_JSON);
        assertThat(prepared.statusCode()).as(prepared.body()).isEqualTo(201);
        String path = "/api/pictures/" + json(prepared).get("id").asLong();
        HttpResponse<String> before = eva.get(path);
        assertThat(json(eva.get(path + "/today")).get("same").asBoolean()).isTrue();

        String measure = MEASURE.formatted(json(before).at("/hotspots/0/centre").toString());
        HttpResponse<String> planned = eva.send("POST", "/api/measures", measure, AS_JSON);
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        JsonNode today = json(eva.get(path + "/today"));
        assertThat(today.get("same").asBoolean()).isFalse();
        assertThat(today.at("/differences/0/sv").asString()).contains("tillkommit");

        takeBack(more.survey());
        List<String> fields = stream(json(eva.get(path + "/today")).get("differences"))
                .map(difference -> difference.get("field").asString())
                .toList();
        assertThat(fields).contains("scope.datasets." + more.survey());
        takeBack(more.town());
        assertThat(eva.get(path + "/today").statusCode()).isEqualTo(409);

        HttpResponse<String> after = eva.get(path);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.headers().firstValue("ETag"))
                .isEqualTo(before.headers().firstValue("ETag"));
        assertThat(sha256(after.body()))
                .isEqualTo(after.headers().firstValue("ETag").orElseThrow().replace("\"", ""));
    }

    @Test
    void other_words_make_a_new_edition_and_keep_the_earlier() {
        long first = json(prepare("2026-05")).get("id").asLong();
        HttpResponse<String> added = eva.send("POST", "/api/year-events", """
                {"title":"Skolavslutning","from":"2026-06-11","yearly":true,"kind":"school"}""", AS_JSON);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        HttpResponse<String> second = prepare("2026-05");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(json(second).get("edition").asInt()).isEqualTo(2);
        JsonNode picture =
                json(eva.get("/api/pictures/" + json(second).get("id").asLong()));
        assertThat(picture.at("/year/0/title").asString()).isEqualTo("Skolavslutning");
        assertThat(json(eva.get("/api/pictures/" + first)).get("year")).isEmpty();

        String event = "/api/year-events/" + json(added).get("id").asLong();
        HttpResponse<String> backwards =
                eva.send("PUT", event, """
                {"title":"Skolavslutning","from":"2026-06-11","to":"2026-06-01","kind":"school"}""", "Content-Type", "application/json", "If-Match", "\"v1\"");
        assertThat(backwards.statusCode()).isEqualTo(422);
        assertThat(json(backwards).at("/errors/0/field").asString()).isEqualTo("to");
        assertThat(eva.send("DELETE", event, null, "If-Match", "\"v1\"").statusCode())
                .isEqualTo(204);
    }

    @Test
    void areas_that_cannot_be_told_apart_share_their_ranks_and_people_say_what_can_be_influenced() {
        String areasOf = "/api/areas?month=2026-10&datasets=" + town.town() + "," + town.survey();
        JsonNode areas = json(eva.get(areasOf)).get("areas");
        assertThat(areas).hasSize(2);
        String area = areas.get(0).get("id").asString();
        assertThat(area).startsWith("spot:");
        assertThat(areas.get(0).get("kind").asString()).isEqualTo("spot");
        assertThat(areas.get(0).get("priority").isNull()).isTrue();
        String judged = "{\"area\":\"" + area + "\",\"influence\":4,\"reason\":\"Fastighetsägaren är med\"}";
        assertThat(eva.send("PUT", "/api/areas", judged, AS_JSON).statusCode()).isEqualTo(428);
        HttpResponse<String> first =
                eva.send("PUT", "/api/areas", judged, "Content-Type", "application/json", "If-Match", "\"v0\"");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        HttpResponse<String> stale =
                eva.send("PUT", "/api/areas", judged, "Content-Type", "application/json", "If-Match", "\"v0\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/state/influence").asInt()).isEqualTo(4);
        HttpResponse<String> wrong = eva.send(
                "PUT",
                "/api/areas",
                judged.replace(":4", ":9"),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"v1\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        JsonNode ranked = json(eva.get(areasOf)).get("areas");
        JsonNode one = stream(ranked)
                .filter(line -> line.get("id").asString().equals(area))
                .findFirst()
                .orElseThrow();
        assertThat(one.get("priority").asInt()).isEqualTo(4 * one.get("need").asInt());
    }

    @Test
    void the_chain_of_a_place_tells_the_problem_and_what_is_missing() {
        JsonNode picture = picture("2026-08");
        long spot = places(picture, "crime").get(0).at("/spot/id").asLong();
        JsonNode chain = json(eva.get("/api/spots/" + spot + "/chain"));
        assertThat(chain.at("/spot/name").asString()).isEqualTo("Stationsgatan");
        assertThat(stream(chain.get("stages")).map(stage -> stage.get("stage").asString()))
                .containsExactly("problem", "cause", "measure", "effect");
        assertThat(stream(chain.at("/stages/0/steps"))
                        .map(step -> step.at("/link/item").asString()))
                .contains(picture.get("id").asLong() + "/spot/" + spot);
        assertThat(chain.at("/stages/1/missing/sv").asString()).isNotBlank();
        assertThat(eva.get("/api/spots/999999/chain").statusCode()).isEqualTo(404);
    }

    @Test
    void the_chain_of_a_place_is_whole_when_cause_measure_and_effect_are_written() {
        JsonNode square = places(picture("2026-08"), "crime").get(1);
        long spot = square.at("/spot/id").asLong();
        HttpResponse<String> planned = eva.send(
                "POST", "/api/measures", MEASURE.formatted(square.get("centre").toString()), AS_JSON);
        long measure = json(planned).get("id").asLong();
        Registers registers = service.part(Registers.class);
        registers.open("cause", JsonNode.class).add("spot:" + spot, JSON.readTree("""
                {"hypotheses":[{"words":"Lamporna är släckta","verdict":"supported"}]}"""), "eva");
        registers.open("followup", JsonNode.class).add("measure:" + measure, JSON.readTree("""
                {"result":{"verdict":{"code":"no-sure-change","sv":"Ingen säker förändring.","en":"No sure change."}}}"""), "eva");

        JsonNode chain = json(eva.get("/api/spots/" + spot + "/chain"));
        assertThat(stream(chain.get("stages"))
                        .allMatch(stage -> stage.get("missing").isNull()))
                .isTrue();
        assertThat(chain.at("/stages/1/steps/0/said/sv").asString()).isEqualTo("Lamporna är släckta (stöds)");
        assertThat(chain.at("/stages/2/steps/0/said/sv").asString()).contains("Byt lampor");
        assertThat(chain.at("/stages/3/steps/0/said/sv").asString()).endsWith("Ingen säker förändring.");
        assertThat(eva.send("DELETE", "/api/measures/" + measure, null, "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"month\":\"oktober\"}|422|month",
                "{\"month\":\"2026-13\"}|422|month",
                "{\"month\":\"1999-01\"}|422|month",
                "{\"month\":\"2026-10\",\"datasets\":[999]}|400|datasets",
                "{\"month\":\"2026-10\",\"datasets\":[-1]}|400|datasets",
                "{\"month\":\"2026-10\",\"datasets\":[null]}|400|datasets",
                "{\"manad\":\"2026-10\"}|400|manad"
            })
    void what_cannot_be_frozen_is_refused_with_field_reason_and_remedy(String sent, int status, String field) {
        HttpResponse<String> refused = eva.send("POST", "/api/pictures", sent, AS_JSON);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        JsonNode error = json(refused).at("/errors/0");
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("reason").asString()).doesNotContain("picture.").isNotBlank();
        assertThat(error.get("remedy").asString()).doesNotContain("picture.").isNotBlank();
    }

    private HttpResponse<String> prepare(String month) {
        return eva.send("POST", "/api/pictures", sent(month), AS_JSON);
    }

    private String sent(String month) {
        return "{\"month\":\"" + month + "\",\"datasets\":[" + town.town() + "," + town.survey() + "]}";
    }

    private JsonNode picture(String month) {
        HttpResponse<String> prepared = prepare(month);
        assertThat(prepared.statusCode()).as(prepared.body()).isIn(200, 201);
        return json(eva.get("/api/pictures/" + json(prepared).get("id").asLong()));
    }

    private static List<JsonNode> places(JsonNode picture, String stream) {
        return stream(picture.get("hotspots"))
                .filter(place -> place.get("stream").asString().equals(stream))
                .toList();
    }

    private static JsonNode type(JsonNode totals, String code) {
        return stream(totals.get("types"))
                .filter(type -> type.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode picture, String language, String about) {
        return stream(picture.at("/sentences/" + language))
                .filter(sentence -> sentence.get("about").asString().equals(about))
                .map(sentence -> sentence.get("text").asString())
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private void takeBack(long dataset) {
        service.part(Datasets.class).all().stream()
                .filter(one -> one.id() == dataset)
                .forEach(service.part(TakeBack.class)::dataset);
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
