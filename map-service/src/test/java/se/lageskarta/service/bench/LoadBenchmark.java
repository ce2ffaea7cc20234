package se.lageskarta.service.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.storage.PostgisServer;

/**
 * Measures how long files take from the disk into the database, in a process of their own with 512 MB of heap: a million
 * rows of CSV (95 MB), the same once more, and a hundred thousand rows of XLSX. Not a test: it runs when it is named, and
 * prints a table.
 *
 * <pre>
 * mvn -q -pl map-service -am test -Dtest=LoadBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class LoadBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int SHEET_ROWS = 100_000;
    private static final String[] TYPES = {"Skadegörelse", "Stöld", "Rån", "Misshandel", "Klotter", "Inbrott bostad"};

    @TempDir
    private Path folder;

    @Test
    void print_how_long_files_take_into_the_database() throws Exception {
        csv(folder.resolve("miljon.csv"));
        xlsx(folder.resolve("blad.xlsx"));
        PostgisServer.Database server = PostgisServer.freshDatabase();
        List<String> table = new ArrayList<>();
        table.add(String.format(
                Locale.ROOT,
                "%-10s %-24s %10s %10s %12s %14s",
                "database",
                "file",
                "rows",
                "s",
                "rows/s",
                "processor s"));
        load(
                "PostGIS",
                table,
                List.of(
                        "--lageskarta.data.dir=" + folder.resolve("postgis"),
                        "--lageskarta.database.url=" + server.url(),
                        "--lageskarta.database.user=" + server.user(),
                        "--lageskarta.database.password=" + server.password()));
        load("H2", table, List.of("--lageskarta.data.dir=" + folder.resolve("h2")));
        System.out.println(String.join("\n", table));
    }

    private void load(String database, List<String> table, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "se.lageskarta.service.ingest.ImportsOnCommand"));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
                Writer commands = process.outputWriter(StandardCharsets.UTF_8)) {
            expect("ready", answers.readLine());
            for (String file : List.of("miljon.csv", "miljon.csv", "blad.xlsx")) {
                Duration before = processor(process);
                commands.write("0 import " + folder.resolve(file) + "\n");
                commands.flush();
                expect("0 begins", answers.readLine());
                long start = System.nanoTime();
                String done = answers.readLine();
                double seconds = (System.nanoTime() - start) / 1e9;
                boolean again = !"0 done 0".equals(done);
                int rows = file.endsWith("csv") ? ROWS : SHEET_ROWS;
                expect(again ? "0 done " + rows : "0 done 0", done);
                table.add(String.format(
                        Locale.ROOT,
                        "%-10s %-24s %10d %10.2f %12.0f %14.2f",
                        database,
                        file + (again ? " again" : ""),
                        rows,
                        seconds,
                        rows / seconds,
                        processor(process).minus(before).toMillis() / 1e3));
            }
        } finally {
            process.destroy();
        }
    }

    private static Duration processor(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void expect(String expected, String answer) {
        if (!expected.equals(answer)) {
            throw new IllegalStateException("the process answered " + answer + ", not " + expected);
        }
    }

    private static void csv(Path file) throws IOException {
        Random random = new Random(20240601);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,occurred_at,category,x,y,street,note\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(String.join(",", cells(i, random)));
                out.write(i % 5 == 0 ? ",\"Ruta krossad, \"\"okänd\"\" gärningsperson\"\n" : ",\n");
            }
        }
    }

    private static void xlsx(Path file) throws IOException {
        Random random = new Random(20240601);
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Utdrag");
            List<String> headings = List.of("id", "occurred_at", "category", "x", "y", "street");
            for (int i = 0; i <= SHEET_ROWS; i++) {
                Row row = sheet.createRow(i);
                List<String> cells = i == 0 ? headings : cells(i, random);
                for (int j = 0; j < cells.size(); j++) {
                    if (i > 0 && (j == 3 || j == 4)) {
                        row.createCell(j).setCellValue(Double.parseDouble(cells.get(j)));
                    } else {
                        row.createCell(j).setCellValue(cells.get(j).replace("\"", ""));
                    }
                }
            }
            workbook.write(out);
        }
    }

    private static List<String> cells(int i, Random random) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1826));
        String time = String.format(Locale.ROOT, "T%02d:%02d:00", random.nextInt(24), random.nextInt(60));
        double x = 383_000 + random.nextGaussian() * 4000;
        double y = 6_439_000 + random.nextGaussian() * 4000;
        return List.of(
                Integer.toString(i),
                day + time,
                TYPES[random.nextInt(TYPES.length)],
                String.format(Locale.ROOT, "%.2f", x),
                String.format(Locale.ROOT, "%.2f", y),
                "\"Storgatan " + (i % 97 + 1) + ", Herrljunga\"");
    }
}
