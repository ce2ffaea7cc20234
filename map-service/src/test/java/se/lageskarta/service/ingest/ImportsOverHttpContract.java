package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.ImportState;
import se.lageskarta.service.storage.Imports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What who sends files can rely on, on either database: all or nothing, nothing twice, everything accounted for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportsOverHttpContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEADINGS = "id;kategori;datum;tid;ost;nord;plats\n";
    private static final String THREE_ROWS = """
            H-1;Skadegörelse;2026-01-05;21:30;383642.0;6439031.0;Parken
            H-2;Stöld;2026-01-17;14:05;383801.5;6438890.2;Storgatan
            H-3;Trolleri;2026-02-02;23:50;384010.0;6439212.7;Ånäsparken
            """;
    // more than the stores write in one transaction, so that something stands in the database when the file breaks off
    private static final int MANY = 60_000;

    @TempDir
    static Path folder;

    private final AtomicInteger names = new AtomicInteger();
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
    void a_file_becomes_a_dataset_with_a_report_that_accounts_for_every_row() {
        String bad = "H-4;Stöld;2026-02-30;;384010;6439212;x\nH-5;Stöld;2026-02-02;;674032;6580822;Stockholm\n";
        HttpResponse<String> sent = send("rapport.csv", HEADINGS + THREE_ROWS + bad, "dataset", "Rapport åäö");
        assertThat(sent.statusCode()).isEqualTo(200);
        JsonNode report = JSON.readTree(coordinator.get(location(sent)).body());
        assertThat(report.get("state").asString()).isEqualTo("complete");
        assertThat(report.get("datasetName").asString()).isEqualTo("Rapport åäö");
        assertThat(report.get("crs").asString()).isEqualTo("EPSG:3006");
        assertThat(counts(report)).containsExactly(5, 3, 1, 1, 0);
        assertThat(report.get("unknownTypes").get(0).get("value").asString()).isEqualTo("Trolleri");
        JsonNode problem = problem(report, "date.no-such-day");
        assertThat(problem.get("line").asInt()).isEqualTo(5);
        assertThat(problem.get("value").asString()).isEqualTo("2026-02-30");
        assertThat(problem.get("reason").asString()).isEqualTo("Dagen finns inte.");
        JsonNode english = JSON.readTree(
                coordinator.get(location(sent), "Accept-Language", "en").body());
        assertThat(problem(english, "date.no-such-day").get("reason").asString())
                .isEqualTo("There is no such day.");
        JsonNode dataset = dataset("Rapport åäö");
        assertThat(dataset.get("rows").asInt()).isEqualTo(4);
        assertThat(dataset.get("from").asString()).isEqualTo("2026-01-05");
    }

    @Test
    void a_flawless_file_is_created_and_says_where() {
        HttpResponse<String> sent = send("flawless.csv", (HEADINGS + THREE_ROWS).replace("Trolleri", "Övrigt"));
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(location(sent)).matches("/api/imports/\\d+");
    }

    @Test
    void the_same_file_again_changes_nothing_even_reordered_and_encoded_otherwise() {
        String name = "Samma " + names.incrementAndGet();
        send("a.csv", HEADINGS + THREE_ROWS, "dataset", name);
        String[] rows = THREE_ROWS.split("\n");
        String reordered = "﻿" + (HEADINGS + rows[2] + "\n" + rows[0] + "\n" + rows[1] + "\n").replace(';', '\t');
        for (String again : new String[] {HEADINGS + THREE_ROWS, reordered}) {
            JsonNode report =
                    JSON.readTree(send("b.csv", again, "dataset", name).body());
            assertThat(counts(report)).containsExactly(3, 3, 0, 0, 3);
            assertThat(dataset(name).get("rows").asInt()).isEqualTo(3);
        }
        JsonNode one = JSON.readTree(send("c.csv", HEADINGS + THREE_ROWS.replace("H-3", "H-9"), "dataset", name)
                .body());
        assertThat(counts(one)).containsExactly(3, 3, 0, 0, 2);
        assertThat(dataset(name).get("rows").asInt()).isEqualTo(4);
    }

    @Test
    void the_same_layer_of_the_background_map_again_changes_nothing() {
        String roads = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":"
                + "\"LineString\",\"coordinates\":[[13.02,58.07],[13.03,58.08]]},\"properties\":{\"name\":\"Storgatan\"}}]}";
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> sent =
                    send("roads.geojson", roads, "kind", "base", "role", "roads", "dataset", "Vägar");
            assertThat(sent.statusCode()).isEqualTo(201);
            assertThat(dataset("Vägar").get("rows").asInt()).isEqualTo(1);
        }
        assertThat(dataset("Vägar").get("role").asString()).isEqualTo("roads");
    }

    @Test
    void a_file_that_breaks_off_midway_leaves_nothing() throws Exception {
        Path file = folder.resolve("many.csv.gz");
        byte[] packed = gzip(many());
        Files.write(file, packed);
        long before = stored();
        ImportFile.Prepared prepared = service.part(ImportFile.class).prepare(file, order("Avbruten"));
        Files.write(file, Arrays.copyOf(packed, packed.length * 3 / 4));
        assertThatThrownBy(prepared::carryOut).isInstanceOf(UnreadableFileException.class);
        assertThat(state(prepared)).isEqualTo(ImportState.FAILED);
        assertThat(stored()).isEqualTo(before);
        assertThat(listed("Avbruten")).isFalse();
        JsonNode report = JSON.readTree(
                coordinator.get("/api/imports/" + prepared.importId()).body());
        assertThat(report.get("failure").get("code").asString()).isEqualTo("file.gzip");
    }

    @Test
    void a_cancelled_import_leaves_nothing() throws Exception {
        Path file = folder.resolve("cancel.csv");
        Files.write(file, many());
        long before = stored();
        ImportFile.Prepared prepared = service.part(ImportFile.class).prepare(file, order("Ångrad"));
        HttpResponse<String> asked = coordinator.send("POST", "/api/imports/" + prepared.importId() + "/cancel", null);
        assertThat(asked.statusCode()).isEqualTo(202);
        ImportRun ended = prepared.carryOut();
        assertThat(ended.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(stored()).isEqualTo(before);
        assertThat(coordinator
                        .send("POST", "/api/imports/" + prepared.importId() + "/cancel", null)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void nothing_of_a_running_import_shows_and_no_other_file_may_go_into_its_dataset() throws Exception {
        Path file = folder.resolve("busy.csv");
        Files.writeString(file, HEADINGS + THREE_ROWS);
        ImportFile.Prepared prepared = service.part(ImportFile.class).prepare(file, order("Upptagen"));
        assertThat(listed("Upptagen")).isFalse();
        HttpResponse<String> second = send("b.csv", HEADINGS + THREE_ROWS, "dataset", "Upptagen");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(second.body()).get("detail").asString()).contains("Upptagen");
        JsonNode running = JSON.readTree(
                coordinator.get("/api/imports/" + prepared.importId()).body());
        assertThat(running.get("state").asString()).isEqualTo("running");
        assertThat(running.get("rowsTotal").asInt()).isEqualTo(3);
        prepared.carryOut();
        assertThat(listed("Upptagen")).isTrue();
    }

    @Test
    void an_import_can_be_taken_back_whole_and_the_file_sent_again() {
        String name = "Åter " + names.incrementAndGet();
        long before = stored();
        HttpResponse<String> sent = send("a.csv", HEADINGS + THREE_ROWS, "dataset", name);
        assertThat(coordinator.send("DELETE", location(sent), null).statusCode())
                .isEqualTo(204);
        assertThat(listed(name)).isFalse();
        assertThat(stored()).isEqualTo(before);
        assertThat(counts(JSON.readTree(
                        send("a.csv", HEADINGS + THREE_ROWS, "dataset", name).body())))
                .containsExactly(3, 3, 0, 0, 0);
        String dataset = "/api/datasets/" + dataset(name).get("id").asLong();
        assertThat(coordinator.send("DELETE", dataset, null).statusCode()).isEqualTo(204);
        assertThat(listed(name)).isFalse();
    }

    @Test
    void who_prefers_it_is_answered_at_once_and_asks_again() {
        String body = multipart("later.csv", HEADINGS + THREE_ROWS);
        HttpResponse<String> sent =
                coordinator.send("POST", "/api/imports", body, "Content-Type", MULTIPART, "Prefer", "respond-async");
        assertThat(sent.statusCode()).isEqualTo(202);
        String state;
        do {
            state = JSON.readTree(coordinator.get(location(sent)).body())
                    .get("state")
                    .asString();
        } while (state.equals("running"));
        assertThat(state).isEqualTo("complete");
    }

    @Test
    void problems_come_as_a_table_that_no_spreadsheet_runs() {
        String formula = HEADINGS + THREE_ROWS + "H-9;Stöld;=cmd|' /C calc'!A0;;384010;6439212;x\n";
        HttpResponse<String> sent = send("formel.csv", formula);
        HttpResponse<String> table = coordinator.get(location(sent) + "/problems.csv", "Accept-Language", "en");
        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.body())
                .contains("The date cannot be read.")
                .contains(";'=cmd|")
                .doesNotContain(";=cmd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tom.csv     |                                       | 422 | file.empty
        html.csv    | <html></html>                         | 415 | file.type.html
        utan.csv    | sort;datum~Klotter;2026-01-05         | 422 | file.no-coordinates
        rt90.csv    | id;ost;nord~1;1336081.3;6442782.7     | 422 | file.crs-confirm
        inget.csv   | id;ost;nord;datum~1;383642;6439031;nej| 422 | file.nothing-kept
        fel.geojson | {                                     | 422 | file.geojson.syntax
        """)
    void a_file_that_nothing_can_be_read_from_is_refused_with_a_remedy(
            String name, String content, int status, String code) {
        HttpResponse<String> sent = send(name, content == null ? "" : content.replace('~', '\n'));
        assertThat(sent.statusCode()).isEqualTo(status);
        JsonNode problem = JSON.readTree(sent.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        JsonNode error = problem.get("errors").get(0);
        assertThat(error.get("value").asString()).isEqualTo(name);
        assertThat(error.get("reason").asString()).isNotBlank().doesNotContain("{0}");
        assertThat(error.get("remedy").asString()).isNotBlank().doesNotContain("{0}");
        assertThat(listed(name.replaceFirst("\\..*", ""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "kind,folk,parameter.word",
        "crs,EPSG:12,import.crs",
        "role,gator,import.role",
        "mapping,x=1,import.mapping",
        "invented,kanske,parameter.word",
        "datasat,A,parameter.unknown"
    })
    void a_word_that_cannot_be_understood_is_named(String field, String value, String code) {
        HttpResponse<String> sent = send("a.csv", HEADINGS + THREE_ROWS, field, value);
        assertThat(sent.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(sent.body()).get("errors").get(0).get("field").asString())
                .isEqualTo(field);
        assertThat(JSON.readTree(sent.body()).get("code").asString()).isEqualTo(code);
    }

    @Test
    void a_request_without_a_file_or_of_another_type_is_refused() {
        assertThat(coordinator
                        .send("POST", "/api/imports", "--X--\r\n", "Content-Type", MULTIPART)
                        .statusCode())
                .isEqualTo(400);
        assertThat(coordinator
                        .send("POST", "/api/imports", "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(415);
        assertThat(coordinator.get("/api/imports/999999").statusCode()).isEqualTo(404);
        assertThat(coordinator.send("DELETE", "/api/datasets/999999", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_name_of_a_file_is_a_name_and_never_a_path() throws IOException {
        HttpResponse<String> sent = send("../../../../evil.csv", HEADINGS + THREE_ROWS);
        assertThat(sent.statusCode()).isLessThan(300);
        assertThat(JSON.readTree(sent.body()).get("datasetName").asString()).isEqualTo("evil");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(String::valueOf)).noneMatch(path -> path.contains("evil") || path.endsWith(".upload"));
        }
    }

    @ParameterizedTest
    @CsvSource({"est-member", "planner", "communicator", "steering", "auditor"})
    void only_coordinators_and_administrators_bring_files_in(String role) {
        Visitor other = service.as(role);
        HttpResponse<String> sent = other.send(
                "POST", "/api/imports", multipart("a.csv", HEADINGS + THREE_ROWS), "Content-Type", MULTIPART);
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(other.get("/api/imports").statusCode()).isEqualTo(403);
        assertThat(service.stranger().get("/api/imports").statusCode()).isEqualTo(401);
    }

    /** The real subset, where it lies beside the project. */
    @TestFactory
    Stream<DynamicTest> accounts_for_every_row_of_a_real_file() {
        Path kent = besideTheProject("shared/data/uk_kent_2018-10_2019-02.csv.gz");
        return kent == null
                ? Stream.empty()
                : Stream.of(DynamicTest.dynamicTest("Kent, five months", () -> {
                    ImportFile imports = service.part(ImportFile.class);
                    ImportOrder order = ImportOrder.of("kent.csv.gz", "test");
                    ImportRun first = imports.prepare(kent, order).carryOut();
                    assertThat(first.counts().rows()).isEqualTo(74_294);
                    assertThat(first.counts().placed()
                                    + first.counts().uncertain()
                                    + first.counts().rejected())
                            .isEqualTo(74_294);
                    assertThat(dataset("kent").get("distinctPlaces").asInt()).isEqualTo(14_792);
                    assertThat(dataset("kent").get("timePrecision").asString()).isEqualTo("month");
                    ImportRun second = imports.prepare(kent, order).carryOut();
                    assertThat(second.counts().duplicates()).isEqualTo(74_294);
                    assertThat(dataset("kent").get("rows").asInt()).isEqualTo(74_294);
                    coordinator.send("DELETE", "/api/imports/" + first.id(), null);
                }));
    }

    private static final String BOUNDARY = "lageskarta-test";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    private HttpResponse<String> send(String fileName, String content, String... fields) {
        return coordinator.send(
                "POST", "/api/imports", multipart(fileName, content, fields), "Content-Type", MULTIPART);
    }

    private static String multipart(String fileName, String content, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n"
                    + "Content-Type: text/plain;charset=UTF-8\r\n\r\n" + fields[i + 1] + "\r\n");
        }
        return body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY
                        + "--\r\n")
                .toString();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static int[] counts(JsonNode report) {
        return Stream.of("rows", "placed", "uncertain", "rejected", "duplicates")
                .mapToInt(name -> report.get(name).asInt())
                .toArray();
    }

    private static JsonNode problem(JsonNode report, String code) {
        for (JsonNode problem : report.get("problems")) {
            if (problem.get("code").asString().equals(code)) {
                return problem;
            }
        }
        throw new AssertionError("no problem " + code + " in " + report.get("problems"));
    }

    private JsonNode dataset(String name) {
        JsonNode all = JSON.readTree(coordinator.get("/api/datasets").body()).get("datasets");
        for (JsonNode dataset : all) {
            if (dataset.get("name").asString().equals(name)) {
                return dataset;
            }
        }
        throw new AssertionError("no dataset " + name + " in " + all);
    }

    private boolean listed(String name) {
        return service.part(Datasets.class).all().stream()
                .anyMatch(dataset -> dataset.name().equals(name) && dataset.kind() == DatasetKind.INCIDENTS);
    }

    private ImportState state(ImportFile.Prepared prepared) {
        return service.part(Imports.class)
                .find(prepared.importId())
                .orElseThrow()
                .state();
    }

    /** Rows that stand in the table, visible or not; those taken back by others may still be on their way out. */
    private long stored() {
        return service.part(JdbcClient.class)
                .sql(
                        "select count(*) from incident i join import_run r on r.id = i.import_id and r.state <> 'withdrawn'")
                .query(Long.class)
                .single();
    }

    private static ImportOrder order(String dataset) {
        return new ImportOrder(
                "many.csv" + (dataset.equals("Avbruten") ? ".gz" : ""),
                dataset,
                null,
                null,
                null,
                se.lageskarta.geo.read.ColumnMapping.NONE,
                false,
                "",
                "",
                "test");
    }

    private static byte[] many() {
        StringBuilder rows = new StringBuilder(HEADINGS);
        for (int i = 0; i < MANY; i++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "M-%d;Stöld;2026-01-%02d;;%d;%d;x\n",
                    i,
                    1 + i % 28,
                    383_000 + i % 977,
                    6_439_000 + i % 881));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static Path besideTheProject(String file) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            if (Files.exists(up.resolve(file))) {
                return up.resolve(file);
            }
        }
        return null;
    }
}
