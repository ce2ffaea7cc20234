package se.lageskarta.service.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.service.InventedEvidence;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.security.EndpointRule;
import se.lageskarta.service.security.EndpointRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor can rely on at {@code /api/exports}, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExportsContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ROLES =
            List.of("est-member", "est-coordinator", "planner", "communicator", "steering", "admin", "auditor");

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor eva;
    private Visitor auditor;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        InventedEvidence.into(service);
        eva = service.as("est-member");
        auditor = service.as("auditor");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void every_address_that_ends_like_a_file_is_noted_and_every_noted_address_exists() {
        Set<String> files = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (EndpointRule rule : service.part(EndpointRules.class).all()) {
            String pattern = rule.pattern().getPatternString();
            if (rule.method().equals(HttpMethod.GET) && !rule.everyone()) {
                all.add(pattern);
                if (pattern.matches(".*\\.(\\{[a-z]+}|[a-z]+)") && !pattern.startsWith("/tiles/")) {
                    files.add(pattern);
                }
            }
        }
        Set<String> noted = service.part(ExportRules.class).all().keySet();
        assertThat(noted).containsAll(files);
        assertThat(all).containsAll(noted);
    }

    @Test
    void the_list_says_who_took_what_with_which_filter_and_how_it_ended() {
        int before = lines("").size();
        assertThat(eva.get("/data/incidents.csv?types=SKA").statusCode()).isEqualTo(200);
        assertThat(service.as("planner").get("/data/incidents.geojson").statusCode())
                .isEqualTo(403);
        List<JsonNode> lines = linesOnceAllHaveEnded();
        assertThat(lines).hasSize(before + 2);
        JsonNode refused = lines.get(0);
        assertThat(refused.get("who").asString()).isEqualTo("demo-planner");
        assertThat(refused.get("address").asString()).isEqualTo("/data/incidents.geojson");
        assertThat(refused.get("status").asInt()).isEqualTo(403);
        JsonNode taken = lines.get(1);
        assertThat(taken.get("who").asString()).isEqualTo("demo-est-member");
        assertThat(taken.get("what").asString()).isEqualTo("layer");
        assertThat(taken.get("filter").asString()).isEqualTo("types=SKA");
        assertThat(taken.get("status").asInt()).isEqualTo(200);
        assertThat(taken.get("shown").asBoolean()).isFalse();
        assertThat(taken.get("at").asString()).isNotBlank();
    }

    @Test
    void what_the_map_itself_fetches_is_told_apart_from_a_file() {
        eva.get("/data/reports.geojson", "Sec-Fetch-Dest", "empty", "Sec-Fetch-Site", "same-origin");
        assertThat(lines("").get(0).get("shown").asBoolean()).isTrue();
    }

    @Test
    void a_file_read_part_by_part_is_one_line_and_asking_for_its_length_is_none() {
        int before = lines("").size();
        eva.send("HEAD", "/data/incidents.geojson", null);
        assertThat(lines("")).hasSize(before);
        for (int i = 0; i < 3; i++) {
            String part = "bytes=" + 10 * i + "-" + (10 * i + 9);
            assertThat(eva.get("/data/incidents.geojson?x=", "Range", part).statusCode())
                    .isIn(206, 400);
        }
        assertThat(lines("")).hasSize(before + 1);
    }

    @Test
    void lines_are_found_by_account_kind_and_day_and_read_on_from_one() {
        eva.get("/data/incidents.csv");
        service.as("est-coordinator").get("/api/measures.ics");
        assertThat(lines("?who=COORD"))
                .isNotEmpty()
                .allMatch(line -> line.get("who").asString().equals("demo-est-coordinator"));
        assertThat(lines("?what=plan"))
                .isNotEmpty()
                .allMatch(line -> line.get("what").asString().equals("plan"));
        assertThat(lines("?to=2020-01-01")).isEmpty();
        List<JsonNode> all = lines("?limit=1000");
        JsonNode first = answer("?limit=1");
        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(lines("?limit=1000&before=" + all.get(0).get("id").asLong())).isEqualTo(all.subList(1, all.size()));
        for (String wrong : List.of("?what=allt", "?x=1", "?limit=0", "?from=2026-02-01&to=2026-01-01", "?before=x")) {
            assertThat(auditor.get("/api/exports" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void only_those_who_look_after_the_service_read_it() {
        List<String> readers = ROLES.stream()
                .filter(role -> service.as(role).get("/api/exports").statusCode() == 200)
                .collect(Collectors.toList());
        assertThat(readers).containsExactly("admin", "auditor");
        assertThat(service.as("planner").get("/api/exports").statusCode()).isEqualTo(403);
        assertThat(service.stranger().get("/api/exports").statusCode()).isEqualTo(401);
        for (String method : List.of("POST", "PUT", "DELETE")) {
            assertThat(service.as("admin").send(method, "/api/exports", null).statusCode())
                    .as("nobody writes in it by " + method)
                    .isEqualTo(405);
        }
    }

    @Test
    void without_a_note_nothing_is_sent() {
        JdbcClient jdbc = service.part(JdbcClient.class);
        jdbc.sql("alter table data_export rename to data_export_away").update();
        try {
            var answer = eva.get("/data/incidents.csv");
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(answer.body()).doesNotContain("SKA");
        } finally {
            jdbc.sql("alter table data_export_away rename to data_export").update();
        }
    }

    /** How an answer ended is written down after its last byte has gone: whoever has it may ask a moment too early. */
    private List<JsonNode> linesOnceAllHaveEnded() {
        Instant latest = Instant.now().plusSeconds(20);
        List<JsonNode> lines = lines("");
        while (lines.stream().anyMatch(line -> line.get("status").asInt() == 0)
                && Instant.now().isBefore(latest)) {
            lines = lines("");
        }
        return lines;
    }

    private List<JsonNode> lines(String question) {
        List<JsonNode> lines = new ArrayList<>();
        answer(question).get("exports").forEach(lines::add);
        return lines;
    }

    private JsonNode answer(String question) {
        var answer = auditor.get("/api/exports" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
