package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportState;
import se.lageskarta.service.storage.Imports;

/** The same rows bring nothing new, however they are sent and written; with numbers of their own and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SameRowsAgainContract {
    private static final int ROWS = 2_000;
    private static final int TIMES = 5;
    private static final String BOUNDARY = "lageskarta-test";

    @TempDir
    static Path folder;

    private RunningService service;

    abstract RunningService start(Path folder);

    @BeforeAll
    void open() {
        service = start(folder);
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void five_times_one_after_the_other() throws Exception {
        byte[] table = csv(table(true), ";").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < TIMES; i++) {
            assertThat(read("serie.csv", table, "I följd").duplicates()).isEqualTo(i == 0 ? 0 : ROWS);
        }
        assertThat(stored("I följd")).isEqualTo(ROWS);
    }

    @Test
    void five_times_at_once() throws Exception {
        Visitor coordinator = service.as("est-coordinator");
        String table = csv(table(true), ";");
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> coordinator.send(
                    "POST",
                    "/api/imports",
                    multipart(table),
                    "Content-Type",
                    "multipart/form-data; boundary=" + BOUNDARY)));
        }
        for (CompletableFuture<HttpResponse<String>> answer : sent) {
            // 409: another import runs into the dataset
            assertThat(answer.get().statusCode()).isIn(200, 201, 202, 409);
        }
        while (service.part(Imports.class).newest(TIMES).stream().anyMatch(run -> run.state() == ImportState.RUNNING)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(stored("Samtidigt")).isEqualTo(ROWS);
    }

    @Test
    void rows_and_columns_in_another_order_other_separators_and_other_encodings() throws Exception {
        for (boolean numbered : new boolean[] {true, false}) {
            String dataset = numbered ? "Med nummer" : "Utan nummer";
            List<List<String>> table = table(numbered);
            read("a.csv", csv(table, ";").getBytes(StandardCharsets.UTF_8), dataset);
            String mark = "\uFEFF" + csv(table, ";");
            assertBringsNothing("mark.csv", mark.getBytes(StandardCharsets.UTF_8), dataset);
            assertBringsNothing("utf16.csv", mark.getBytes(StandardCharsets.UTF_16LE), dataset);
            for (String charset : List.of("windows-1252", "IBM850", "UTF-16")) {
                byte[] bytes = csv(table, ";").getBytes(Charset.forName(charset));
                assertBringsNothing(charset + ".csv", bytes, dataset);
            }
            for (String separator : List.of(",", "\t", "|")) {
                assertBringsNothing("b.csv", csv(table, separator).getBytes(StandardCharsets.UTF_8), dataset);
            }
            byte[] turned = csv(turned(table), ";").getBytes(StandardCharsets.UTF_8);
            assertBringsNothing("turned.csv", turned, dataset);
            assertBringsNothing("table.xlsx", workbook(table), dataset);
            assertThat(stored(dataset)).isEqualTo(ROWS);
        }
    }

    private void assertBringsNothing(String name, byte[] file, String dataset) throws Exception {
        assertThat(read(name, file, dataset).duplicates()).as(name).isEqualTo(ROWS);
    }

    private ImportCounts read(String name, byte[] content, String dataset) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        ImportOrder order = new ImportOrder(name, dataset, null, null, null, ColumnMapping.NONE, false, "", "", "test");
        return service.part(ImportFile.class).prepare(file, order).carryOut().counts();
    }

    /** Rows of the dataset that stand in the table, visible or not. */
    private long stored(String dataset) {
        return service.part(JdbcClient.class)
                .sql("select count(*) from incident i join import_run r on r.id = i.import_id join dataset d on"
                        + " d.id = r.dataset_id where d.name = :name")
                .param("name", dataset)
                .query(Long.class)
                .single();
    }

    private static List<List<String>> table(boolean numbered) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(numbered ? "id" : "löpnr i utdraget saknas", "kategori", "datum", "ost", "nord", "plats"));
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of(
                    numbered ? "K-" + i : "",
                    i % 3 == 0 ? "Skadegörelse" : "Stöld",
                    "2026-01-" + (10 + i % 20),
                    Integer.toString(383_000 + i % 700),
                    Integer.toString(6_439_000 + i % 300),
                    "Ån, \"väster\""));
        }
        return rows;
    }

    /** Rows shuffled, columns the other way round. */
    private static List<List<String>> turned(List<List<String>> table) {
        List<List<String>> rows = new ArrayList<>(table.subList(1, table.size()));
        Collections.shuffle(rows, new Random(1));
        rows.add(0, table.get(0));
        return rows.stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row);
                    Collections.reverse(cells);
                    return cells;
                })
                .toList();
    }

    private static String csv(List<List<String>> table, String separator) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            text.append(String.join(
                            separator,
                            row.stream()
                                    .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                    .toList()))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static byte[] workbook(List<List<String>> table) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Utdrag");
            for (int i = 0; i < table.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < table.get(i).size(); j++) {
                    row.createCell(j).setCellValue(table.get(i).get(j));
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static String multipart(String table) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"dataset\"\r\n\r\nSamtidigt\r\n--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"samma.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + table + "\r\n--" + BOUNDARY + "--\r\n";
    }
}
