package se.lageskarta.service.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.web.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What those who publish and those who read can rely on, on either database. The tests tell one story, in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class PublicationsContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ALL = "/api/publications";
    private static final String PLAN = """
            {"slug":"trygghet-2025","title":{"sv":"Trygghet 2025","en":"Safety 2025"},"year":2025,"groups":["damage"],
            "publisher":"Påhittade kommunen","contact":"trygghet@example.se"}""";

    private static final String FREE = PLAN.replace("trygghet-2025", "ledig-adress");

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor anna;
    private Visitor bo;
    private Visitor cia;
    private Visitor stranger;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        TownOfHomes.withoutHomes(service);
        anna = service.as("communicator");
        bo = service.as("est-coordinator");
        cia = service.as("admin");
        stranger = service.stranger();
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    @Order(1)
    void without_addresses_nothing_can_be_published_and_the_way_out_is_told() {
        JsonNode options = json(anna.get(ALL + "/options"));
        assertThat(options.at("/problem/code").asString()).isEqualTo("addresses");
        assertThat(options.at("/problem/text/sv").asString()).contains("Importera kommunens adresser");
        String draft = begin(PLAN.replace("trygghet-2025", "utan-adresser"));
        assertThat(json(anna.get(draft)).at("/problem/link").asString()).isEqualTo("#import");
        HttpResponse<String> refused = anna.get(draft + "/release");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("publication.addresses");
        HttpResponse<String> sent = send(anna, "POST", draft + "/send", null, tag(draft));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(409);
        assertThat(json(sent).get("code").asString()).isEqualTo("publication.addresses");
        assertThat(anna.send("DELETE", draft, null, "If-Match", "\"v1\"").statusCode())
                .isEqualTo(204);
        assertThat(anna.get(draft).statusCode()).isEqualTo(404);
        TownOfHomes.homes(service);
    }

    @Test
    @Order(2)
    void a_draft_shows_what_the_public_would_see_and_what_it_would_not() {
        String draft = begin(PLAN);
        JsonNode told = json(anna.get(draft));
        assertThat(told.get("state").asString()).isEqualTo("draft");
        assertThat(told.at("/drafted/text/sv").asString()).contains("Påhittade kommunen", "under 2025");
        assertThat(told.at("/plan/datasets")).hasSize(1);
        assertThat(told.get("mayApprove").asBoolean()).isFalse();
        assertThat(json(bo.get(draft)).get("mayApprove").asBoolean())
                .as("it has not been sent")
                .isFalse();

        JsonNode release = json(anna.get(draft + "/release"));
        int areas = release.get("areas").size();
        assertThat(areas)
                .as("one for each square, at the rim joined with empty land")
                .isBetween(20, 25);
        assertThat(release.get("invented").asBoolean()).isTrue();
        assertThat(release.get("cells")).hasSize(2 * areas);
        assertThat(release.get("cells").findValuesAsString("count"))
                .contains("few", "5-9", "10-19", "20-49")
                .allMatch(
                        count -> List.of("few", "5-9", "10-19", "20-49", "50+").contains(count));

        JsonNode report = json(anna.get(draft + "/disclosure"));
        assertThat(report.get("accepted").asBoolean()).isTrue();
        assertThat(report.at("/summary/areas").asInt()).isEqualTo(areas);
        assertThat(report.at("/summary/incidents").asInt() % 10).isZero();
        assertThat(report.at("/smallest/0/count").asInt()).isGreaterThanOrEqualTo(5);
        for (JsonNode cell : report.get("cells")) {
            assertThat(cell.get("count").isNull()).isEqualTo(!cell.get("shown").asBoolean());
            assertThat(cell.get("reason").isNull()).isEqualTo(cell.get("shown").asBoolean());
        }
        assertThat(report.get("difference").isNull()).isTrue();
        assertThat(anna.getBytes(draft + "/disclosure.pdf").body())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> preview = anna.get(draft + "/preview/");
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("Trygghet 2025");
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'");
        assertThat(anna.get(draft + "/preview/en.html").body()).contains("Safety 2025");
        assertThat(anna.get(draft + "/preview/ingen.html").statusCode()).isEqualTo(404);
        assertThat(stranger.get(draft + "/preview/").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/public/trygghet-2025").statusCode()).isEqualTo(404);
        assertThat(json(stranger.get("/public/trygghet-2025")).get("code").asString())
                .isEqualTo("not-found");
        assertThat(stranger.get("/public/trygghet-2025", "Accept", "text/html,*/*")
                        .body())
                .startsWith("<!doctype html>");
        assertThat(anna.get(draft + "/files.zip").statusCode()).isEqualTo(409);
    }

    @Test
    @Order(3)
    void of_two_who_change_a_draft_one_wins_and_the_other_gets_both_versions() {
        String draft = begin(PLAN.replace("trygghet-2025", "annan"));
        String changed = PLAN.replace("trygghet-2025", "annan").replace("Trygghet 2025", "Tryggt");
        HttpResponse<String> first = send(bo, "PUT", draft, changed, "\"v1\"");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        HttpResponse<String> second = send(anna, "PUT", draft, changed.replace("Tryggt", "Otryggt"), "\"v1\"");
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(json(second).at("/current/state/plan/title/sv").asString()).isEqualTo("Tryggt");
        assertThat(anna.send("PUT", draft, changed, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(428);
        assertThat(json(bo.get(draft)).get("preparedBy")).hasSize(2);
        HttpResponse<String> approved = approve(bo, "est-coordinator", draft);
        assertThat(approved.statusCode()).as("who changed it has written on it").isEqualTo(403);
        assertThat(json(anna.get(draft + "/history")).get("events").findValuesAsString("what"))
                .containsExactly("prepared", "changed");
        assertThat(send(anna, "DELETE", draft, null, "\"v2\"").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource(
            delimiter = '|',
            value = {
                "\"year\":2025 | \"year\":2026 | year",
                "\"year\":2025 | \"year\":1812 | year",
                "[\"damage\"] | [\"sexual\"] | groups",
                "[\"damage\"] | [\"damage\",\"damage\"] | groups",
                "[\"damage\"] | [\"a\",\"b\",\"c\",\"d\"] | groups",
                "ledig-adress | Trygghet! | slug",
                "ledig-adress | files | slug",
                "ledig-adress | trygghet-2025 | slug",
                "trygghet@example.se | Anna Andersson | contact",
                "\"groups\" | \"walks\":[99],\"groups\" | walks[0]",
                "\"groups\" | \"surveyWaves\":[99],\"groups\" | surveyWaves[0]",
                "\"groups\" | \"measures\":[{\"id\":99}],\"groups\" | measures[0].id",
                "\"groups\" | \"datasets\":[99],\"groups\" | datasets"
            })
    void what_cannot_be_published_is_refused_with_the_field_and_the_reason(String from, String to, String field) {
        HttpResponse<String> refused = send(anna, "POST", ALL, FREE.replace(from, to), null);
        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 422);
        JsonNode error = json(refused).at("/errors/0");
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("reason").asString())
                .doesNotStartWith("publication.")
                .isNotBlank();
        assertThat(error.get("remedy").asString()).isNotBlank();
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource(
            delimiter = '|',
            value = {"{}", "[]", "{\"x\":1}", "null", "{\"slug\":{}}", "{\"title\":7}", "\"\""})
    void whatever_is_sent_no_answer_is_a_failure_of_ours(String body) {
        assertThat(send(anna, "POST", ALL, body, null).statusCode()).isBetween(400, 422);
        assertThat(anna.get(ALL + "?x=1").statusCode()).isEqualTo(400);
        assertThat(anna.get(ALL + "/999999").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(6)
    void a_wrong_password_approves_nothing() {
        String draft = draft();
        HttpResponse<String> wrong = send(bo, "POST", draft + "/approve", "{\"password\":\"gissning\"}", tag(draft));
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(json(wrong).get("detail").asString()).contains("misslyckad inloggning");
        assertThat(send(bo, "POST", draft + "/approve", "{}", tag(draft)).statusCode())
                .isEqualTo(422);
        HttpResponse<String> own = approve(anna, "communicator", draft);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(json(own).get("code").asString()).isEqualTo("publication.same-person");
        assertThat(json(anna.get(draft)).get("state").asString()).isEqualTo("draft");
        assertThat(send(bo, "POST", draft + "/withdraw", "{\"reason\":{\"sv\":\"x\",\"en\":\"x\"}}", tag(draft))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @Order(7)
    void what_waits_for_a_second_person_changes_no_more_until_it_is_given_back() {
        String draft = draft();
        HttpResponse<String> early = approve(bo, "est-coordinator", draft);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(json(early).get("code").asString()).isEqualTo("publication.not-sent");
        assertThat(send(bo, "POST", draft + "/return", "{\"note\":\"x\"}", tag(draft))
                        .statusCode())
                .isEqualTo(409);

        JsonNode waiting = sent(draft);
        assertThat(waiting.get("state").asString()).isEqualTo("waiting");
        assertThat(waiting.at("/sent/by").asString()).isNotBlank();
        assertThat(waiting.at("/mayNot/sv").asString()).isNotBlank();
        assertThat(json(bo.get(draft)).get("mayApprove").asBoolean()).isTrue();
        HttpResponse<String> changed = send(anna, "PUT", draft, PLAN, tag(draft));
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(json(changed).get("code").asString()).isEqualTo("publication.waiting");
        assertThat(send(anna, "DELETE", draft, null, tag(draft)).statusCode()).isEqualTo(409);
        assertThat(send(anna, "POST", draft + "/send", null, tag(draft)).statusCode())
                .isEqualTo(409);
        assertThat(send(anna, "POST", draft + "/send", null, null).statusCode()).isEqualTo(428);

        assertThat(send(bo, "POST", draft + "/return", "{\"note\":\" \"}", tag(draft))
                        .statusCode())
                .as("a second person says why")
                .isEqualTo(422);
        HttpResponse<String> back =
                send(bo, "POST", draft + "/return", "{\"note\":\"Texten pekar ut ett hus\"}", tag(draft));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        JsonNode listed = json(anna.get(ALL)).at("/publications/0");
        assertThat(listed.get("state").asString()).isEqualTo("draft");
        assertThat(listed.at("/returned/note").asString()).isEqualTo("Texten pekar ut ett hus");

        assertThat(sent(draft).get("returned").isNull()).isTrue();
        assertThat(send(anna, "POST", draft + "/return", "{\"note\":\"\"}", tag(draft))
                        .statusCode())
                .as("who prepares it takes it back without a word")
                .isEqualTo(200);
        assertThat(json(anna.get(draft + "/history")).get("events").findValuesAsString("what"))
                .containsExactly("prepared", "sent", "returned", "sent", "returned");
    }

    @Test
    @Order(8)
    void of_eight_who_approve_at_once_one_wins_and_everybody_reads_the_same_from_then_on() throws Exception {
        String draft = draft();
        sent(draft);
        String tag = tag(draft);
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            boolean even = i % 2 == 0;
            answers.add(people.submit(() -> approve(even ? bo : cia, even ? "est-coordinator" : "admin", draft, tag)
                    .statusCode()));
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        people.shutdown();
        assertThat(codes).as(codes.toString()).containsOnlyOnce(200).allMatch(code -> List.of(200, 409, 412)
                .contains(code));

        JsonNode told = json(anna.get(draft));
        assertThat(told.get("state").asString()).isEqualTo("approved");
        assertThat(told.at("/approved/dataVersion/datasets")).hasSize(2);
        assertThat(send(anna, "PUT", draft, PLAN, tag(draft)).statusCode()).isEqualTo(409);
        assertThat(send(anna, "DELETE", draft, null, tag(draft)).statusCode()).isEqualTo(409);

        HttpResponse<String> moved = stranger.get("/public/trygghet-2025");
        assertThat(moved.statusCode()).isEqualTo(302);
        HttpResponse<String> page = stranger.get("/public/trygghet-2025/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.body())
                .isEqualTo(stranger.get("/public/trygghet-2025/?year=2024&x=1").body());
        String seen = page.headers().firstValue("ETag").orElseThrow();
        assertThat(stranger.get("/public/trygghet-2025/", "If-None-Match", seen).statusCode())
                .isEqualTo(304);
        assertThat(stranger.send("HEAD", "/public/trygghet-2025/", null).statusCode())
                .isEqualTo(200);
        assertThat(stranger.get("/public/trygghet-2025/nope").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/public").body()).contains("Trygghet 2025");
        assertThat(json(anna.get(draft + "/release")).get("slug").asString()).isEqualTo("trygghet-2025");
        for (JsonNode file : told.at("/approved/files")) {
            HttpResponse<byte[]> bytes = stranger.getBytes(file.get("address").asString());
            assertThat(bytes.statusCode()).isEqualTo(200);
            assertThat(Sha256.of(bytes.body())).isEqualTo(file.get("sha256").asString());
            assertThat(bytes.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
        }
    }

    @Test
    @Order(9)
    void other_sites_may_show_the_embedded_page_in_a_frame_and_no_other() {
        HttpResponse<String> embedded = stranger.get("/embed/trygghet-2025/");
        assertThat(embedded.statusCode()).as(embedded.body()).isEqualTo(200);
        assertThat(embedded.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors *");
        assertThat(embedded.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(stranger.get("/embed/trygghet-2025/index.html").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/embed/ingen/").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/login").headers().firstValue("X-Frame-Options"))
                .contains("DENY");
    }

    @Test
    @Order(10)
    void the_folder_holds_every_file_and_no_link_leads_out_of_it() throws IOException {
        byte[] zip = anna.getBytes(draft() + "/files.zip").body();
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().endsWith(".html")) {
                    assertThat(text).doesNotContain("href=\"/", "src=\"/", "type=\"module\"");
                }
            }
        }
        assertThat(names).contains("index.html", "en.html");
        assertThat(anna.getBytes(draft() + "/files.zip").body()).isEqualTo(zip);
    }

    @Test
    @Order(11)
    void a_release_that_overlaps_an_earlier_one_is_refused_with_rule_areas_and_way_out() {
        String half = begin(
                PLAN.replace("trygghet-2025", "halvar").replace("2025,\"groups\"", "2025,\"part\":\"h1\",\"groups\""));
        JsonNode report = json(anna.get(half + "/disclosure"));
        assertThat(report.get("noise").asBoolean()).isTrue();
        assertThat(report.get("accepted").asBoolean()).isFalse();
        assertThat(report.at("/refusals/0/rule").asString()).isEqualTo("G1");
        assertThat(report.at("/refusals/0/areas")).isNotEmpty();
        assertThat(report.at("/refusals/0/published/slug").asString()).isEqualTo("trygghet-2025");
        assertThat(report.at("/refusals/0/wayOut/sv").asString()).contains("Välj en period");
        assertThat(json(anna.get(half)).at("/problem/code").asString()).isEqualTo("gate");
        HttpResponse<String> refused = send(anna, "POST", half + "/send", null, tag(half));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("publication.gate");
        assertThat(json(refused).at("/refusals/0/rule").asString()).isEqualTo("G1");
        assertThat(stranger.get("/public/halvar").statusCode()).isEqualTo(404);
        assertThat(json(anna.get(half)).get("state").asString()).isEqualTo("draft");
        assertThat(send(anna, "DELETE", half, null, "\"v1\"").statusCode()).isEqualTo(204);
    }

    @Test
    @Order(12)
    void another_year_is_told_of_the_same_areas_and_set_beside_the_one_before() {
        String other = begin(PLAN.replace("2025", "2024"));
        JsonNode report = json(anna.get(other + "/disclosure"));
        assertThat(report.get("accepted").asBoolean()).isTrue();
        assertThat(report.at("/difference/sameAreas").asBoolean()).isTrue();
        assertThat(report.at("/difference/previous/slug").asString()).isEqualTo("trygghet-2025");
        assertThat(report.at("/difference/cells")).isNotEmpty();
        sent(other);
        HttpResponse<String> approved = approve(bo, "est-coordinator", other);
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        JsonNode now = json(anna.get(other + "/release"));
        JsonNode before = json(anna.get(draft() + "/release"));
        assertThat(now.get("areas")).isEqualTo(before.get("areas"));
    }

    @Test
    @Order(13)
    void what_is_taken_back_leaves_a_notice_and_its_numbers_stay_in_the_judging() {
        String draft = draft();
        JsonNode files = json(anna.get(draft)).at("/approved/files");
        String reason = "{\"reason\":{\"sv\":\"Fel <år>\",\"en\":\"Wrong year\"}}";
        HttpResponse<String> gone = send(bo, "POST", draft + "/withdraw", reason, tag(draft));
        assertThat(gone.statusCode()).as(gone.body()).isEqualTo(200);
        assertThat(send(bo, "POST", draft + "/withdraw", reason, tag(draft)).statusCode())
                .isEqualTo(409);
        HttpResponse<String> notice = stranger.get("/public/trygghet-2025/");
        assertThat(notice.statusCode()).isEqualTo(200);
        assertThat(notice.body()).contains("Tillbakadragen", "Fel &lt;år&gt;", "Wrong year");
        assertThat(stranger.get("/embed/trygghet-2025/").body()).contains("Tillbakadragen");
        assertThat(stranger.get(files.get(0).get("address").asString()).statusCode())
                .isEqualTo(410);
        assertThat(stranger.get("/public").body()).contains("tillbakadragen");
        assertThat(json(anna.get(draft + "/history")).get("events").findValuesAsString("what"))
                .containsExactly("prepared", "sent", "returned", "sent", "returned", "sent", "approved", "withdrawn");
        assertThat(send(anna, "POST", ALL, PLAN, null).statusCode())
                .as("an address is never used again")
                .isEqualTo(422);

        String half = begin(PLAN.replace("trygghet-2025", "halvar-igen")
                .replace("2025,\"groups\"", "2025,\"part\":\"h1\",\"groups\""));
        assertThat(json(anna.get(half + "/disclosure")).get("accepted").asBoolean())
                .isFalse();
    }

    @Test
    @Order(14)
    void only_those_who_publish_see_what_is_prepared() {
        for (String role : List.of("est-member", "planner", "steering", "auditor", "reporter")) {
            assertThat(service.as(role).get(ALL).statusCode()).as(role).isEqualTo(403);
        }
        assertThat(stranger.get(ALL).statusCode()).isEqualTo(401);
    }

    private String draft() {
        for (JsonNode each : json(anna.get(ALL)).get("publications")) {
            if (each.get("slug").asString().equals("trygghet-2025")) {
                return ALL + "/" + each.get("id").asLong();
            }
        }
        throw new IllegalStateException("no such publication");
    }

    private String begin(String plan) {
        HttpResponse<String> begun = send(anna, "POST", ALL, plan, null);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return begun.headers().firstValue("Location").orElseThrow();
    }

    /** The publication, which waits for a second person now. */
    private JsonNode sent(String publication) {
        HttpResponse<String> sent = send(anna, "POST", publication + "/send", null, tag(publication));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        return json(sent);
    }

    private String tag(String publication) {
        return anna.get(publication).headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> approve(Visitor who, String role, String publication) {
        return approve(who, role, publication, tag(publication));
    }

    private HttpResponse<String> approve(Visitor who, String role, String publication, String tag) {
        ObjectNode sent = JSON.createObjectNode();
        sent.put("password", service.password(role));
        sent.put("note", "Sett och godkänt");
        return send(who, "POST", publication + "/approve", sent.toString(), tag);
    }

    private static HttpResponse<String> send(Visitor who, String method, String path, String body, String tag) {
        List<String> headers = new ArrayList<>();
        if (body != null) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        if (tag != null) {
            headers.addAll(List.of("If-Match", tag));
        }
        return who.send(method, path, body, headers.toArray(String[]::new));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
