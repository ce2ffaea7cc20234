package se.lageskarta.service.spots;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the map can rely on at {@code /api/spots} and for the spots of live hotspots, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpotsOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] AS_JSON = {"Content-Type", "application/json"};
    private static final String YEAR = "from=2026-01-01&to=2026-12-31";
    private static final String SQUARE = YEAR + "&types=HOT&stream=crime";
    private static final int CALLERS = 8;

    @TempDir
    static Path folder;

    private RunningService service;
    private InventedEvidence.Numbers numbers;
    private Visitor eva;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        numbers = InventedEvidence.into(service);
        eva = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_hotspot_becomes_a_spot_only_when_somebody_follows_it_and_then_has_its_name_everywhere() {
        String filter = YEAR + "&types=CYK,SKA";
        JsonNode before = hotspot(eva, filter);
        assertThat(before.at("/properties/spot").isNull())
                .as("looking makes no spot")
                .isTrue();
        long revision = service.part(Spots.class).revision();
        hotspot(eva, filter);
        eva.get("/api/hotspots/" + before.get("id").asString() + "?" + filter);
        assertThat(service.part(Spots.class).revision()).isEqualTo(revision);

        HttpResponse<String> made = follow(filter, before.get("id").asString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String at = made.headers().firstValue("Location").orElseThrow();
        assertThat(json(made).get("name").asString()).isEqualTo("Stationsgatan");
        HttpResponse<String> again = follow(YEAR, hotspot(eva, YEAR).get("id").asString());
        assertThat(again.statusCode()).as("another filter, the same place").isEqualTo(200);
        assertThat(json(again).get("id")).isEqualTo(json(made).get("id"));

        JsonNode spot = json(eva.get(at));
        assertThat(spot.get("status").asString()).isEqualTo("new");
        assertThat(spot.get("firstMonth").asString()).isEqualTo("2026-12");
        assertThat(spot.at("/outline/type").asString()).isEqualTo("Polygon");
        assertThat(spot.at("/months/0/count").asInt()).isEqualTo(40);
        assertThat(spot.at("/months/0/followed").asBoolean()).isTrue();

        assertThat(hotspot(eva, filter).at("/properties/name").asString()).isEqualTo("Stationsgatan");
        String tag =
                eva.get("/api/hotspots?" + filter).headers().firstValue("ETag").orElseThrow();
        assertThat(name(at, "\"v1\"", "Stationen").statusCode()).isEqualTo(200);
        assertThat(eva.get("/api/hotspots?" + filter, "If-None-Match", tag).statusCode())
                .as("a browser that has the old name")
                .isEqualTo(200);
        JsonNode named = hotspot(eva, filter);
        assertThat(named.at("/properties/name").asString()).isEqualTo("Stationen");
        assertThat(named.at("/properties/spot/name").asString()).isEqualTo("Stationen");
        assertThat(named.at("/properties/spot/id")).isEqualTo(spot.get("id"));
        assertThat(json(eva.get(at)).get("names"))
                .extracting(each ->
                        each.get("name").asString() + " " + each.get("namedBy").asString())
                .containsExactly("Stationen people", "Stationsgatan places");
    }

    @Test
    void of_eight_who_follow_the_same_place_at_once_one_makes_it() throws Exception {
        String abroad = "stream=crime&datasets=" + numbers.abroad();
        String hotspot = hotspot(eva, abroad).get("id").asString();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<Callable<HttpResponse<String>>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(() -> follow(abroad, hotspot));
        }
        Set<Long> ids = new HashSet<>();
        int created = 0;
        for (Future<HttpResponse<String>> answer : threads.invokeAll(callers)) {
            ids.add(json(answer.get()).get("id").asLong());
            created += answer.get().statusCode() == 201 ? 1 : 0;
        }
        threads.shutdown();
        assertThat(ids).hasSize(1);
        assertThat(created).isEqualTo(1);
    }

    @Test
    void of_two_who_name_a_spot_one_wins_and_the_other_sees_both_names() {
        String at = followed(YEAR + "&stream=unsafety");
        long version = json(eva.get(at)).get("version").asLong();
        String tag = "\"v" + version + "\"";
        assertThat(name(at, tag, "Busshållplatsen, ring 070-123 45 67").statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = name(at, tag, "Parken");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(json(late).at("/current/name").asString()).isEqualTo("Busshållplatsen, ring [telefon]");
        assertThat(json(late).at("/yours/name").asString()).isEqualTo("Parken");
        assertThat(json(late).get("detail").asString()).contains("est-member");
        assertThat(eva.send("PUT", at, "{\"name\":\"Parken\"}", AS_JSON).statusCode())
                .as("without saying which version was seen")
                .isEqualTo(428);
        assertThat(json(eva.get(at)).get("version").asLong()).isEqualTo(version + 1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"{}", "{\"name\":\"  \"}", "{\"name\":null}", "{\"name\":\"a\\u0000b\"}", "{\"name\":\"LONG\"}"})
    void a_name_that_cannot_be_kept_is_refused_at_its_field(String body) {
        String at = followed(SQUARE);
        String sent = body.replace("LONG", "å".repeat(121));
        HttpResponse<String> refused = eva.send("PUT", at, sent, "If-Match", "\"v1\"", AS_JSON[0], AS_JSON[1]);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/field").asString()).isEqualTo("name");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/api/spots?limit=1||400",
                "GET|/api/spots/0||404",
                "GET|/api/spots/999999||404",
                "GET|/api/spots/min||404",
                "POST|/api/spots?from=2026-02-01&to=2026-01-01|{\"hotspot\":\"c-1\"}|400",
                "POST|/api/spots|{\"hotspot\":\"finns inte\"}|422",
                "POST|/api/spots|{}|422",
                "POST|/api/spots|[]|400",
                "POST|/api/spots|{\"hotspot\":\"c-1\",\"mer\":1}|400",
                "PUT|/api/spots/999999|{\"name\":\"a\"}|404",
            })
    void what_cannot_be_answered_is_refused_and_never_an_error_of_the_server(
            String method, String path, String body, int status) {
        HttpResponse<String> answer = eva.send(method, path, body, "If-Match", "\"v1\"", AS_JSON[0], AS_JSON[1]);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void planners_and_the_steering_group_read_names_and_status_without_small_counts_and_write_nothing() {
        String at = followed("from=2026-01-01&to=2026-03-31&types=HOT&stream=crime&eps=100&minPts=2");
        for (String role : List.of("planner", "steering")) {
            Visitor reader = service.as(role);
            JsonNode spot = json(reader.get(at));
            assertThat(spot.get("name").asString()).isNotEmpty();
            assertThat(spot.get("names").isNull()).isTrue();
            for (JsonNode month : spot.get("months")) {
                assertThat(month.get("count").isNull() || month.get("count").asInt() >= 5)
                        .isTrue();
            }
            assertThat(json(reader.get("/api/spots")).get("spots")).isNotEmpty();
            assertThat(reader.send("PUT", at, "{\"name\":\"a\"}", "If-Match", "\"v1\"", AS_JSON[0], AS_JSON[1])
                            .statusCode())
                    .isEqualTo(403);
            assertThat(reader.send("POST", "/api/spots", "{\"hotspot\":\"c\"}", AS_JSON)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(service.as("communicator").get("/api/spots").statusCode()).isEqualTo(403);
    }

    private static JsonNode hotspot(Visitor visitor, String filter) {
        JsonNode answer = json(visitor.get("/api/hotspots?" + filter));
        assertThat(answer.get("features")).isNotEmpty();
        return answer.at("/features/0");
    }

    private String followed(String filter) {
        HttpResponse<String> made =
                follow(filter, hotspot(eva, filter).get("id").asString());
        assertThat(made.statusCode()).as(made.body()).isIn(200, 201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> follow(String filter, String hotspot) {
        return eva.send("POST", "/api/spots?" + filter, "{\"hotspot\":\"" + hotspot + "\"}", AS_JSON);
    }

    private HttpResponse<String> name(String at, String tag, String name) {
        return eva.send("PUT", at, "{\"name\":\"" + name + "\"}", "If-Match", tag, AS_JSON[0], AS_JSON[1]);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
