package se.lageskarta.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
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
import se.lageskarta.service.paper.PdfCheck;
import se.lageskarta.service.web.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those who write the documents of the law can rely on at {@code /api/documents}, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DocumentsContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] AS_JSON = {"Content-Type", "application/json"};

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor member;
    private Visitor coordinator;
    private Visitor steering;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        InventedEvidence.into(service);
        member = service.as("est-member");
        coordinator = service.as("est-coordinator");
        steering = service.as("steering");
        HttpResponse<String> picture = member.send("POST", "/api/pictures", "{}", AS_JSON);
        assertThat(picture.statusCode()).as(picture.body()).isEqualTo(201);
    }

    @AfterAll
    void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"monthly", "half-year", "yearly", "situation", "action-plan"})
    void every_kind_is_drafted_approved_and_stays_the_same_for_ever(String kind) throws Exception {
        JsonNode draft = begin(kind, "sv");
        String document = "/api/documents/" + draft.get("id").asLong();
        assertThat(draft.get("state").asString()).isEqualTo("draft");
        assertThat(draft.at("/preview/blocks").size()).isGreaterThan(6);
        PdfCheck.accessible(bytes(document + "/file.pdf"));

        HttpResponse<String> approved = coordinator.send("POST", document + "/approval", "{}", match("v1"));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(json(approved).get("state").asString()).isEqualTo("approved");
        byte[] pdf = bytes(document + "/file.pdf");
        PdfCheck.accessible(pdf);
        assertThat(PdfCheck.text(pdf)).contains("Påhittade uppgifter").doesNotContain("Utkast", "[kommun]");
        assertThat(bytes(document + "/file.pdf")).isEqualTo(pdf);
        assertThat(json(approved).at("/approved/files/1/sha256").asString()).isEqualTo(Sha256.of(pdf));
        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(bytes(document + "/file.docx")))) {
            assertThat(docx.getTables()).isNotEmpty();
        }
        assertThat(new String(bytes(document + "/file.html"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("<html lang=\"sv\">");

        assertThat(put(document, "v2", draft.get("plan")).statusCode()).isEqualTo(409);
        assertThat(coordinator
                        .send("DELETE", document, null, "If-Match", "\"v2\"")
                        .statusCode())
                .isEqualTo(409);
        assertThat(coordinator
                        .send("POST", document + "/approval", "{}", match("v2"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_steering_groups_page_has_at_most_two_pages_and_the_months_page_its_map() {
        JsonNode half = begin("half-year", "sv");
        JsonNode month = begin("monthly", "sv");

        assertThat(PdfCheck.pages(bytes("/api/documents/" + half.get("id").asLong() + "/file.pdf")))
                .isLessThanOrEqualTo(2);
        assertThat(month.at("/preview/blocks").toString()).contains("Karta med ", "data:image/png;base64,");
    }

    @Test
    void people_change_the_words_and_the_second_writer_sees_the_first() {
        JsonNode draft = begin("monthly", "sv");
        String document = "/api/documents/" + draft.get("id").asLong();
        String plan = draft.get("plan").toString().replace("Månadsbild för EST-gruppen", "Vår bild <b>nu</b>");

        HttpResponse<String> changed = member.send("PUT", document, plan, match("v1"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).at("/preview/title").asString()).isEqualTo("Vår bild <b>nu</b>");
        HttpResponse<String> stale = member.send("PUT", document, plan, match("v1"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/state/plan/title").asString()).isEqualTo("Vår bild <b>nu</b>");
        assertThat(member.send("PUT", document, plan, AS_JSON).statusCode()).isEqualTo(428);
        assertThat(coordinator
                        .send("POST", document + "/approval", "{}", match("v1"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(json(member.get(document + "/history")).get("states")).hasSize(2);
        assertThat(PdfCheck.text(bytes(document + "/file.pdf"))).contains("Utkast", "Vår bild <b>nu</b>");
    }

    @Test
    void a_hidden_section_is_not_there_and_the_order_is_peoples() {
        JsonNode draft = begin("monthly", "en");
        String document = "/api/documents/" + draft.get("id").asLong();
        String plan = draft.get("plan").toString();
        String hidden = plan.replace(
                "\"heading\":\"Decisions\",\"text\":\"\",\"shown\":true",
                "\"heading\":\"Decisions\",\"text\":\"\",\"shown\":false");
        assertThat(hidden).isNotEqualTo(plan);

        JsonNode changed = json(member.send("PUT", document, hidden, match("v1")));

        assertThat(changed.at("/preview/language").asString()).isEqualTo("en");
        assertThat(changed.at("/preview/blocks").toString()).doesNotContain("\"Decisions\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"weekly\"}|422|kind",
                "{\"kind\":\"monthly\",\"from\":\"2026-01-01\"}|422|to",
                "{\"kind\":\"monthly\",\"from\":\"2026-02-01\",\"to\":\"2026-01-01\"}|422|to",
                "{\"kind\":\"monthly\",\"pictureId\":999999}|422|pictureId",
                "{\"kind\":\"situation\",\"elsewhere\":true}|422|decidedOn",
                "{\"kind\":\"monthly\",\"surprise\":1}|400|surprise"
            })
    void what_cannot_be_begun_is_said_at_its_field(String body, int status, String field) {
        HttpResponse<String> refused = member.send("POST", "/api/documents", body, AS_JSON);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(json(refused).at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(json(refused).at("/errors/0/remedy").asString()).isNotBlank();
    }

    @Test
    void a_document_decided_before_starts_the_countdown_of_24_months() {
        String sent = "{\"kind\":\"situation\",\"elsewhere\":true,\"title\":\"Lägesbild 2024\",\"organ\":\"KF\","
                + "\"number\":\"KS 2024/7\",\"decidedOn\":\"2090-03-01\"}";
        JsonNode noted = json(member.send("POST", "/api/documents", sent, AS_JSON));
        assertThat(noted.get("state").asString()).isEqualTo("elsewhere");
        assertThat(member.get("/api/documents/" + noted.get("id").asLong() + "/file.pdf")
                        .statusCode())
                .isEqualTo(404);

        JsonNode deadlines = json(member.get("/api/documents")).get("deadlines");

        JsonNode situation = find(deadlines, "about", "situation");
        assertThat(situation.get("due").asString()).isEqualTo("2092-03-01");
        assertThat(situation.get("statutory").asBoolean()).isTrue();
        assertThat(coordinator
                        .send("DELETE", "/api/documents/" + noted.get("id").asLong(), null, "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void the_steering_group_reads_what_is_approved_but_not_the_groups_own_month() {
        JsonNode draft = begin("half-year", "sv");
        String document = "/api/documents/" + draft.get("id").asLong();
        assertThat(steering.get(document).statusCode()).isEqualTo(404);
        coordinator.send("POST", document + "/approval", "{}", match("v1"));
        JsonNode month = begin("monthly", "sv");
        String page = "/api/documents/" + month.get("id").asLong();
        coordinator.send("POST", page + "/approval", "{}", match("v1"));

        assertThat(steering.get(document).statusCode()).isEqualTo(200);
        assertThat(steering.get(document + "/file.pdf").statusCode()).isEqualTo(200);
        assertThat(steering.get(page).statusCode()).isEqualTo(404);
        assertThat(steering.get(page + "/file.pdf").statusCode()).isEqualTo(404);
        assertThat(steering.get("/api/documents").body()).doesNotContain("Månadsbild");
        assertThat(steering.send("POST", "/api/documents", "{\"kind\":\"monthly\"}", AS_JSON)
                        .statusCode())
                .isEqualTo(403);
        assertThat(member.send("POST", document + "/approval", "{}", match("v2"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void pledges_and_agreements_are_kept_changed_and_counted_down() {
        String pledge =
                "{\"promise\":\"Tryggare torg\",\"from\":\"2026-01-01\",\"to\":\"2026-06-30\",\"places\":\"Torget\","
                        + "\"activities\":\"Fotpatrull\",\"responsible\":\"Polisen\",\"indicator\":\"Otrygga\"}";
        HttpResponse<String> added = member.send("POST", "/api/pledges", pledge, AS_JSON);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String address = "/api/pledges/" + json(added).get("id").asLong();
        assertThat(find(json(member.get("/api/documents")).get("deadlines"), "words", "Tryggare torg")
                        .get("state")
                        .asString())
                .isEqualTo("overdue");
        String kept = pledge.replace("\"indicator\"", "\"kept\":\"kept\",\"indicator\"");
        assertThat(json(member.send("PUT", address, kept, match("v1")))
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("result");
        HttpResponse<String> told = member.send(
                "PUT",
                address,
                kept.replace("\"indicator\"", "\"result\":\"Fler vistas där\",\"indicator\""),
                match("v1"));
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(begin("yearly", "sv", "2026-01-01", "2026-12-31")
                        .at("/preview/blocks")
                        .toString())
                .contains("Fler vistas där", "hållet");

        String agreement = "{\"parties\":\"Kommunen, Polisen\",\"purpose\":\"Samverkan\",\"signedOn\":\"2090-01-01\","
                + "\"validTo\":\"2091-12-31\",\"number\":\"KS 1\"}";
        HttpResponse<String> signed = member.send("POST", "/api/agreements", agreement, AS_JSON);
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
        assertThat(find(json(member.get("/api/documents")).get("deadlines"), "about", "agreement-ends")
                        .get("due")
                        .asString())
                .isEqualTo("2091-12-31");
        String one = "/api/agreements/" + json(signed).get("id").asLong();
        assertThat(coordinator.send("DELETE", one, null, "If-Match", "\"v1\"").statusCode())
                .isEqualTo(204);
        assertThat(coordinator.send("POST", one + "/restore", "", AS_JSON).statusCode())
                .isEqualTo(200);
        assertThat(json(member.get(one + "/history")).get("states")).hasSize(3);
    }

    @Test
    void a_template_is_changed_used_and_reset() {
        String address = "/api/document-templates/action-plan/sv";
        JsonNode standard = json(coordinator.get(address));
        assertThat(standard.get("version").asLong()).isZero();
        String own = standard.get("template").toString().replace("Strategisk åtgärdsplan", "Plan för [kommun]");
        HttpResponse<String> saved = coordinator.send("PUT", address, own, match("v0"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(coordinator.send("PUT", address, own, match("v0")).statusCode())
                .isEqualTo(412);
        assertThat(begin("action-plan", "sv").at("/plan/title").asString())
                .startsWith("Plan för ")
                .doesNotContain("[");

        HttpResponse<String> refused =
                coordinator.send("PUT", address, own.replace("[kommun]", "[komun]"), match("v1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/field").asString()).isEqualTo("title");
        assertThat(member.send("PUT", address, own, match("v1")).statusCode()).isEqualTo(403);
        assertThat(json(coordinator.send("DELETE", address, null, "If-Match", "\"v1\""))
                        .at("/template/title")
                        .asString())
                .isEqualTo("Strategisk åtgärdsplan");
    }

    @Test
    void of_several_first_changes_of_a_template_at_once_one_is_saved_and_the_others_are_told() throws Exception {
        String address = "/api/document-templates/yearly/en";
        String own = json(coordinator.get(address)).get("template").toString();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Integer> answers = new ArrayList<>();
        try {
            Callable<Integer> save =
                    () -> coordinator.send("PUT", address, own, match("v0")).statusCode();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(6, save))) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        coordinator.send("DELETE", address, null, "If-Match", "\"v1\"");
    }

    private JsonNode begin(String kind, String language) {
        return begun("{\"kind\":\"" + kind + "\",\"language\":\"" + language + "\"}");
    }

    private JsonNode begin(String kind, String language, String from, String to) {
        return begun("{\"kind\":\"" + kind + "\",\"language\":\"" + language + "\",\"from\":\"" + from + "\",\"to\":\""
                + to + "\"}");
    }

    private JsonNode begun(String body) {
        HttpResponse<String> begun = member.send("POST", "/api/documents", body, AS_JSON);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return json(begun);
    }

    private HttpResponse<String> put(String address, String version, JsonNode body) {
        return member.send("PUT", address, body.toString(), match(version));
    }

    private byte[] bytes(String address) {
        HttpResponse<byte[]> answer = member.getBytes(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        return answer.body();
    }

    private static JsonNode find(JsonNode list, String name, String value) {
        for (JsonNode each : list) {
            if (each.path(name).asString("").equals(value)) {
                return each;
            }
        }
        throw new AssertionError(name + " " + value + " is not in " + list);
    }

    private static String[] match(String version) {
        return List.of("Content-Type", "application/json", "If-Match", "\"" + version + "\"")
                .toArray(String[]::new);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
