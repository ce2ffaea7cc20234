package se.lageskarta.service.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

/** Code tables as files, and codes that have meant different things over the years; on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CodeTablesContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "tables";
    private static final String WORDS = "/api/code-tables/words";
    private static final String TYPES = "/api/code-tables/types";
    private static final String HEADINGS = "Ord eller kod;Typ;Gäller från;Gäller till\r\n";

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor coordinator;
    private Visitor member;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        coordinator = service.as("est-coordinator");
        member = service.as("est-member");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_table_that_is_taken_out_and_in_again_unchanged_changes_nothing() {
        imported(
                "runt",
                "R1;383351;6439070;2026-02-10;Obegripligt\nR2;383351;6439071;2026-02-10;=1+1\n"
                        + "R3;383351;6439072;2026-02-10;Cykelstöld\n");
        String words = coordinator.get(WORDS + ".csv").body();
        assertThat(words).startsWith("\uFEFFOrd eller kod;Typ;Gäller från;Gäller till;Typens namn;Sagt här\r\n");
        assertThat(words)
                .contains("Obegripligt;;;;;nej")
                .contains("'=1+1;")
                .contains("Cykelstöld;CYK;;;Cykelstöld;nej");
        JsonNode same = json(look(WORDS + "/look?removeOthers=true", words));
        assertThat(same.get("changes").asInt()).as(same.toString()).isZero();
        assertThat(same.get("refused").asInt()).isZero();
        assertThat(same.get("unread")).hasSize(0);
        assertThat(same.get("unchanged").asInt()).isEqualTo(same.get("lines").asInt());

        String types = member.get(TYPES + ".csv").body();
        assertThat(types)
                .startsWith("\uFEFFKod;Klass;Namn på svenska;")
                .contains("SKA;A;Skadegörelse;Vandalism;#b3541e;brott;;nej");
        assertThat(json(look(TYPES + "/look", types)).get("changes").asInt()).isZero();
        assertThat(service.as("admin").get("/api/exports").body()).contains("code-tables/words.csv");
    }

    @Test
    void words_are_taken_in_at_once_with_their_history_also_for_what_is_here() {
        long id = imported("koder", "K1;383351;6439070;2026-02-10;0825\nK2;383351;6439071;2026-02-10;9811\n");
        String file = HEADINGS + "825;INB;;\r\n9811;Skadegörelse;;\r\nGammalt ord;RAN;;\r\n";
        HttpResponse<String> seen = look(WORDS + "/look", file);
        JsonNode preview = json(seen);
        assertThat(preview.get("changes").asInt()).isEqualTo(3);
        assertThat(preview.get("zeros").asInt())
                .as("a spreadsheet has taken the zero of 0825")
                .isEqualTo(1);
        assertThat(preview.at("/words/0/word").asString()).isEqualTo("0825");
        assertThat(preview.at("/words/0/change").asString()).isEqualTo("new");
        assertThat(preview.at("/words/0/lines/0").asInt()).isEqualTo(2);
        assertThat(preview.at("/words/0/incidents").asInt()).isEqualTo(1);
        assertThat(preview.at("/words/1/after/0/code").asString()).isEqualTo("SKA");
        assertThat(word("0825").get("code").isNull())
                .as("looking changes nothing")
                .isTrue();

        JsonNode saved = json(save(WORDS + "?applyToExisting=true", tag(seen), file));
        assertThat(saved.get("changed").asInt()).isEqualTo(3);
        assertThat(saved.get("retyped").asInt()).isEqualTo(2);
        assertThat(json(coordinator.get("/api/incidents?types=INB&datasets=" + id))
                        .get("features"))
                .hasSize(1);
        assertThat(json(member.get("/api/code-history")).findValuesAsString("item"))
                .contains("0825", "gammaltord");

        HttpResponse<String> next = look(WORDS + "/look", HEADINGS + "Gammalt ord;;;\r\n9811;KLO;;\r\n");
        JsonNode changes = json(next);
        assertThat(changes.at("/words/0/change").asString()).isEqualTo("removed");
        assertThat(changes.at("/words/1/change").asString()).isEqualTo("changed");
        assertThat(changes.at("/words/1/before/0/code").asString()).isEqualTo("SKA");
        JsonNode whole = json(look(WORDS + "/look?removeOthers=true", HEADINGS + "9811;SKA;;\r\n"));
        assertThat(removed(whole)).contains("0825", "Gammalt ord");
    }

    @Test
    void a_file_with_faults_is_told_line_by_line_and_saves_nothing_at_all() {
        String file = HEADINGS + "Riktigt nytt;SKA;;\r\n;SKA;;\r\nFel typ;XYZ;;\r\nFel dag;SKA;31/1 2024;\r\n"
                + "Bakvänd;SKA;2024-02-01;2024-01-01\r\nDubbel;SKA;;2024-01-01\r\nDubbel;RAN;2024-01-01;\r\nTom;;2024-01-01;\r\n";
        HttpResponse<String> seen = look(WORDS + "/look", file, "Accept-Language", "en");
        JsonNode preview = json(seen);
        assertThat(preview.get("refused").asInt()).as(preview.toString()).isEqualTo(6);
        List<String> told = StreamSupport.stream(preview.get("refusals").spliterator(), false)
                .map(each -> each.get("line").asInt() + " " + each.get("field").asString() + " "
                        + each.get("code").asString())
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "3 Ord eller kod word.word",
                        "4 Typ word.code",
                        "5 Gäller från word.period-day",
                        "6 Gäller till word.period-order",
                        "8 Gäller från codes.overlap",
                        "9 Typ codes.dates-without-type");
        assertThat(preview.toString()).contains("Write it as 2024-01-31").contains("31/1 2024");
        HttpResponse<String> refused = save(WORDS, tag(seen), file);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).findValuesAsString("field")).contains("lines.4.Typ");
        assertThat(member.get("/api/type-words").body()).doesNotContain("Riktigt nytt");
    }

    @Test
    void types_are_taken_in_described_and_ended_but_never_removed() {
        String heading = "Kod;Klass;Namn på svenska;Färg;Räknas som;Används inte längre\r\n";
        String file = heading + "BADA;D;Bad på förbjuden plats;#0b5c8a;störning;nej\r\n";
        HttpResponse<String> seen = look(TYPES + "/look", file);
        assertThat(json(seen).at("/types/0/change").asString()).isEqualTo("new");
        assertThat(save(TYPES, tag(seen), file).statusCode()).isEqualTo(200);
        assertThat(coordinator.get("/api/types").body()).contains("Bad på förbjuden plats");

        String ended = heading + "BADA;D;Bad;;;ja\r\n";
        HttpResponse<String> again = look(TYPES + "/look", ended);
        assertThat(json(again).at("/types/0/change").asString()).isEqualTo("removed");
        assertThat(json(again).at("/types/0/after/colour").asString())
                .as("an empty colour stays")
                .isEqualTo("#0b5c8a");
        assertThat(save(TYPES, tag(seen), ended).statusCode())
                .as("from an older table")
                .isEqualTo(412);
        assertThat(save(TYPES, tag(again), ended).statusCode()).isEqualTo(200);

        String wrong = heading + "OTR;F;Otrygg plats;#7b3fa0;brott;kanske\r\nOTR;F;Otrygg;#7b3fa0;;\r\n"
                + "x;Q;;#ffffff;brott;\r\nOVR;D;Övrigt;#6b6b6b;övrigt;ja\r\n";
        JsonNode told = json(look(TYPES + "/look", wrong));
        assertThat(told.findValuesAsString("code"))
                .contains("codes.yes-or-no", "codes.type-twice", "type.code", "type.needed");
        assertThat(look(TYPES + "/look?removeOthers=true", file).statusCode()).isEqualTo(400);
    }

    @Test
    void a_type_of_ones_own_is_taken_for_the_one_that_it_is_like() {
        String lamp = "{\"code\":\"MASTER\",\"class\":\"E\",\"nameSv\":\"Fallen stolpe\",\"colour\":\"#0b5c8a\",";
        HttpResponse<String> none = coordinator.send(
                "POST", "/api/types", lamp + "\"like\":\"MASTER\"}", "Content-Type", "application/json");
        assertThat(json(none).findValuesAsString("field")).containsExactly("like");
        HttpResponse<String> added =
                coordinator.send("POST", "/api/types", lamp + "\"like\":\"BEL\"}", "Content-Type", "application/json");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(measures("MASTER")).isNotEmpty().isEqualTo(measures("BEL"));
        assertThat(coordinator.get(TYPES + ".csv").body())
                .contains("MASTER;E;Fallen stolpe;Fallen stolpe;#0b5c8a;störning;BEL;nej");
        HttpResponse<String> said = coordinator.send(
                "PUT",
                "/api/types/MASTER",
                "{\"class\":\"E\",\"nameSv\":\"Fallen mast\",\"colour\":\"#0b5c8a\"}",
                "Content-Type",
                "application/json",
                "If-Match",
                "\"v1\"");
        assertThat(json(said).get("like").asString())
                .as("who says nothing about it leaves it")
                .isEqualTo("BEL");
    }

    private List<String> measures(String type) {
        return json(coordinator.get("/api/measure-catalogue?types=" + type)).findValuesAsString("code");
    }

    @Test
    void of_eight_files_saved_from_the_same_state_one_wins_and_nothing_of_the_others_is_kept() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            HttpResponse<String> seen = look(WORDS + "/look", HEADINGS);
            List<Callable<Integer>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String file = HEADINGS + "Samma för alla;SKA;;\r\nBara hos " + i + ";RAN;;\r\n";
                tries.add(() -> save(WORDS, tag(seen), file).statusCode());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : people.invokeAll(tries)) {
                answers.add(each.get());
            }
            assertThat(answers).containsOnly(200, 412);
            assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
            long kept = StreamSupport.stream(
                            json(member.get("/api/type-words")).get("words").spliterator(), false)
                    .filter(each -> each.get("word").asString().startsWith("Bara hos"))
                    .count();
            assertThat(kept).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void what_a_spreadsheet_writes_is_read_and_what_is_no_table_is_refused() {
        byte[] ansi = "Brottskod\tTyp\tAnm\r\n0110\tMisshandel utomhus\tför Åsa\r\n"
                .getBytes(Charset.forName("windows-1252"));
        JsonNode read = json(sent(WORDS + "/look", ansi));
        assertThat(read.at("/words/0/after/0/code").asString()).isEqualTo("MIS");
        assertThat(read.get("unread").toString()).isEqualTo("[\"Anm\"]");
        assertThat(codes(look(WORDS + "/look", ""))).containsExactly("codes.file-empty");
        assertThat(codes(look(WORDS + "/look", "a;b\r\n1;2\r\n"))).containsExactly("codes.column-missing");
        assertThat(codes(look(WORDS + "/look", "Ord;Kod;Typ\r\n1;2;SKA\r\n"))).containsExactly("codes.column-twice");
        assertThat(sent(WORDS + "/look", new byte[(1 << 20) + 1]).statusCode()).isEqualTo(413);
        assertThat(look(WORDS + "/look", HEADINGS + "a;SKA\r\n".repeat(10_001)).statusCode())
                .isEqualTo(413);
        assertThat(sent(WORDS + "/look", new byte[] {'P', 'K', 3, 4, 0, 0, -1, -2})
                        .statusCode())
                .isEqualTo(422);
        assertThat(look("/api/code-tables/other/look", HEADINGS).statusCode()).isEqualTo(404);
        assertThat(coordinator.get("/api/code-tables/other.csv").statusCode()).isEqualTo(404);
        assertThat(save(WORDS, null, HEADINGS).statusCode()).isEqualTo(428);
    }

    @Test
    void who_may_not_change_the_tables_reads_them_and_no_more() {
        assertThat(member.get(WORDS + ".csv").statusCode()).isEqualTo(200);
        assertThat(service.as("planner").get(WORDS + ".csv").statusCode()).isEqualTo(403);
        for (String path : List.of(WORDS + "/look", WORDS, TYPES)) {
            HttpResponse<String> answer = member.send("POST", path, form(HEADINGS), headers("If-Match", "\"v0\""));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_code_with_dates_is_read_by_the_date_of_the_row_and_given_to_what_is_here_by_its_own() {
        String rows =
                "D1;383351;6439070;2023-06-01;7766\nD2;383351;6439071;2024-06-01;7766\nD3;383351;6439072;2020-06-01;7766\n";
        long id = imported("fore", rows);
        HttpResponse<String> said = say("v0", """
                {"word":"7766","applyToExisting":true,"periods":[
                {"code":"KLO","from":"2024-01-01","to":""},{"code":"SKA","from":"2023-01-01","to":"2023-12-31"}]}""");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(json(said).get("retyped").asInt())
                .as("the third meant nothing then")
                .isEqualTo(2);
        assertThat(typesOf(id)).containsExactly("KLO", "OVR", "SKA");
        JsonNode word = word("7766");
        assertThat(word.get("code").asString()).isEqualTo("KLO");
        assertThat(word.at("/periods/0/to").asString()).isEqualTo("2023-12-31");
        assertThat(word.get("outside").asInt()).isEqualTo(1);

        long after = imported("efter", rows.replace("D", "E"));
        assertThat(typesOf(after)).containsExactly("KLO", "OVR", "SKA");
        assertThat(coordinator.get("/api/imports").body()).contains("type.not-then");

        String table = coordinator.get(WORDS + ".csv").body();
        assertThat(table).contains("7766;SKA;2023-01-01;2023-12-31;Skadegörelse;ja\r\n7766;KLO;2024-01-01;;Klotter;ja");
        assertThat(json(look(WORDS + "/look", table)).get("changes").asInt()).isZero();
        HttpResponse<String> always = say("v1", "{\"word\":\"7766\",\"code\":\"RAN\",\"applyToExisting\":true}");
        assertThat(json(always).get("retyped").asInt()).isEqualTo(6);
        assertThat(word("7766").get("periods")).hasSize(0);
    }

    @Test
    void periods_that_share_a_day_or_cannot_be_read_are_refused_by_name() {
        HttpResponse<String> overlap = say("v0", """
                {"word":"7701","periods":[{"code":"SKA","to":"2024-01-01"},{"code":"KLO","from":"2024-01-01"}]}""");
        assertThat(overlap.statusCode()).isEqualTo(422);
        assertThat(json(overlap).findValuesAsString("field")).containsExactly("periods.1.from");
        HttpResponse<String> wrong = say("v0", """
                {"word":"7701","code":"SKA","periods":[{"code":"ZZZ","from":"i går"},null,
                {"code":"KLO","from":"2024-02-01","to":"2024-01-01"}]}""");
        assertThat(json(wrong).findValuesAsString("field"))
                .containsExactlyInAnyOrder("code", "periods.0.code", "periods.0.from", "periods.1", "periods.2.to");
        assertThat(say("v0", "{\"word\":\"7701\",\"periods\":[{\"kod\":\"SKA\"}]}")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> say(String version, String body) {
        return coordinator.send(
                "PUT", "/api/type-words", body, "Content-Type", "application/json", "If-Match", "\"" + version + "\"");
    }

    private List<String> typesOf(long dataset) {
        return StreamSupport.stream(
                        json(coordinator.get("/api/incidents?datasets=" + dataset))
                                .get("features")
                                .spliterator(),
                        false)
                .map(each -> each.at("/properties/type").asString())
                .sorted()
                .toList();
    }

    private static List<String> removed(JsonNode preview) {
        return StreamSupport.stream(preview.get("words").spliterator(), false)
                .filter(each -> each.get("change").asString().equals("removed"))
                .map(each -> each.get("word").asString())
                .toList();
    }

    private static List<String> codes(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return json(answer).get("errors").findValuesAsString("code");
    }

    private JsonNode word(String word) {
        return StreamSupport.stream(
                        json(member.get("/api/type-words")).get("words").spliterator(), false)
                .filter(each -> each.get("word").asString().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> look(String path, String file, String... more) {
        return coordinator.send("POST", path, form(file), headers(more));
    }

    private HttpResponse<String> save(String path, String tag, String file) {
        return coordinator.send("POST", path, form(file), tag == null ? headers() : headers("If-Match", tag));
    }

    private HttpResponse<String> sent(String path, byte[] file) {
        byte[] head = head().getBytes(StandardCharsets.UTF_8);
        byte[] tail = tail().getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + file.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(file, 0, body, head.length, file.length);
        System.arraycopy(tail, 0, body, head.length + file.length, tail.length);
        return coordinator.sendBytes("POST", path, body, headers());
    }

    private static String[] headers(String... more) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String form(String file) {
        return head() + file + tail();
    }

    private static String head() {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tabell.csv\"\r\n\r\n";
    }

    private static String tail() {
        return "\r\n--" + BOUNDARY + "--\r\n";
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private long imported(String name, String rows) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + ".csv\"\r\n\r\nid;east;north;datum;typ\n" + rows + tail();
        HttpResponse<String> answer = coordinator.send("POST", "/api/imports", body, headers());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json(answer).get("datasetId").asLong();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
