package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What who looks at a file before reading it in can rely on, on either database: nothing is stored before they say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UploadsOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROWS = """
            id;kategori;datum;ost;nord
            H-1;Skadegörelse;2026-01-05;383642.0;6439031.0
            H-2;Trolleri;2026-01-17;383801.5;6438890.2
            H-3;Stöld;2026-02-30;384010.0;6439212.7
            """;
    private static final String RT90 = "id;ost;nord;datum\n1;1336081.3;6442782.7;2026-01-05\n";

    @TempDir
    static Path folder;

    private RunningService service;
    private Visitor coordinator;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
        coordinator = service.as("est-coordinator");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void an_upload_is_shown_with_everything_that_was_recognised_and_nothing_is_stored() {
        long before = stored();
        HttpResponse<String> sent = upload("Brott jan.csv", ROWS);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        JsonNode told = JSON.readTree(sent.body());
        assertThat(sent.headers().firstValue("Location"))
                .hasValue("/api/imports/uploads/" + told.get("id").asString());
        JsonNode look = told.get("look");
        assertThat(look.get("format").asString()).isEqualTo("csv");
        assertThat(look.get("encoding").get("name").asString()).isEqualTo("UTF-8");
        assertThat(look.get("separator").asString()).isEqualTo(";");
        assertThat(look.get("headingLine").asInt()).isEqualTo(1);
        assertThat(look.get("headings").get(1).asString()).isEqualTo("kategori");
        assertThat(look.get("firstRows").get(1).get("cells").get(0).asString()).isEqualTo("H-1");
        assertThat(field(look, "type").get("column").asString()).isEqualTo("kategori");
        assertThat(field(look, "type").get("why").asString()).isEqualTo("heading");
        assertThat(look.get("crs").get("chosen").asString()).isEqualTo("EPSG:3006");
        assertThat(look.get("crs").get("proposals").get(0).get("name").asString())
                .isEqualTo("SWEREF 99 TM");
        assertThat(look.get("check").get("rows").asInt()).isEqualTo(3);
        assertThat(look.get("check").get("placed").asInt()).isEqualTo(2);
        assertThat(look.get("check").get("rejected").asInt()).isEqualTo(1);
        assertThat(look.get("check").get("problems").get(0).get("reason").asString())
                .isNotBlank();
        assertThat(look.get("check").get("unknownTypes").get(0).get("value").asString())
                .isEqualTo("Trolleri");
        assertThat(look.get("places").get(0).get("lat").asDouble()).isBetween(58.0, 58.2);
        assertThat(look.get("dataset").get("name").asString()).isEqualTo("Brott jan");
        assertThat(look.get("dataset").get("existing").isNull()).isTrue();
        assertThat(look.get("ready").asBoolean()).isTrue();
        assertThat(look.get("blocking").isNull()).isTrue();
        assertThat(stored()).isEqualTo(before);
        forget(told);
    }

    @Test
    void what_a_person_says_is_followed_and_the_import_does_what_the_look_showed() {
        JsonNode told = JSON.readTree(upload("rt90.csv", RT90).body());
        JsonNode look = told.get("look");
        assertThat(look.get("ready").asBoolean()).isFalse();
        assertThat(look.get("blocking").get("code").asString()).isEqualTo("file.crs-confirm");
        assertThat(look.get("crs").get("proposals").get(0).get("places").get(0)).hasSize(2);
        JsonNode confirmed =
                look(told, "{\"crs\":\"EPSG:3021\",\"mapping\":{\"type\":\"=RAN\"},\"dataset\":\"Äldre\"}");
        assertThat(confirmed.get("ready").asBoolean()).isTrue();
        assertThat(confirmed.get("check").get("placed").asInt()).isEqualTo(1);
        assertThat(field(confirmed, "type").get("why").asString()).isEqualTo("said");
        assertThat(confirmed.get("dataset").get("name").asString()).isEqualTo("Äldre");
        HttpResponse<String> in = read(told, "crs", "EPSG:3021", "mapping", "{\"type\":\"=RAN\"}", "dataset", "Äldre");
        assertThat(in.statusCode()).as(in.body()).isEqualTo(201);
        assertThat(JSON.readTree(in.body()).get("datasetName").asString()).isEqualTo("Äldre");
        // read in, it waits no more
        assertThat(lookAnswer(told, "{}").statusCode()).isEqualTo(404);
        assertThat(waitingFiles()).isEmpty();
    }

    @Test
    void layout_and_words_for_types_can_be_corrected() {
        String rows = "Rapport;;\nid;ost;nord;brott\n1;383642;6439031;Kluddande\n";
        JsonNode told = JSON.readTree(upload("rapport.csv", rows).body());
        assertThat(told.get("look").get("headingLine").asInt()).isEqualTo(2);
        JsonNode numbered =
                look(told, "{\"headingLine\":0,\"mapping\":{\"x\":\"#2\",\"y\":\"#3\"},\"separator\":\"semicolon\"}");
        assertThat(numbered.get("headings").get(0).asString()).isEqualTo("#1");
        JsonNode named = look(told, "{\"types\":{\"Kluddande\":\"KLO\"}}");
        assertThat(named.get("check").get("unknownTypes")).isEmpty();
        assertThat(read(told, "types", "{\"Kluddande\":\"KLO\"}", "dataset", "Klotter")
                        .statusCode())
                .isEqualTo(201);
        assertThat(service.part(JdbcClient.class)
                        .sql("select type from incident where source_type = 'Kluddande'")
                        .query(String.class)
                        .list())
                .containsExactly("KLO");
    }

    @Test
    void an_import_that_does_not_come_about_leaves_the_upload_for_another_try() {
        JsonNode told = JSON.readTree(
                upload("igen.csv", RT90.replace("1336081.3", "1336082.3")).body());
        HttpResponse<String> refused = read(told, "dataset", "Igen");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).get("code").asString()).isEqualTo("file.crs-confirm");
        assertThat(read(told, "dataset", "Igen", "crs", "EPSG:3021").statusCode())
                .isLessThan(300);
    }

    @Test
    void what_was_said_can_be_saved_and_is_offered_for_the_next_file_of_the_shape() {
        String rows = "Nummer;Värde A;Värde B;Sort\n1;383642;6439031;Kladd\n";
        JsonNode first = JSON.readTree(upload("2026-01.csv", rows).body());
        assertThat(first.get("look").get("savedMapping").isNull()).isTrue();
        String mapping = "{\"x\":\"Värde A\",\"y\":\"Värde B\",\"type\":\"Sort\"}";
        HttpResponse<String> in = read(
                first,
                "mapping",
                mapping,
                "types",
                "{\"Kladd\":\"KLO\"}",
                "dataset",
                "Väktarrapporter",
                "saveMapping",
                "Väktarnas fil");
        assertThat(in.statusCode()).as(in.body()).isEqualTo(201);

        JsonNode second = JSON.readTree(
                upload("2026-02.csv", rows.replace("\n1;", "\n2;")).body());
        JsonNode look = second.get("look");
        assertThat(look.get("ready").asBoolean()).isTrue();
        assertThat(look.get("savedMapping").get("name").asString()).isEqualTo("Väktarnas fil");
        assertThat(look.get("savedMapping").get("savedBy").asString()).isEqualTo("demo-est-coordinator");
        assertThat(look.get("savedMapping").get("followed").asBoolean()).isTrue();
        assertThat(field(look, "x").get("why").asString()).isEqualTo("saved");
        assertThat(look.get("dataset").get("existing").asLong()).isPositive();
        assertThat(look.get("check").get("unknownTypes")).isEmpty();

        JsonNode plain = look(second, "{}");
        assertThat(plain.get("savedMapping").get("followed").asBoolean()).isFalse();
        assertThat(plain.get("blocking").get("code").asString()).isEqualTo("file.no-coordinates");
        long number = look.get("savedMapping").get("id").asLong();
        JsonNode again = look(second, "{\"savedMapping\":" + number + ",\"mapping\":{\"type\":\"\"}}");
        assertThat(again.get("ready").asBoolean()).isTrue();
        assertThat(field(again, "type").get("column").isNull()).isTrue();
        HttpResponse<String> next = read(second, "savedMapping", Long.toString(number));
        assertThat(JSON.readTree(next.body()).get("datasetName").asString()).isEqualTo("Väktarrapporter");

        JsonNode listed = JSON.readTree(coordinator.get("/api/saved-mappings").body());
        assertThat(listed.get("savedMappings").get(0).get("name").asString()).isEqualTo("Väktarnas fil");
        assertThat(listed.get("savedMappings").get(0).get("types").get("Kladd").asString())
                .isEqualTo("KLO");
        String address = "/api/saved-mappings/" + number;
        assertThat(coordinator.send("DELETE", address, null).statusCode()).isEqualTo(204);
        assertThat(coordinator.send("DELETE", address, null).statusCode()).isEqualTo(404);
    }

    @Test
    void another_persons_upload_looks_like_one_that_never_was() {
        JsonNode told = JSON.readTree(upload("mitt.csv", ROWS).body());
        Visitor other = service.as("admin");
        String id = told.get("id").asString();
        for (String unknown : new String[] {id, "00000000-0000-4000-8000-000000000000", "..%2f..%2fpasswd", "1"}) {
            String address = "/api/imports/uploads/" + unknown;
            HttpResponse<String> look = other.send("POST", address + "/look", "{}", "Content-Type", "application/json");
            assertThat(look.statusCode()).as(unknown).isIn(400, 404);
            assertThat(other.send("DELETE", address, null).statusCode())
                    .as(unknown)
                    .isIn(400, 404);
        }
        HttpResponse<String> in = other.send(
                "POST", "/api/imports", MultipartForm.ofTexts("upload", id), "Content-Type", MultipartForm.TYPE);
        assertThat(in.statusCode()).isEqualTo(404);
        assertThat(lookAnswer(told, "{}").statusCode()).isEqualTo(200);
        forget(told);
        assertThat(lookAnswer(told, "{}").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tom.csv     |                                       | 422 | file.empty
        html.csv    | <html></html>                         | 415 | file.type.html
        fel.geojson | {                                     | 422 | file.geojson.syntax
        """)
    void a_file_that_nothing_can_be_made_of_is_refused_and_not_kept(
            String name, String content, int status, String code) {
        HttpResponse<String> sent = upload(name, content == null ? "" : content.replace('~', '\n'));
        assertThat(sent.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(sent.body()).get("code").asString()).isEqualTo(code);
        assertThat(waitingFiles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"crs":"EPSG:12"}                    | crs          | import.crs
        {"encoding":"klingon"}               | encoding     | import.encoding
        {"separator":"x"}                    | separator    | import.separator
        {"headingLine":-1}                   | headingLine  | import.heading-line
        {"mapping":{"langd":"x"}}            | mapping      | import.mapping
        {"types":{"Kladd":"FINNSINTE"}}      | types.Kladd  | import.types
        {"kind":"allt"}                      | kind         | import.kind
        {"role":"gator"}                     | role         | import.role
        {"savedMapping":999999}              | savedMapping | import.saved-mapping
        {"okänt":1}                          | okänt        | json.unknown-property
        {"headingLine":"två"}                | headingLine  | json.value
        """)
    void a_word_that_cannot_be_understood_is_named(String body, String field, String code) {
        JsonNode told = JSON.readTree(upload("a.csv", ROWS).body());
        HttpResponse<String> sent = lookAnswer(told, body);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(400);
        JsonNode error = JSON.readTree(sent.body()).get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("reason").asString()).isNotBlank().doesNotContain("{0}");
        forget(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "1",
                "{\"mapping\":[]}",
                "{\"mapping\":{\"x\":{}}}",
                "{\"types\":{\"a\":null}}"
            })
    void json_that_is_not_what_it_should_be_is_refused(String body) {
        JsonNode told = JSON.readTree(upload("a.csv", ROWS).body());
        assertThat(lookAnswer(told, body).statusCode()).as(body).isEqualTo(400);
        assertThat(lookAnswer(told, "[".repeat(20_000)).statusCode()).isEqualTo(400);
        assertThat(lookAnswer(told, " ".repeat(300_000)).statusCode()).isEqualTo(413);
        forget(told);
    }

    @Test
    void a_layer_is_replaced_by_a_newer_file_in_one_step() {
        HttpResponse<String> first = roads("Storgatan", "replace", "false");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(roads("Nygatan", "replace", "true").statusCode()).isEqualTo(201);
        assertThat(names("Vägnät")).containsExactly("Nygatan");
        assertThat(roads("Nygatan", "replace", "true").statusCode()).isEqualTo(201);
        assertThat(names("Vägnät")).containsExactly("Nygatan");
        HttpResponse<String> incidents = coordinator.send(
                "POST",
                "/api/imports",
                MultipartForm.withFile("a.csv", ROWS, "replace", "true"),
                "Content-Type",
                MultipartForm.TYPE);
        assertThat(incidents.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(incidents.body()).get("code").asString()).isEqualTo("import.replace-of-base");
    }

    @Test
    void several_files_for_one_dataset_wait_for_their_turn_and_one_that_waits_can_be_cancelled() throws Exception {
        Path first = Files.writeString(folder.resolve("first.csv"), ROWS);
        ImportOrder order = new ImportOrder("first.csv", FileWishes.NONE.into("Kö"), false, "", "", "", false, "test");
        ImportFile.Prepared running = service.part(ImportFile.class).prepare(first, order);
        HttpResponse<String> second = later("second.csv", ROWS.replace("H-", "K-"));
        HttpResponse<String> third = later("third.csv", ROWS.replace("H-", "L-"));
        HttpResponse<String> fourth = later("fourth.csv", ROWS.replace("H-", "M-"));
        assertThat(second.statusCode()).as(second.body()).isEqualTo(202);
        assertThat(JSON.readTree(second.body()).get("phase").asString()).isEqualTo("waiting");
        assertThat(coordinator.send("POST", address(third) + "/cancel", null).statusCode())
                .isEqualTo(202);
        assertThat(state(third)).isEqualTo("cancelled");
        assertThat(state(second)).isEqualTo("running");
        running.carryOut();
        while (state(second).equals("running") || state(fourth).equals("running")) {
            Thread.onSpinWait();
        }
        assertThat(state(second)).isEqualTo("complete");
        assertThat(state(fourth)).isEqualTo("complete");
        assertThat(service.part(JdbcClient.class)
                        .sql("select count(*) from dataset where name = 'Kö'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_ground_on_which_data_may_be_used_comes_with_the_file() {
        HttpResponse<String> sent = coordinator.send(
                "POST",
                "/api/imports",
                MultipartForm.withFile("a.csv", ROWS, "dataset", "Med grund", "legalNote", "Avtal 2026-3"),
                "Content-Type",
                MultipartForm.TYPE);
        assertThat(sent.statusCode()).isLessThan(300);
        assertThat(service.part(JdbcClient.class)
                        .sql("select legal_note from dataset where name = 'Med grund'")
                        .query(String.class)
                        .single())
                .isEqualTo("Avtal 2026-3");
    }

    private HttpResponse<String> later(String name, String content) {
        return coordinator.send(
                "POST",
                "/api/imports",
                MultipartForm.withFile(name, content, "dataset", "Kö"),
                "Content-Type",
                MultipartForm.TYPE,
                "Prefer",
                "respond-async");
    }

    private static String address(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private String state(HttpResponse<String> answer) {
        return JSON.readTree(coordinator.get(address(answer)).body())
                .get("state")
                .asString();
    }

    @Test
    void an_upload_is_forgotten_after_a_day_and_survives_a_restart_before() throws IOException {
        JsonNode fresh = JSON.readTree(upload("ny.csv", ROWS).body());
        JsonNode old = JSON.readTree(upload("gammal.csv", ROWS).body());
        JsonNode lost = JSON.readTree(upload("borta.csv", ROWS).body());
        service.part(JdbcClient.class)
                .sql("update upload set received_at = :then where id = :id")
                .param("then", OffsetDateTime.now(ZoneOffset.UTC).minusHours(25))
                .param("id", old.get("id").asString())
                .update();
        assertThat(lookAnswer(old, "{}").statusCode()).isEqualTo(404);
        Path uploads = folder.resolve("uploads");
        Files.delete(uploads.resolve(lost.get("id").asString() + ".waiting"));
        Files.writeString(uploads.resolve("00000000-0000-4000-8000-000000000000.waiting"), "nobody knows it");
        Files.writeString(uploads.resolve("00000000-0000-4000-8000-000000000000.upload"), "was being read");
        service.part(StageUpload.class).tidy();
        assertThat(waitingFiles())
                .hasSize(1)
                .first()
                .asString()
                .contains(fresh.get("id").asString());
        assertThat(lookAnswer(fresh, "{}").statusCode()).isEqualTo(200);
        assertThat(lookAnswer(lost, "{}").statusCode()).isEqualTo(404);
        forget(fresh);
    }

    @Test
    void no_account_can_fill_the_disk() {
        Visitor admin = service.as("admin");
        for (int i = 0; i < StageUpload.MAX_FILES; i++) {
            assertThat(send(admin, "a.csv", ROWS).statusCode()).isEqualTo(201);
        }
        HttpResponse<String> tooMany = send(admin, "a.csv", ROWS);
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(tooMany.body()).get("code").asString()).isEqualTo("upload.too-many");
        Uploads uploads = service.part(Uploads.class);
        StageUpload stage = service.part(StageUpload.class);
        for (String id : uploads.ids()) {
            uploads.find(id, "demo-admin").ifPresent(stage::forget);
        }
        assertThat(waitingFiles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"est-member", "planner", "communicator", "steering", "auditor"})
    void only_coordinators_and_administrators_look_at_files(String role) {
        assertThat(send(service.as(role), "a.csv", ROWS).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> roads(String name, String... fields) {
        String roads = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":"
                + "\"LineString\",\"coordinates\":[[13.02,58.07],[13.03,58.08]]},\"properties\":{\"name\":\"" + name
                + "\"}}]}";
        String[] all = Stream.concat(Stream.of("role", "roads", "dataset", "Vägnät"), Stream.of(fields))
                .toArray(String[]::new);
        return coordinator.send(
                "POST",
                "/api/imports",
                MultipartForm.withFile("roads.geojson", roads, all),
                "Content-Type",
                MultipartForm.TYPE);
    }

    private java.util.List<String> names(String dataset) {
        return service.part(JdbcClient.class)
                .sql("select f.name from base_feature f join import_run r on r.id = f.import_id join dataset d"
                        + " on d.id = r.dataset_id where d.name = :name and r.state = 'complete'")
                .param("name", dataset)
                .query(String.class)
                .list();
    }

    private HttpResponse<String> upload(String name, String content) {
        return send(coordinator, name, content);
    }

    private static HttpResponse<String> send(Visitor visitor, String name, String content) {
        return visitor.send(
                "POST",
                "/api/imports/uploads",
                MultipartForm.withFile(name, content),
                "Content-Type",
                MultipartForm.TYPE);
    }

    private HttpResponse<String> lookAnswer(JsonNode told, String body) {
        return coordinator.send(
                "POST",
                "/api/imports/uploads/" + told.get("id").asString() + "/look",
                body,
                "Content-Type",
                "application/json");
    }

    private JsonNode look(JsonNode told, String body) {
        HttpResponse<String> answer = lookAnswer(told, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> read(JsonNode told, String... fields) {
        String[] all = Stream.concat(Stream.of("upload", told.get("id").asString()), Stream.of(fields))
                .toArray(String[]::new);
        return coordinator.send("POST", "/api/imports", MultipartForm.ofTexts(all), "Content-Type", MultipartForm.TYPE);
    }

    private void forget(JsonNode told) {
        assertThat(coordinator
                        .send("DELETE", "/api/imports/uploads/" + told.get("id").asString(), null)
                        .statusCode())
                .isEqualTo(204);
    }

    private static JsonNode field(JsonNode look, String name) {
        for (JsonNode field : look.get("fields")) {
            if (field.get("name").asString().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name + " in " + look.get("fields"));
    }

    private long stored() {
        return service.part(JdbcClient.class)
                .sql(
                        "select count(*) from incident i join import_run r on r.id = i.import_id and r.state <> 'withdrawn'")
                .query(Long.class)
                .single();
    }

    private static java.util.List<String> waitingFiles() {
        Path uploads = folder.resolve("uploads");
        try (Stream<Path> all = Files.exists(uploads) ? Files.list(uploads) : Stream.empty()) {
            return all.map(String::valueOf).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
