package se.lageskarta.service.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people keep in order around the facts: datasets' terms, code tables, coverage; on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegistersContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "registers";

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor member;
    private Visitor coordinator;
    private Visitor planner;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        member = service.as("est-member");
        coordinator = service.as("est-coordinator");
        planner = service.as("planner");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_dataset_says_whose_it_is_on_what_ground_and_what_it_covers_and_keeps_every_state() {
        long id = imported("villkor", rows("V", 3, "Klotter"));
        String path = "/api/datasets/" + id;
        HttpResponse<String> saved = put(path, "v1", """
                {"name":"Polisens uttag","owner":"Polisen","source":"RAR","legalNote":"OSL 10 kap. 15 a §",
                 "visibleTo":[],"coversFrom":"2026-01-01","coversTo":"2026-03-31"}""");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).hasValue("\"v2\"");
        JsonNode told = dataset(coordinator, id);
        assertThat(told.get("legalNote").asString()).isEqualTo("OSL 10 kap. 15 a §");
        assertThat(told.get("coversTo").asString()).isEqualTo("2026-03-31");

        HttpResponse<String> late = put(path, "v1", "{\"name\":\"Mitt eget\"}");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(json(late).at("/current/name").asString()).isEqualTo("Polisens uttag");
        assertThat(json(late).at("/yours/name").asString()).isEqualTo("Mitt eget");
        assertThat(coordinator
                        .send("PUT", path, "{\"name\":\"x\"}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(428);
        assertThat(json(coordinator.get(path + "/history")).get("states")).hasSize(1);
    }

    @Test
    void the_terms_are_refused_field_by_field() {
        long id = imported("fel", rows("F", 2, "Klotter"));
        HttpResponse<String> refused = put("/api/datasets/" + id, "v1", """
                {"name":" ","visibleTo":["chefen"],"coversFrom":"2026-05-01","coversTo":"2026-04-01",
                 "legalNote":"%s"}""".formatted("x".repeat(1001)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "visibleTo", "coversTo", "legalNote");
    }

    @Test
    void a_dataset_kept_for_one_role_is_not_there_for_another() {
        long id = imported("bara-samordnaren", rows("B", 4, "Klotter"));
        assertThat(put(
                                "/api/datasets/" + id,
                                "v1",
                                "{\"name\":\"Bara samordnaren\",\"visibleTo\":[\"est-coordinator\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(member.get("/api/incidents?datasets=" + id).statusCode()).isEqualTo(400);
        assertThat(member.get("/api/incidents?datasets=" + id).body().replace(Long.toString(id), "N"))
                .isEqualTo(
                        member.get("/api/incidents?datasets=987654321").body().replace("987654321", "N"));
        assertThat(member.get("/api/datasets").body()).doesNotContain("Bara samordnaren");
        assertThat(member.get("/api/timeline?datasets=" + id).statusCode()).isEqualTo(400);
        assertThat(member.get("/api/hotspots?datasets=" + id).statusCode()).isEqualTo(400);
        assertThat(member.get("/api/analyses?datasets=" + id).statusCode()).isEqualTo(400);
        assertThat(member.get("/data/incidents.csv?datasets=" + id).statusCode())
                .isEqualTo(400);
        assertThat(member.get("/tiles/incidents/12/2195/1226.mvt?datasets=" + id)
                        .statusCode())
                .isEqualTo(400);
        assertThat(planner.get("/api/hotspots?datasets=" + id).statusCode()).isEqualTo(400);
        assertThat(json(coordinator.get("/api/incidents?datasets=" + id)).get("features"))
                .hasSize(4);
    }

    @Test
    void only_those_who_answer_for_it_change_or_take_back_a_dataset() {
        long id = imported("grannens", rows("G", 2, "Klotter"));
        assertThat(put("/api/datasets/" + id, "v1", "{\"name\":\"Grannens\",\"owner\":\"Grannkommunen\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(member.send("DELETE", "/api/datasets/" + id, null).statusCode())
                .isEqualTo(403);
        assertThat(member.send(
                                "PUT",
                                "/api/datasets/" + id,
                                "{\"name\":\"Mitt\"}",
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "\"v2\"")
                        .statusCode())
                .isEqualTo(404);
        assertThat(coordinator.send("DELETE", "/api/datasets/" + id, null).statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_word_nobody_knew_is_given_a_meaning_also_for_what_is_here_and_the_same_file_brings_nothing_new() {
        String file = rows("W", 5, "Bråk på bussen");
        long id = imported("ord", file);
        JsonNode unknown = word("Bråk på bussen");
        assertThat(unknown.get("code").isNull()).isTrue();
        assertThat(unknown.get("incidents").asInt()).isEqualTo(5);

        HttpResponse<String> said = put("/api/type-words", "v0", """
                {"word":"bråk på BUSSEN","code":"ORD","applyToExisting":true}""");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(json(said).get("retyped").asInt()).isEqualTo(5);
        assertThat(json(coordinator.get("/api/incidents?datasets=" + id))
                        .at("/features/0/properties/type")
                        .asString())
                .isEqualTo("ORD");
        assertThat(word("Bråk på bussen").get("saidHere").asBoolean()).isTrue();

        JsonNode again = json(send("ord", file));
        assertThat(again.get("duplicates").asInt()).isEqualTo(5);
        assertThat(json(coordinator.get("/api/incidents?datasets=" + id)).get("features"))
                .hasSize(5);
        assertThat(put("/api/type-words", "v0", "{\"word\":\"Bråk på bussen\",\"code\":\"SKA\"}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(json(member.get("/api/code-history")).findValuesAsString("item"))
                .contains("brakpabussen");
    }

    @Test
    void a_type_of_ones_own_can_be_counted_filtered_and_retired() {
        String type =
                "{\"code\":\"VATTEN\",\"class\":\"D\",\"nameSv\":\"Bad på förbjuden plats\",\"colour\":\"#0b5c8a\"}";
        HttpResponse<String> added = coordinator.send("POST", "/api/types", type, "Content-Type", "application/json");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).get("nameEn").asString()).isEqualTo("Bad på förbjuden plats");
        assertThat(coordinator
                        .send("POST", "/api/types", type, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(409);

        long id = imported("bad", rows("A", 3, "Bad på förbjuden plats"));
        assertThat(json(coordinator.get("/api/incidents?types=VATTEN&datasets=" + id))
                        .at("/features/0/properties/typeName")
                        .asString())
                .isEqualTo("Bad på förbjuden plats");
        assertThat(member.get("/api/measure-catalogue?types=VATTEN").statusCode())
                .isEqualTo(200);

        assertThat(put("/api/types/VATTEN", "v1", """
                {"class":"D","nameSv":"Bad","nameEn":"Bathing","colour":"#0b5c8a","retired":true}""").statusCode()).isEqualTo(200);
        assertThat(json(put("/api/types/VATTEN", "v2", """
                {"class":"Q","nameSv":"","colour":"#ffffff"}""")).findValuesAsString("field"))
                .containsExactlyInAnyOrder("class", "nameSv", "colour");
        assertThat(put("/api/types/OVR", "v0", """
                {"class":"D","nameSv":"Övrigt","colour":"#555555","retired":true}""").statusCode()).isEqualTo(422);
    }

    @Test
    void coverage_tells_how_much_of_the_published_counts_is_here() {
        long id = imported("tackning", rows("T", 6, "Cykelstöld"));
        JsonNode before = json(coordinator.get("/api/coverage?datasets=" + id));
        assertThat(row(before, "CYK", 2026, 1).get("here").asInt()).isEqualTo(6);
        assertThat(row(before, "CYK", 2026, 1).get("share").isNull()).isTrue();

        HttpResponse<String> saved = put("/api/coverage?datasets=" + id, version(before), """
                {"counts":[{"type":"CYK","year":2026,"quarter":1,"number":8,"source":"Brå"},
                           {"type":"CYK","year":2026,"quarter":0,"number":24,"source":"Brå"}]}""");
        assertThat(saved.statusCode()).isEqualTo(200);
        JsonNode row = row(json(saved), "CYK", 2026, 1);
        assertThat(row.get("share").asDouble()).isEqualTo(0.75);
        assertThat(row.get("whole").asBoolean()).isFalse();
        assertThat(row(json(saved), "CYK", 2026, 0).get("share").asDouble()).isEqualTo(0.25);

        assertThat(put("/api/coverage", version(before), "{\"counts\":[]}").statusCode())
                .isEqualTo(412);
        HttpResponse<String> refused = put("/api/coverage", version(json(saved)), """
                {"counts":[{"type":"XXX","year":26,"quarter":5,"number":-1},
                           {"type":"CYK","year":2026,"number":1},{"type":"CYK","year":2026,"quarter":0,"number":2}]}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "counts.0.type", "counts.0.year", "counts.0.quarter", "counts.0.number", "counts.2");
    }

    @Test
    void of_eight_who_say_a_word_at_once_one_wins_and_the_others_are_told() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String body = "{\"word\":\"Samtidigt %d\",\"code\":\"SKA\"}".formatted(round);
                List<Callable<Integer>> tries = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    tries.add(() -> put("/api/type-words", "v0", body).statusCode());
                }
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> each : people.invokeAll(tries)) {
                    answers.add(each.get());
                }
                assertThat(answers).containsOnly(200, 412);
                assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static String version(JsonNode coverage) {
        return "v" + coverage.get("version").asInt();
    }

    private static JsonNode row(JsonNode coverage, String type, int year, int quarter) {
        return StreamSupport.stream(coverage.get("rows").spliterator(), false)
                .filter(row -> row.get("type").asString().equals(type)
                        && row.get("year").asInt() == year
                        && row.get("quarter").asInt() == quarter)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode word(String word) {
        return StreamSupport.stream(
                        json(member.get("/api/type-words")).get("words").spliterator(), false)
                .filter(each -> each.get("word").asString().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode dataset(Visitor who, long id) {
        return StreamSupport.stream(
                        json(who.get("/api/datasets")).get("datasets").spliterator(), false)
                .filter(each -> each.get("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> put(String path, String version, String body) {
        return coordinator.send(
                "PUT", path, body, "Content-Type", "application/json", "If-Match", "\"" + version + "\"");
    }

    private long imported(String name, String table) {
        HttpResponse<String> answer = send(name, table);
        assertThat(answer.statusCode()).isIn(200, 201);
        return json(answer).get("datasetId").asLong();
    }

    private HttpResponse<String> send(String name, String table) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + ".csv\"\r\n\r\n" + table + "\r\n--" + BOUNDARY + "--\r\n";
        return coordinator.send(
                "POST", "/api/imports", body, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    /** Incidents of one type in February 2026. */
    private static String rows(String key, int count, String type) {
        StringBuilder table = new StringBuilder("id;east;north;datum;typ\n");
        for (int i = 0; i < count; i++) {
            table.append(key)
                    .append(i)
                    .append(';')
                    .append(383351 + 40 * i)
                    .append(";6439070;2026-02-1")
                    .append(i)
                    .append(';')
                    .append(type)
                    .append('\n');
        }
        return table.toString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
