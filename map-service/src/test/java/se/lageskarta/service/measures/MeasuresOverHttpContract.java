package se.lageskarta.service.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
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
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser and a program can rely on at {@code /api/measures}, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MeasuresOverHttpContract {
    private static final int TRIES = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor eva;
    private Visitor ali;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        eva = service.as("est-member");
        ali = service.as("est-coordinator");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_measure_is_planned_read_changed_withdrawn_and_brought_back() {
        HttpResponse<String> planned = plan(eva, feature("Lampor", "proposed", "Gatan är mörk"));
        assertThat(planned.statusCode()).isEqualTo(201);
        assertThat(header(planned, "ETag")).isEqualTo("\"v1\"");
        String place = header(planned, "Location");

        HttpResponse<String> changed =
                put(ali, place, "\"v1\"", feature("Lampor", "decided", "Gatan är mörk. Beslut 12 §"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isEqualTo("\"v2\"");
        assertThat(eva.get(place).body()).isEqualTo(changed.body());
        assertThat(eva.get(place, "If-None-Match", "\"v2\"").statusCode()).isEqualTo(304);

        assertThat(eva.send("DELETE", place, null, "If-Match", "\"v2\"").statusCode())
                .isEqualTo(204);
        assertThat(eva.get(place).statusCode()).isEqualTo(404);
        HttpResponse<String> restored = eva.send("POST", place + "/restore", null);
        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(json(restored).at("/properties/note").asString()).isEqualTo("Gatan är mörk. Beslut 12 §");
        assertThat(json(eva.get(place + "/history")).get("features")).hasSize(4);
    }

    @Test
    void what_was_read_can_be_sent_back_as_it_is() {
        HttpResponse<String> planned = plan(eva, feature("Lampor", "proposed", ""));

        HttpResponse<String> same = put(eva, header(planned, "Location"), "\"v1\"", planned.body());

        assertThat(same.statusCode()).isEqualTo(200);
    }

    @Test
    void of_two_who_save_at_once_one_wins_and_the_other_sees_both_versions() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int turn = 0; turn < TRIES; turn++) {
                race(pool, header(plan(eva, feature("Lampor", "proposed", "start")), "Location"));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void race(ExecutorService pool, String place) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<HttpResponse<String>>> writers = new ArrayList<>();
        for (Visitor writer : List.of(eva, ali)) {
            String words = writer == eva ? "evas ord" : "alis ord";
            writers.add(() -> {
                start.await();
                return put(writer, place, "\"v1\"", feature("Lampor", "proposed", words));
            });
        }
        List<HttpResponse<String>> told = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : pool.invokeAll(writers)) {
            told.add(answer.get());
        }
        assertThat(told).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 412);
        boolean evaWon = told.get(0).statusCode() == 200;
        JsonNode lost = json(told.get(evaWon ? 1 : 0));
        String winning = evaWon ? "evas ord" : "alis ord";
        String losing = evaWon ? "alis ord" : "evas ord";
        assertThat(lost.at("/current/properties/note").asString()).isEqualTo(winning);
        assertThat(lost.at("/current/properties/version").asInt()).isEqualTo(2);
        assertThat(lost.at("/yours/properties/note").asString()).isEqualTo(losing);
        assertThat(json(eva.get(place)).at("/properties/note").asString()).isEqualTo(winning);
    }

    @Test
    void nobody_changes_what_they_have_not_seen() {
        String place = header(plan(eva, feature("Lampor", "proposed", "")), "Location");
        String changed = feature("Ljus", "proposed", "");

        assertThat(eva.send("PUT", place, changed, "Content-Type", "application/geo+json")
                        .statusCode())
                .isEqualTo(428);
        assertThat(eva.send("DELETE", place, null).statusCode()).isEqualTo(428);
        assertThat(put(eva, place, "*", changed).statusCode()).isEqualTo(400);
        assertThat(put(eva, place, "v1", changed).statusCode()).isEqualTo(400);
        assertThat(put(eva, place, "W/\"v1\"", changed).statusCode()).isEqualTo(412);
        assertThat(put(eva, place, "\"v7\"", changed).statusCode()).isEqualTo(412);
        HttpResponse<String> stale = eva.send("DELETE", place, null, "If-Match", "\"v0\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/properties/title").asString()).isEqualTo("Lampor");
        assertThat(json(eva.get(place)).at("/properties/version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                                    | 400 | body",
                "[]                                                                    | 400 | body",
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"code\":\"LJU-1\",\"owner\":\"K\"}} | 400 | geometry",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":{}} | 400 | code",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":{\"code\":\"LJU-1\"}} | 422 | owner",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":{\"code\":\"NIX\",\"owner\":\"K\"}} | 422 | code",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":{\"code\":\"EJ-1\",\"owner\":\"K\"}} | 422 | code",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":{\"code\":\"VAX-1\",\"owner\":\"K\"}} | 422 | geometry",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":{\"code\":\"LJU-1\",\"owner\":7}} | 400 | owner",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":{\"code\":\"LJU-1\",\"owner\":\"K\",\"dueOn\":\"31/12\"}} | 400 | dueOn",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":{\"code\":\"LJU-1\",\"owner\":\"K\",\"duedate\":\"x\"}} | 400 | duedate",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,58]},\"properties\":{\"code\":\"LJU-1\",\"owner\":\"K\\u0000\"}} | 422 | owner",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[13,158]},\"properties\":{\"code\":\"LJU-1\",\"owner\":\"K\"}} | 400 | body"
            })
    void a_bad_measure_is_refused_with_field_reason_and_remedy(String body, int status, String field) {
        HttpResponse<String> refused = plan(eva, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        JsonNode error = json(refused).at("/errors/0");
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("reason").asString()).doesNotStartWith("measure.").isNotBlank();
        assertThat(error.get("remedy").asString()).isNotBlank();
    }

    @Test
    void the_refusal_speaks_the_readers_language() {
        String body = feature("Lampor", "nonsense", "");
        HttpResponse<String> english =
                eva.send("POST", "/api/measures", body, "Content-Type", "application/json", "Accept-Language", "en");

        assertThat(json(english).at("/errors/0/reason").asString()).isEqualTo("There is no such status.");
        assertThat(json(plan(eva, body)).at("/errors/0/reason").asString()).isEqualTo("Statusen finns inte.");
    }

    @Test
    void why_a_measure_must_not_be_used_is_told_in_the_readers_language() {
        String body = feature("Störande ljud", "proposed", "").replace("LJU-1", "EJ-1");
        HttpResponse<String> english =
                eva.send("POST", "/api/measures", body, "Content-Type", "application/json", "Accept-Language", "en");

        assertThat(json(english).at("/errors/0/reason").asString())
                .isEqualTo("The measure must not be used. Discriminates by age.");
        assertThat(json(plan(eva, body)).at("/errors/0/reason").asString())
                .isEqualTo("Åtgärden får inte användas. Diskriminerar efter ålder.");
    }

    @Test
    void the_list_is_chosen_by_status_owner_code_and_place() {
        plan(eva, feature("Bara här", "followed-up", "").replace("13.02,58.08", "17.5,61.5"));

        assertThat(titles("?status=followed-up")).containsExactly("Bara här");
        assertThat(titles("?bbox=17,61,18,62")).containsExactly("Bara här");
        assertThat(titles("?bbox=17,61,18,62&owner=Ingen")).isEmpty();
        assertThat(titles("?bbox=17,61,18,62&code=LJU-1,LJU-2&owner=Herrljunga%20kommun"))
                .hasSize(1);
        for (String bad : List.of("?status=x", "?code=x", "?bbox=1,2,3", "?limit=0", "?q=1", "?owner=%00")) {
            assertThat(eva.get("/api/measures" + bad).statusCode()).as(bad).isEqualTo(400);
        }
    }

    @Test
    void owners_are_those_in_use() {
        plan(eva, feature("Lampor", "proposed", "").replace("Herrljunga kommun", "Åkes fastigheter"));

        assertThat(json(eva.get("/api/owners")).get("owners").toString()).contains("Åkes fastigheter");
    }

    @Test
    void only_the_est_group_writes() {
        String body = feature("Lampor", "proposed", "");
        for (String role : List.of("planner", "communicator", "steering", "admin")) {
            Visitor reader = service.as(role);
            assertThat(reader.get("/api/measures").statusCode()).as(role).isEqualTo(200);
            assertThat(plan(reader, body).statusCode()).as(role).isEqualTo(403);
        }
        assertThat(service.as("auditor").get("/api/measures").statusCode()).isEqualTo(403);
        assertThat(service.stranger().get("/api/measures").statusCode()).isEqualTo(401);
    }

    private List<String> titles(String query) {
        List<String> titles = new ArrayList<>();
        json(eva.get("/api/measures" + query))
                .get("features")
                .forEach(feature -> titles.add(feature.at("/properties/title").asString()));
        return titles;
    }

    private static HttpResponse<String> plan(Visitor visitor, String body) {
        return visitor.send("POST", "/api/measures", body, "Content-Type", "application/geo+json");
    }

    private static HttpResponse<String> put(Visitor visitor, String place, String version, String body) {
        return visitor.send("PUT", place, body, "Content-Type", "application/json", "If-Match", version);
    }

    private static String feature(String title, String status, String note) {
        return String.format(Locale.ROOT, """
                {"type":"Feature","geometry":{"type":"Point","coordinates":[13.02,58.08]},"properties":{"code":"LJU-1",\
                "title":"%s","owner":"Herrljunga kommun","newOwner":true,"status":"%s","dueOn":"2027-03-31","note":"%s"}}""", title, status, note);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError(name + " in " + answer.body()));
    }
}
