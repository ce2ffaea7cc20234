package se.lageskarta.service.geocoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What who sends files without coordinates can rely on: nothing lost, nothing guessed, nothing twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlaceQueueOverHttpContract {
    private static final String BOUNDARY = "between-parts";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROADS = """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"name":"Storgatan"},"geometry":{"type":"LineString","coordinates":[[13.02,58.077],[13.03,58.077]]}},
             {"type":"Feature","properties":{"name":"Nygatan"},"geometry":{"type":"LineString","coordinates":[[13.025,58.07],[13.025,58.08]]}}]}
            """;
    private static final String PLACES = """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"name":"ICA Supermarket"},"geometry":{"type":"Point","coordinates":[13.027,58.0765]}},
             {"type":"Feature","properties":{"name":"ICA Nära"},"geometry":{"type":"Point","coordinates":[13.021,58.0705]}}]}
            """;
    private static final String AT_ICA =
            "{\"lon\":13.027,\"lat\":58.0765,\"precision\":\"address\",\"name\":\"ICA Supermarket\",\"sameText\":%s}";

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor coordinator;
    private int files;

    abstract RunningService start(Path where);

    @BeforeAll
    void open() {
        service = start(folder);
        coordinator = service.as("est-coordinator");
        send("vagar.geojson", ROADS, "kind", "base", "role", "roads", "dataset", "Vägar");
        send("platser.geojson", PLACES, "kind", "base", "role", "places", "dataset", "Platser");
    }

    @AfterAll
    void close() {
        service.close();
    }

    private HttpResponse<String> send(String name, String text, String... parts) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + parts[i] + "\"\r\n"
                    + "Content-Type: text/plain;charset=UTF-8\r\n\r\n" + parts[i + 1] + "\r\n");
        }
        body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n--" + BOUNDARY + "--\r\n");
        String type = "multipart/form-data; boundary=" + BOUNDARY;
        return coordinator.send("POST", "/api/imports", body.toString(), "Content-Type", type);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** Imports rows that say a place nobody else says, and gives back the report. */
    private JsonNode importRows(String dataset, String... words) {
        StringBuilder csv = new StringBuilder("knr;brott;datum;gata\n");
        for (int i = 0; i < words.length; i++) {
            csv.append(dataset)
                    .append(i)
                    .append(";Klotter;2026-01-05;")
                    .append(words[i])
                    .append('\n');
        }
        HttpResponse<String> answer = send("fil" + ++files + ".csv", csv.toString(), "dataset", dataset);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json(answer);
    }

    private JsonNode waiting(JsonNode report) {
        return json(coordinator.get(
                        "/api/place-queue?import=" + report.get("id").asLong()))
                .get("items");
    }

    private HttpResponse<String> decide(JsonNode item, String action, String body) {
        return coordinator.send(
                "POST",
                "/api/place-queue/" + item.get("id").asLong() + "/" + action,
                body,
                "Content-Type",
                "application/json",
                "If-Match",
                "\"v" + item.get("version").asLong() + "\"");
    }

    private JsonNode dataset(String name) {
        for (JsonNode dataset : json(coordinator.get("/api/datasets")).get("datasets")) {
            if (dataset.get("name").asString().equals(name)) {
                return dataset;
            }
        }
        throw new AssertionError(name + " is not listed");
    }

    @Test
    void sure_rows_are_placed_unsure_ones_wait_and_the_sum_is_right() {
        JsonNode report = importRows("Summa", "Storgatan/Nygatan", "Storgatn", "vid ICA", "-");

        assertThat(report.get("placed").asInt()).isEqualTo(2);
        assertThat(report.get("uncertain").asInt()).isEqualTo(1);
        assertThat(report.get("rejected").asInt()).isEqualTo(1);
        assertThat(report.get("crsWhy").asString()).contains("inga koordinater");
        assertThat(report.get("waiting").asLong()).isEqualTo(waiting(report).size());
        JsonNode item = waiting(report).get(0);
        assertThat(item.at("/written/text").asString()).isEqualTo("vid ICA");
        assertThat(item.get("type").asString()).isEqualTo("KLO");
        assertThat(item.at("/when/from").asString()).isEqualTo("2026-01-05T00:00");
        assertThat(item.get("candidates")).hasSize(2);
        assertThat(item.at("/dataset/name").asString()).isEqualTo("Summa");
    }

    @Test
    void incidents_along_a_street_are_in_the_squares_and_the_surface_and_none_is_lost() {
        importRows("Spridda", "Storgatan", "Storgatan", "Storgatan/Nygatan", "Nygatan mellan Storgatan och Storgatan");
        String only = "datasets=" + dataset("Spridda").get("id").asLong();

        JsonNode grid = json(coordinator.get("/api/grid?cell=100&" + only));
        JsonNode surface = json(coordinator.get("/api/surface?" + only));
        JsonNode legend = json(coordinator.get("/api/surface/legend?" + only));

        double points = 0;
        double spread = 0;
        for (JsonNode cell : grid.get("features")) {
            points += cell.at("/properties/count").asInt();
            spread += cell.at("/properties/spread").asDouble();
        }
        assertThat(points).isEqualTo(1);
        assertThat(spread).isCloseTo(2, within(1e-6));
        assertThat(grid.get("features").size()).isBetween(6, 9);
        assertThat(grid.get("incidents").asInt()).isEqualTo(3);
        assertThat(grid.get("spread").asInt()).isEqualTo(2);
        assertThat(grid.get("notPlaced").asInt()).isZero();
        double sum = 0;
        for (JsonNode value : surface.get("values")) {
            sum += value.asDouble();
        }
        assertThat(sum * Math.pow(surface.get("cellMetres").asDouble(), 2) / 1e6)
                .isCloseTo(3, within(0.05));
        assertThat(legend.get("incidents").asInt()).isEqualTo(3);
        assertThat(legend.get("spread").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "surface", "surface/legend"})
    void who_may_not_see_points_sees_no_streets_of_incidents_either(String what) {
        assertThat(service.as("planner").get("/api/" + what).statusCode()).isEqualTo(403);
    }

    @Test
    void a_settled_row_is_an_incident_and_the_same_file_again_changes_nothing() {
        JsonNode report = importRows("Avgjord", "Storgatan", "utanför ICA");
        JsonNode item = waiting(report).get(0);

        HttpResponse<String> settled = decide(item, "settle", AT_ICA.formatted("false"));

        assertThat(settled.statusCode()).as(settled.body()).isEqualTo(200);
        assertThat(json(settled).get("rows").asInt()).isEqualTo(1);
        assertThat(json(settled).at("/item/settled/name").asString()).isEqualTo("ICA Supermarket");
        assertThat(dataset("Avgjord").get("rows").asInt()).isEqualTo(2);
        JsonNode again = importRows("Avgjord", "Storgatan", "utanför ICA");
        assertThat(again.get("duplicates").asInt()).isEqualTo(2);
        assertThat(dataset("Avgjord").get("rows").asInt()).isEqualTo(2);
        assertThat(waiting(again)).isEmpty();
    }

    @Test
    void a_file_sent_again_while_rows_wait_asks_about_them_once() {
        JsonNode first = importRows("Igen", "Storgatan", "mittemot ICA");
        JsonNode second = importRows("Igen", "Storgatan", "mittemot ICA");

        assertThat(waiting(first)).hasSize(1);
        assertThat(waiting(second)).isEmpty();
        assertThat(second.get("duplicates").asInt()).isEqualTo(2);
    }

    @Test
    void words_that_were_settled_are_sure_in_the_next_file_until_they_are_forgotten() {
        decide(waiting(importRows("Lärt", "bakom ICA")).get(0), "settle", AT_ICA.formatted("true"));

        JsonNode next = importRows("Lärt vidare", "Bakom  ica");

        assertThat(next.get("placed").asInt()).isEqualTo(1);
        assertThat(waiting(next)).isEmpty();
        String id = "";
        for (JsonNode alias : json(coordinator.get("/api/place-aliases")).get("aliases")) {
            id = alias.at("/written/text").asString().equals("bakom ICA")
                    ? alias.get("id").asString()
                    : id;
        }
        assertThat(coordinator.send("DELETE", "/api/place-aliases/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(waiting(importRows("Glömt", "bakom ICA"))).hasSize(1);
    }

    @Test
    void all_rows_with_the_same_words_are_settled_and_reopened_at_once() {
        JsonNode report = importRows("Alla", "kring ICA", "kring ICA", "Kring ica", "Storgatan");
        JsonNode item = waiting(report).get(0);
        assertThat(item.get("sameText").asInt()).isEqualTo(3);

        JsonNode settled = json(decide(item, "settle", AT_ICA.formatted("true")));
        assertThat(settled.get("rows").asInt()).isEqualTo(3);
        assertThat(dataset("Alla").get("rows").asInt()).isEqualTo(4);

        JsonNode reopened = json(decide(settled.get("item"), "reopen", "{\"sameText\":true}"));
        assertThat(reopened.get("rows").asInt()).isEqualTo(3);
        assertThat(dataset("Alla").get("rows").asInt()).isEqualTo(1);
        assertThat(waiting(report)).hasSize(3);
    }

    @Test
    void who_comes_second_is_told_what_the_first_said_and_what_was_sent() {
        JsonNode item = waiting(importRows("Två", "intill ICA")).get(0);
        decide(item, "settle", AT_ICA.formatted("false"));

        HttpResponse<String> second = decide(item, "leave", "{\"reason\":\"vet inte\"}");

        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(json(second).at("/current/version").asInt()).isEqualTo(2);
        assertThat(json(second).at("/yours/reason").asString()).isEqualTo("vet inte");
        assertThat(dataset("Två").get("rows").asInt()).isEqualTo(1);
    }

    @Test
    void a_row_that_is_left_has_its_reason_and_no_place() {
        JsonNode report = importRows("Lämnad", "på tåget till ICA");
        JsonNode item = waiting(report).get(0);

        JsonNode left = json(decide(item, "leave", "{\"reason\":\"Hände på tåget\"}"));

        assertThat(left.at("/item/left/reason").asString()).isEqualTo("Hände på tåget");
        assertThat(waiting(report)).isEmpty();
        assertThat(json(coordinator.get("/api/place-queue?state=left&import="
                                + report.get("id").asLong()))
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void an_import_that_is_taken_back_takes_its_rows_out_of_the_queue() {
        JsonNode report = importRows("Åter", "runt ICA", "Storgatan");
        JsonNode item = waiting(report).get(0);
        coordinator.send("DELETE", "/api/imports/" + report.get("id").asLong(), null);

        assertThat(waiting(report)).isEmpty();
        assertThat(decide(item, "settle", AT_ICA.formatted("false")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "settle | {} | 400 | precision",
                "settle | {\"lon\":13,\"lat\":58} | 400 | precision",
                "settle | {\"lon\":13,\"precision\":\"address\"} | 400 | lat",
                "settle | {\"lon\":913,\"lat\":58,\"precision\":\"address\"} | 400 | lon",
                "settle | {\"lon\":0,\"lat\":0,\"precision\":\"address\"} | 400 | lat",
                "settle | {\"lon\":13,\"lat\":58,\"precision\":\"street\",\"shape\":99} | 400 | shape",
                "settle | {\"lon\":13,\"lat\":58,\"precision\":\"galaxy\"} | 400 | precision",
                "leave | {\"reason\":\" \"} | 400 | reason"
            })
    void what_cannot_be_decided_is_refused_with_its_field(String action, String body, int status, String field) {
        JsonNode item = waiting(importRows("Fel" + files, "nära ICA " + "abcdefghij".charAt(files % 10) + files))
                .get(0);

        HttpResponse<String> answer = decide(item, action, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(json(answer).at("/errors/0/remedy").asString()).isNotEmpty();
    }

    @Test
    void a_decision_without_the_version_it_is_made_from_is_refused() {
        JsonNode item = waiting(importRows("Utan", "i närheten av ICA")).get(0);

        HttpResponse<String> answer = coordinator.send(
                "POST",
                "/api/place-queue/" + item.get("id").asLong() + "/settle",
                AT_ICA.formatted("false"),
                "Content-Type",
                "application/json");

        assertThat(answer.statusCode()).isEqualTo(428);
    }

    @Test
    void members_see_the_queue_and_do_not_decide() {
        Visitor member = service.as("est-member");
        JsonNode item = waiting(importRows("Medlem", "utmed ICA")).get(0);

        assertThat(member.get("/api/place-queue").statusCode()).isEqualTo(200);
        assertThat(member.send(
                                "POST",
                                "/api/place-queue/" + item.get("id").asLong() + "/settle",
                                AT_ICA.formatted("false"),
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "\"v1\"")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.as("planner").get("/api/place-queue").statusCode()).isEqualTo(403);
    }

    @Test
    void rows_that_wait_are_looked_up_again_when_their_street_has_come() {
        JsonNode report = importRows("Senare", "Storgatan", "Kvarnvägen", "Kvarnvägen", "utanför ICA");
        assertThat(waiting(report)).hasSize(report.get("waiting").asInt());
        long before = waiting(report).size();
        assertThat(before).isGreaterThanOrEqualTo(1);

        send(
                "fler.geojson",
                ROADS.replace("Nygatan", "Kvarnvägen"),
                "kind",
                "base",
                "role",
                "roads",
                "dataset",
                "Fler");
        HttpResponse<String> found = coordinator.send("POST", "/api/place-queue/look-up", "");

        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(json(found).get("settled").asInt()).isEqualTo(2);
        JsonNode left = waiting(report);
        assertThat(left).hasSize(1);
        assertThat(left.get(0).at("/written/text").asString()).isEqualTo("utanför ICA");
        JsonNode again = json(coordinator.send("POST", "/api/place-queue/look-up", ""));
        assertThat(again.get("settled").asInt()).isZero();
        assertThat(again.get("proposed").asInt()).isZero();
        assertThat(service.as("est-member")
                        .send("POST", "/api/place-queue/look-up", "")
                        .statusCode())
                .isEqualTo(403);
    }
}
