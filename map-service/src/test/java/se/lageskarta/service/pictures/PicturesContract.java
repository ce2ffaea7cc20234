package se.lageskarta.service.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the group can rely on at {@code /api/pictures}, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PicturesContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] AS_JSON = {"Content-Type", "application/json"};

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor eva;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        InventedEvidence.into(service);
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
        JsonNode disorder = type(totals, "ORD");
        assertThat(disorder.get("count").asInt()).isEqualTo(2);
        assertThat(disorder.get("status").asString()).isEqualTo("too-few");
        assertThat(disorder.get("expected").asDouble()).isEqualTo(2);
        assertThat(disorder.get("years")).hasSize(3);
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
                .map(person -> person.send("POST", "/api/pictures", "{\"month\":\"2026-03\"}", AS_JSON))
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
        assertThat(type(whole.get("totals"), "ORD").get("count").asInt()).isEqualTo(2);
        assertThat(type(masked.get("totals"), "ORD").get("count").isNull()).isTrue();
        assertThat(type(masked.get("totals"), "ORD").get("expected").isNull()).isTrue();
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
        return eva.send("POST", "/api/pictures", "{\"month\":\"" + month + "\"}", AS_JSON);
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

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
