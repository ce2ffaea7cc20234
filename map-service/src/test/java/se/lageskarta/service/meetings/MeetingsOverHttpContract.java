package se.lageskarta.service.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

/** What those who meet can rely on at {@code /api/meetings} and {@code /api/decisions}, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MeetingsOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WRITERS = 8;
    private static final int TRIES = 100;
    private static final String MEETING = """
            {"title":"EST i november","kind":"est","heldOn":"2026-02-03","startsAt":"13:30","place":"Kommunhuset",
            "chair":"Kommunen, säkerhetschef","agenda":[{"kind":"text","title":"Mötet öppnas","minutes":5}],
            "attendance":[{"organisation":"Polisen","number":2,"state":"present"},
            {"organisation":"Bostadsbolaget","state":"absent"}],"state":"planned","nextOn":"2026-03-03",
            "newOrganisations":["Polisen","Bostadsbolaget","Gatuenheten"]}""";
    private static final String DECISION =
            "{\"text\":\"Byt lampan\",\"owner\":\"Gatuenheten\",\"until\":\"2026-02-20\",\"state\":\"open\","
                    + "\"newOrganisations\":[\"Gatuenheten\"]}";

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor eva;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        eva = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_meeting_is_planned_prepared_held_and_approved_and_then_takes_addenda_only() {
        String meeting = plan(MEETING);
        JsonNode prepared = json(send("POST", meeting + "/agenda", null, "\"v1\""));
        assertThat(prepared.at("/plan/agenda").valueStream().map(item -> item.get("kind")
                        .asString()))
                .containsExactly("decisions", "picture", "measures", "follow-ups", "areas", "year", "text");

        HttpResponse<String> early = send("POST", meeting + "/approval", null, "\"v2\"");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(json(early).get("code").asString()).isEqualTo("meeting.not-held");
        String held = MEETING.replace("\"state\":\"planned\"", "\"state\":\"held\"");
        assertThat(send("PUT", meeting, held, "\"v2\"").statusCode()).isEqualTo(200);
        decide(DECISION.replace("{", "{\"meetingId\":" + number(meeting) + ","));
        HttpResponse<String> approved = send("POST", meeting + "/approval", null, "\"v3\"");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(json(approved).get("state").asString()).isEqualTo("approved");

        assertThat(send("PUT", meeting, MEETING, "\"v4\"").statusCode()).isEqualTo(409);
        assertThat(send("DELETE", meeting, null, "\"v4\"").statusCode()).isEqualTo(409);
        HttpResponse<String> added =
                send("POST", meeting + "/addenda", "{\"text\":\"Lampan står vid bron.\"}", "\"v4\"");
        assertThat(json(added).at("/addenda/0/text").asString()).isEqualTo("Lampan står vid bron.");
        assertThat(json(eva.get(meeting + "/history")).get("states")).hasSize(5);
    }

    @Test
    void an_approved_protocol_says_what_it_said_whatever_becomes_of_its_decisions() {
        String meeting = plan(MEETING.replace("\"state\":\"planned\"", "\"state\":\"held\""));
        String decision = decide(DECISION.replace("{", "{\"meetingId\":" + number(meeting) + ","));
        send("POST", meeting + "/approval", null, "\"v1\"");
        String at = ",\"meetingId\":" + number(meeting) + "}";
        String done = DECISION.replace("\"state\":\"open\"", "\"state\":\"done\",\"followUp\":\"Bytt 12 februari\"")
                .replace("}", at);
        assertThat(send("PUT", decision, done, "\"v1\"").statusCode()).isEqualTo(200);
        JsonNode kept = json(eva.get(meeting)).at("/content/decisions/0");
        assertThat(kept.get("state").asString()).isEqualTo("open");

        String other = done.replace("Byt lampan", "Byt alla lampor");
        assertThat(send("PUT", decision, other, "\"v2\"").statusCode()).isEqualTo(409);
        assertThat(send("DELETE", decision, null, "\"v2\"").statusCode()).isEqualTo(409);
        HttpResponse<String> late =
                eva.send("POST", "/api/decisions", DECISION.replace("}", at), "Content-Type", "application/json");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(json(late).at("/errors/0/field").asString()).isEqualTo("meetingId");
    }

    @Test
    void what_was_decided_and_is_open_comes_up_next_time_and_says_when_it_is_overdue() {
        String first = plan(MEETING);
        String decision = decide(DECISION.replace("{", "{\"meetingId\":" + number(first) + ","));
        String second = plan(MEETING.replace("2026-03-03", "2026-04-07").replace("2026-02-03", "2026-03-03"));
        JsonNode line = line(second, decision);
        assertThat(line.get("overdue").asBoolean()).isTrue();
        assertThat(line(first, decision)).as("its own meeting").isNull();

        String dropped = DECISION.replace("\"open\"", "\"dropped\"");
        assertThat(field(send("PUT", decision, dropped, "\"v1\""))).isEqualTo("followUp");
        send("PUT", decision, dropped.replace("}", ",\"followUp\":\"Lampan är ny\"}"), "\"v1\"");
        assertThat(line(second, decision)).as("dropped").isNull();
    }

    @Test
    void an_extract_holds_what_concerns_those_who_take_part_and_nothing_else() {
        String whole = plan(MEETING);
        String lamp = decide(DECISION.replace("{", "{\"meetingId\":" + number(whole) + ","));
        String patrol = decide(DECISION.replace("{", "{\"meetingId\":" + number(whole) + ",")
                .replace("Gatuenheten", "Polisen")
                .replace("Byt lampan", "Kvällspass"));
        String extract = plan(MEETING.replace("\"est\"", "\"sspf\"").replace("2026-02-03", "2026-02-24"));
        assertThat(line(extract, patrol)).isNotNull();
        assertThat(line(extract, lamp)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"title\":\"EST i november\"|\"title\":\" \"|title",
                "\"kind\":\"est\"|\"kind\":\"party\"|kind",
                "\"heldOn\":\"2026-02-03\"|\"heldOn\":\"1926-02-03\"|heldOn",
                "\"startsAt\":\"13:30\"|\"startsAt\":\"25:00\"|startsAt",
                "\"nextOn\":\"2026-03-03\"|\"nextOn\":\"2026-02-03\"|nextOn",
                "\"minutes\":5|\"minutes\":0|agenda.0.minutes",
                "\"kind\":\"text\"|\"kind\":\"song\"|agenda.0.kind",
                "\"kind\":\"text\"|\"kind\":\"spot\"|agenda.0.spotId",
                "\"kind\":\"text\"|\"kind\":\"spot\",\"spotId\":999999|agenda.0.spotId",
                "\"kind\":\"text\"|\"kind\":\"text\",\"view\":\"<script>\"|agenda.0.view",
                "\"number\":2|\"number\":51|attendance.0.number",
                "\"organisation\":\"Bostadsbolaget\"|\"organisation\":\"polisen\"|attendance.1.organisation",
                "\"organisation\":\"Bostadsbolaget\"|\"organisation\":\"Okända AB\"|attendance.1.organisation",
                "\"state\":\"absent\"|\"state\":\"absent\",\"number\":3|attendance.1.number",
                "\"state\":\"planned\"|\"state\":\"planned\",\"pictureId\":999999|pictureId",
            })
    void what_is_wrong_is_said_at_its_field_with_what_to_do(String from, String to, String field) {
        HttpResponse<String> refused =
                eva.send("POST", "/api/meetings", MEETING.replace(from, to), "Content-Type", "application/json");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(field(refused)).isEqualTo(field);
        assertThat(json(refused).at("/errors/0/remedy").asString()).isNotBlank();
    }

    @Test
    void a_meeting_of_tomorrow_has_not_been_held() {
        String tomorrow =
                LocalDate.now(ZoneId.of("Europe/Stockholm")).plusDays(2).toString();
        String held = MEETING.replace("2026-02-03", tomorrow)
                .replace("\"nextOn\":\"2026-03-03\",", "")
                .replace("\"state\":\"planned\"", "\"state\":\"held\"");
        HttpResponse<String> refused = eva.send("POST", "/api/meetings", held, "Content-Type", "application/json");
        assertThat(field(refused)).isEqualTo("heldOn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"text\":\"Byt lampan\"|\"text\":\"\"|text",
                "\"newOrganisations\":[\"Gatuenheten\"]|\"owner\":\"Ingen känd\"|owner",
                "\"until\":\"2026-02-20\"|\"until\":\"2026-02-01\"|until",
                "\"state\":\"open\"|\"state\":\"lost\"|state",
                "\"state\":\"open\"|\"state\":\"open\",\"spotId\":999999|spotId",
                "\"state\":\"open\"|\"state\":\"open\",\"measureId\":999999|measureId",
            })
    void a_decision_that_cannot_be_is_refused_at_its_field(String from, String to, String field) {
        String meeting = plan(MEETING);
        String sent = DECISION.replace("}", ",\"meetingId\":" + number(meeting) + "}")
                .replace(from, to)
                .replace(to.startsWith("\"owner\"") ? "\"owner\":\"Gatuenheten\"," : "|", "");
        HttpResponse<String> refused = eva.send("POST", "/api/decisions", sent, "Content-Type", "application/json");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(field(refused)).isEqualTo(field);
    }

    @Test
    void the_protocol_is_a_pdf_a_word_file_and_a_page_that_say_the_same() {
        String meeting = plan(MEETING.replace("\"place\"", "\"secrecy\":\"Sekretess 18 kap. 1 § OSL\",\"place\"")
                .replace("\"minutes\":5", "\"minutes\":5,\"notes\":\"Mörkt vid <tunneln>\""));
        decide(DECISION.replace("{", "{\"meetingId\":" + number(meeting) + ","));
        String page = eva.get(meeting + "/protocol.html?language=sv").body();
        assertThat(page)
                .contains("Sekretess 18 kap. 1 § OSL", "Polisen", "Närvarande", "Mörkt vid &lt;tunneln&gt;")
                .contains("Byt lampan", "Gatuenheten", "2026-02-20", "Utkast");
        assertThat(eva.get(meeting + "/protocol.html?language=en").body()).contains("Decisions", "Present");
        HttpResponse<byte[]> pdf = eva.getBytes(meeting + "/protocol.pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(eva.getBytes(meeting + "/protocol.docx").body()).startsWith('P', 'K');
        assertThat(eva.get(meeting + "/protocol.odt").statusCode()).isEqualTo(404);
    }

    @Test
    void reporters_are_told_what_the_group_says_once_it_has_been_approved() {
        String meeting = plan(MEETING.replace("\"state\":\"planned\"", "\"state\":\"held\""));
        decide(DECISION.replace("{", "{\"meetingId\":" + number(meeting) + ","));
        String draft = json(eva.get(meeting + "/feedback-draft?language=sv"))
                .get("text")
                .asString();
        assertThat(draft).contains("inga rapporter", "Byt lampan (Gatuenheten, senast 2026-02-20)");
        String told =
                MEETING.replace("\"state\":\"planned\"", "\"state\":\"held\",\"feedback\":\"Lampan byts i mars.\"");
        assertThat(send("PUT", meeting, told, "\"v1\"").statusCode()).isEqualTo(200);
        Visitor reporter = service.as("reporter");
        assertThat(reporter.get("/api/feedback").body()).doesNotContain("Lampan byts i mars.");
        assertThat(send("POST", meeting + "/approval", null, "\"v2\"").statusCode())
                .isEqualTo(200);
        assertThat(reporter.get("/api/feedback").body()).contains("Lampan byts i mars.", "2026-02-03");
        assertThat(service.as("planner").get("/api/feedback").statusCode()).isEqualTo(403);
    }

    @Test
    void no_person_is_written_down() {
        String meeting = plan(MEETING.replace("Mötet öppnas", "Ring 070-123 45 67"));
        assertThat(eva.get(meeting).body()).contains("[telefon]").doesNotContain("070-123");
    }

    @Test
    void the_steering_group_reads_its_own_meetings_and_what_has_been_approved_and_others_nothing() {
        String planned = plan(MEETING);
        String theirs = plan(MEETING.replace("\"est\"", "\"steering\""));
        Visitor steering = service.as("steering");
        assertThat(steering.get(planned).statusCode()).isEqualTo(404);
        assertThat(steering.get(theirs).statusCode()).isEqualTo(200);
        for (String role : List.of("planner", "reporter", "communicator", "auditor")) {
            assertThat(service.as(role).get("/api/meetings").statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    @Test
    void of_two_who_write_one_wins_and_the_other_sees_both_versions() {
        String meeting = plan(MEETING);
        send("PUT", meeting, MEETING.replace("Kommunhuset", "Polishuset"), "\"v1\"");
        HttpResponse<String> stale = send("PUT", meeting, MEETING.replace("Kommunhuset", "Skolan"), "\"v1\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/state/plan/place").asString()).isEqualTo("Polishuset");
        assertThat(send("PUT", meeting, MEETING, null).statusCode()).isEqualTo(428);
    }

    @Test
    void of_eight_who_write_at_once_one_wins_each_of_a_hundred_rounds_and_nothing_is_lost() throws Exception {
        String meeting = plan(MEETING);
        String decision = decide(DECISION);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int round = 1; round <= TRIES; round++) {
                String seen = "\"v" + round + "\"";
                boolean first = round % 2 == 0;
                List<Future<Integer>> sent = writers.invokeAll(IntStream.range(0, WRITERS)
                        .<java.util.concurrent.Callable<Integer>>mapToObj(writer -> () -> writer % 2 == (first ? 0 : 1)
                                ? send("PUT", meeting, MEETING.replace("Kommunhuset", "Rum " + writer), seen)
                                        .statusCode()
                                : 1000
                                        + send("PUT", decision, DECISION.replace("Byt", "Byt " + writer), seen)
                                                .statusCode())
                        .toList());
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> one : sent) {
                    answers.add(one.get());
                }
                assertThat(answers).as("round " + round).containsOnlyOnce(200).containsOnlyOnce(1200);
                assertThat(answers).containsOnly(200, 1200, 412, 1412);
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(json(eva.get(meeting + "/history")).get("states")).hasSize(TRIES + 1);
        assertThat(json(eva.get(decision + "/history")).get("states")).hasSize(TRIES + 1);
    }

    private String plan(String body) {
        return made(eva.send("POST", "/api/meetings", body, "Content-Type", "application/json"));
    }

    private String decide(String body) {
        return made(eva.send("POST", "/api/decisions", body, "Content-Type", "application/json"));
    }

    private static String made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> send(String method, String path, String body, String version) {
        List<String> headers = new ArrayList<>();
        if (body != null) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        if (version != null) {
            headers.addAll(List.of("If-Match", version));
        }
        return eva.send(method, path, body, headers.toArray(String[]::new));
    }

    /** The line of a decision among what a meeting has before it; null when it is not there. */
    private JsonNode line(String meeting, String decision) {
        return json(eva.get(meeting))
                .at("/content/earlier")
                .valueStream()
                .filter(each -> each.get("id").asLong() == number(decision))
                .findFirst()
                .orElse(null);
    }

    private static long number(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String field(HttpResponse<String> refused) {
        return json(refused).at("/errors/0/field").asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
